"""A document that the framework attaches or names, the file that the site holds of it, and which files may be one."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel

from .base import Record
from .field import BUILD, described, metadata_of, models_in
from .limits import LARGEST_DOCUMENT
from .size import MEGABYTE, size_in_words
from .text import LINK, Link, Text

# What a browser shows or saves, and never runs as a part of the site; macros/programs/headers.py says how each is sent.
DocumentKind = Literal["pdf", "docx", "xlsx", "pptx", "odt", "ods", "txt"]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)


class Document(Record):
    """A document; `link` is absent until the site holds it."""

    title: Text = described("Title", "What the document is called.", place="render.py")
    link: Link | None = described("Link", "Where it is: https://…, or /documents/… for a file in docs/documents/.", None, place="render.py")

    @property
    def file(self) -> str | None:
        """The path in `docs/` of the file that it links to; None where the link leads elsewhere."""
        return file_at(self.link) if self.link else None


class DocumentLimits(Record):
    """Which files the site may hold as documents. What was published before stays, whatever it is."""

    kinds: tuple[DocumentKind, ...] = described("Kinds", "How the names of documents may end, such as pdf.", DOCUMENT_KINDS, place=BUILD)
    largest: int = described("Largest", "How many megabytes a document may have.", 10, place=BUILD, ge=1, le=LARGEST_DOCUMENT)

    def __str__(self) -> str:
        return f"{', '.join(self.kinds) or 'none'}, of up to {self.largest} MB"

    def allow(self, file: str, size: int) -> bool:
        """True for a file of a kind and a size that a document may have."""
        return kind_of(file) in self.kinds and size <= self.largest * MEGABYTE


@dataclass(frozen=True)
class DocumentFile:
    """A file that the site may hold: how many bytes, and the digest of them."""

    size: int
    digest: str

    @property
    def size_in_words(self) -> str:
        """How large it is."""
        return size_in_words(self.size)


def kind_of(file: str) -> str:
    """Return the end of the name of a file, such as pdf; "" where it has none."""
    name, _, ending = file.rpartition("/")[2].rpartition(".")
    return ending.lower() if name else ""


def file_at(link: str) -> str | None:
    """Return the path in `docs/` of the file that a link leads to from the root; None where it leads elsewhere."""
    return unquote(urlsplit(link).path)[1:] if link.startswith("/") else None


@cache
def link_fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the names of the fields that hold a link, of a model and of those inside it."""
    fields = (field for one in (model, *models_in(model)) for field in one.model_fields.items())
    return frozenset(name for name, field in fields if any(getattr(one, "pattern", None) == LINK for one in metadata_of(field)))
