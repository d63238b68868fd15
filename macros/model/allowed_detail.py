"""What looks like a personal detail and may be public all the same."""

from .base import Record
from .field import BUILD, described
from .text import Text


class AllowedDetail(Record):
    """A number, a date or an address that somebody has looked at and allowed, such as the telephone number of a duty desk."""

    text: Text = described("Text", "The number, date or address alone, as it stands in the file.", place=BUILD)
    because: Text = described("Because", "Why everybody may read it.", place=BUILD)
