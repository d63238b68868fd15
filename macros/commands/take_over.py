"""Take over the coming versions that have started: each becomes the file that it was to follow."""

import re
from pathlib import Path

from ..history.history import History
from ..reading.load import load
from ..reading.yaml_file import read_text
from .whole_file import write_whole

START = re.compile(r"^starts:.*\n", re.MULTILINE)


def take_over(root: Path, history: History) -> History:
    """Put each coming version that has started in the place of the text before it. Returns the history as it then is.

    The text is in both files for a moment, and says the same in both: whatever happens in between, nothing is lost.
    """
    started = [statement for concern, statement in history.coming_statements.items() if history.has_started(concern)]
    for statement in started:
        file = root / statement.file
        write_whole(file.with_name(file.name.replace(".next.", ".")), START.sub("", read_text(root, statement.file), count=1))
        file.unlink()
        print(f"{statement.file} holds now, and has taken the place of the text before it.")
    return load(root, history.day) if started else history
