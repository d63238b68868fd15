"""Give what is edited in place for a later day a file of its own, and put back what holds until then."""

from pathlib import Path

from ..history.history import History
from ..reading.data_files import is_coming
from ..reading.load import load
from .say import say
from .whole_file import write_whole


def set_apart(root: Path, history: History) -> History:
    """Write each coming version that is edited in place, and what holds until it starts. Returns the history as it then is.

    The coming version is written first: whatever happens in between, nothing is lost.
    """
    for name, text in history.apart.items():
        if text is None:
            (root / name).unlink()
            continue
        write_whole(root / name, text)
        if is_coming(root / name):
            say(f"{name} now holds the coming text; the present text has its own file.")
    return load(root, history.day) if history.apart else history
