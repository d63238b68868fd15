"""Which files of `docs/` may be documents: all but pages, earlier editions, and what an operating system leaves behind."""

import re
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from ..history.digest import LENGTH
from ..model import address
from ..model.document import DocumentFile
from .file_name import is_plain
from .page_files import built, is_taken_for_page

LEFT_BEHIND = re.compile(r"Thumbs\.db|desktop\.ini|~\$.*|.*~", re.IGNORECASE)  # beside what starts with a dot; nothing publishes them


def document_files(root: Path) -> Iterator[tuple[str, DocumentFile]]:
    """Yield (path in docs/, file) for each file that is published if something links to it, and else is a mistake."""
    for path in built(root):
        name = path.relative_to(root / "docs").as_posix()
        if path.is_file() and is_plain(name) and not _is_something_else(path, name):
            yield name, read_document(path)


def _is_something_else(path: Path, name: str) -> bool:
    return is_taken_for_page(path) or name.startswith(f"{address.EDITIONS}/") or LEFT_BEHIND.fullmatch(path.name) is not None


def read_document(path: Path) -> DocumentFile:
    """Return how large a file is, and the digest of what it holds."""
    with path.open("rb") as file:
        return DocumentFile(path.stat().st_size, file_digest(file, "sha256").hexdigest()[:LENGTH])
