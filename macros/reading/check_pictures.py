"""A picture stands on the page that its record names, and on no other: a change of it is a change of what that page says."""

import re
from collections.abc import Iterator

from ..model.drawn import Drawn
from ..model.front_matter import body_on_its_lines
from ..model.page import Page
from ..model.problem import Problem
from .checked_file import CheckedFile, Sources

NOT_SHOWN = "the page {page} does not show this: write {{{{ {call} }}}} there, or the address of the page that does."
ELSEWHERE = "{call} stands on {page} alone, as its record says: take it out here, or mend drawn_on in {file}."


def check_pictures(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each picture that its page does not show, and for each call of it on another page."""
    for files in sources.records.values():
        for checked in files.values():
            if isinstance(checked.record, Drawn):
                yield from _misplaced(checked, checked.record, sources)


def _misplaced(checked: CheckedFile, drawn: Drawn, sources: Sources) -> Iterator[Problem]:
    call, is_shown = f"{drawn.KIND.name}('{drawn.id}')", False
    for page in sources.pages.values():
        for line in _lines_with(page, drawn):
            if isinstance(page.record, Page) and page.record.page == drawn.drawn_on:
                is_shown = True
            else:
                yield Problem(page.file.name, line, ELSEWHERE.format(call=call, page=drawn.drawn_on, file=checked.file.name))
    if not is_shown and not drawn.ended:
        yield checked.file.problem(("drawn_on",), NOT_SHOWN.format(call=call, page=drawn.drawn_on))


def _lines_with(page: CheckedFile, drawn: Drawn) -> Iterator[int]:
    """Yield the line of each call of a picture on a page."""
    text = body_on_its_lines(page.file.text)
    call = rf"""\{{\{{[^{{}}]*?\b({drawn.KIND.name}\(\s*(?:id\s*=\s*)?["']{drawn.id}["'])"""
    for match in re.finditer(call, text):
        yield text.count("\n", 0, match.start(1)) + 1
