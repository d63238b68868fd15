"""A document that the framework attaches or names."""

from .field import described
from .record import Record
from .text import Link, Text


class Document(Record):
    """A document; `link` is absent until the site holds it."""

    title: Text = described("Title", "What the document is called.", place="render.py")
    link: Link | None = described("Link", "Where it is: https://…, or /documents/… for a file below docs/.", None, place="render.py")
