"""A coming version says from which day it holds."""

from collections.abc import Iterator

from ..model.page import Page
from ..model.problem import Problem
from ..model.record import Stated
from .checked_file import Sources

NO_START = "say from which day this version applies: starts, as year-month-day."
NOT_TRACKED = "this page restates no part of the framework: change it on the day itself."


def check_coming(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each coming version without a start, and for each of a page of which nothing is recorded."""
    for checked in sources.coming.values():
        record = checked.record
        if isinstance(record, (Stated, Page)) and not record.starts:
            yield checked.file.problem((), NO_START)
        if type(record) is Page and not record.is_tracked:
            yield checked.file.problem((), NOT_TRACKED)
