"""The earlier editions below docs/editions/: each folder is a document of many files."""

from collections.abc import Iterator
from pathlib import Path

from ..history.digest import digest
from ..model import address
from ..model.document import DocumentFile
from .document_files import read_document
from .file_name import is_utf8
from .page_files import built


def kept_editions(root: Path) -> Iterator[tuple[str, DocumentFile]]:
    """Yield (path in docs/, all of its files as one) for each folder with a home page: any other file gives another digest."""
    for home in sorted((root / "docs" / address.EDITIONS).glob("*/index.html")):
        page = address.edition(home.parent.name)
        files = {path.relative_to(home.parent).as_posix(): read_document(path) for path in built(root, page) if _counts(path)}
        yield page, DocumentFile(sum(file.size for file in files.values()), digest({name: file.digest for name, file in files.items()}))


def _counts(path: Path) -> bool:
    return path.is_file() and is_utf8(str(path))
