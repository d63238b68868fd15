"""A document that the framework attaches or names."""

from .field import said
from .base import Record
from .text import Link, Text


class Document(Record):
    """A document; `link` is absent until the site holds it."""

    title: Text = said("Title", "What the document is called.", place="render.py")
    link: Link | None = said("Link", "Where it is: https://…, or /documents/… for a file below docs/.", None, place="render.py")
