"""Rules for what is written beside what was published: an id is used once, and what starts starts in time."""

from collections.abc import Iterator

from ..history.history import History
from ..history.tracked import differs
from ..model.problem import Problem

REUSED = "{concern} is the name of something that was published and is gone: give this file another name. An id is never used twice."
LATE = (
    "this version was to start on {starts} and was not published before: give it a later start, "
    "or write what is new into {file} if it is to hold from today."
)


def check_record(history: History) -> Iterator[Problem]:
    """Yield a problem for each thing that has the id of what is gone, and for each coming version that comes too late."""
    yield from _reused(history)
    for difference in history.differences:
        coming = history.coming_statements.get(difference.concern)
        if difference.is_coming and coming and coming.starts and coming.starts <= history.day:
            yield Problem(coming.file, 1, LATE.format(starts=coming.starts, file=coming.file.replace(".next.", ".")))


def _reused(history: History) -> Iterator[Problem]:
    """Yield a problem for each reused id. The same again is no second thing, and a page may move back to an address."""
    for concern, statement in {**history.coming_statements, **history.statements}.items():
        versions = history.log.versions.get(concern, ())
        is_gone = bool(versions) and versions[-1].says is None and not concern.startswith("pages/")
        if is_gone and differs(versions[-2].says, statement):
            yield Problem(statement.file, 1, REUSED.format(concern=concern))
