"""A coming version says from which day it holds, and nothing else does."""

from collections.abc import Iterator

from ..model.page import Page
from ..model.problem import Problem
from ..model.record import Stated
from .checked_file import Sources

NO_START = "say from which day this version holds: starts, as year-month-day."
EARLY = (
    "only a coming version has a start: put this text into a file whose name ends in .next{suffix}, "
    "and leave this one as it holds today."
)
NOT_TRACKED = "this page restates no part of the framework: change it on the day itself."


def check_coming(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each coming version without a start, and for each start of what is no coming version."""
    for checked in sources.coming.values():
        record = checked.record
        if isinstance(record, (Stated, Page)) and not record.starts:
            yield checked.file.problem((), NO_START)
        if type(record) is Page and not record.is_tracked:
            yield checked.file.problem((), NOT_TRACKED)
    for files in (*sources.records.values(), sources.pages):
        for checked in files.values():
            if isinstance(checked.record, (Stated, Page)) and checked.record.starts:
                suffix = checked.file.name[checked.file.name.rindex("."):]
                yield checked.file.problem(("starts",), EARLY.format(suffix=suffix))
