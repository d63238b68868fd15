"""The end of a standard, a panel, an activity or a role."""

from .base import Record
from .field import described
from .text import Day, PageAddress, Text

NOTICE = "partials/ended.html"


class Ending(Record):
    """The first day on which it is no more, why, and what takes its place. Its page and its calendar stay, and say so."""

    on: Day = described("Ends on", "The first day on which it no longer exists.", place=NOTICE)
    because: Text = described("Because", "Why it ended.", place=NOTICE)
    replaced_by: PageAddress | None = described(
        "Replaced by", "The address of the page that takes its place, such as panels/learning-board.", None, place=NOTICE
    )
