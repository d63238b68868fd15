"""A table in a frame, in which it can be scrolled where it is wider than the page."""

import re

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)  # one with a class has a look of its own
FRAME = '<div class="md-typeset__scrollwrap" role="group" aria-label="Table"><div class="md-typeset__table">{}</div></div>'


def framed(html: str) -> str:
    """Return the HTML of a page with a frame around each plain table."""
    return TABLE.sub(lambda table: FRAME.format(table[0]), html)
