"""Take over the coming versions that have started: each becomes the file that it was to follow."""

from pathlib import Path

from ..history.history import History
from ..history.tracked import NOT_TRACKED, Statement
from ..model.front_matter import body_of, front_matter_of
from ..model.problem import DataError, Problem
from ..reading.data_files import COMING
from ..reading.load import load
from ..reading.record_text import fields_of
from ..reading.yaml_file import read_text
from .record_file import write_fields
from .say import say

EDITED = "this file is not as it was published, and {coming} has taken its place: say there what is new here, and take this file back."


def take_over(root: Path, history: History) -> History:
    """Put each coming version that has started in the place of the text before it. Returns the history as it then is.

    The text is in both files for a moment, and says the same in both: whatever happens in between, nothing is lost.
    Raises DataError where somebody has changed the text that is to go.
    """
    edited = {difference.concern: difference for difference in history.differences if not difference.is_coming}
    started = {concern: statement for concern, statement in history.coming_statements.items() if history.has_started(concern)}
    if lost := [edited[concern] for concern in started if concern in edited]:
        raise DataError(Problem(one.file, 1, EDITED.format(coming=started[one.concern].file)) for one in lost)
    for statement in started.values():
        _take_over(root, statement)
        say(f"{statement.file} is now in force, and has replaced the text before it.")
    return load(root, history.day) if started else history


def _take_over(root: Path, statement: Statement) -> None:
    """Write what is tracked as the coming version has it, and the rest, such as the day of a review, as it stands."""
    coming = root / statement.file
    name = statement.file.replace(f"{COMING}.", ".")
    text = read_text(root, statement.file)
    fields = {field: value for field, value in fields_of(text).items() if field != "starts"}
    if (root / name).exists():
        fields |= {field: value for field, value in fields_of(read_text(root, name)).items() if field in NOT_TRACKED}
    write_fields(root / name, fields, None if front_matter_of(text) is None else body_of(text))
    coming.unlink()
