"""A document that the framework attaches or names."""

from urllib.parse import unquote, urlsplit

from .base import Record
from .field import described
from .text import Link, Text


class Document(Record):
    """A document; `link` is absent until the site holds it."""

    title: Text = described("Title", "What the document is called.", place="render.py")
    link: Link | None = described("Link", "Where it is: https://…, or /documents/… for a file below docs/.", None, place="render.py")

    @property
    def file(self) -> str | None:
        """The path in `docs/` of the file that it links to; None where the link leads elsewhere."""
        return unquote(urlsplit(self.link).path)[1:] if self.link and self.link.startswith("/") else None
