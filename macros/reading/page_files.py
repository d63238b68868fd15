"""Which files of `docs/` are pages, and which would be built in a way that nobody expects."""

from collections.abc import Iterator
from pathlib import Path

from ..model import address
from ..model.problem import Problem
from .file_name import is_utf8, shown

TEMPLATES = "templates"  # MkDocs leaves out this folder of docs/, and whatever starts with a dot
TAKEN_FOR_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")  # by MkDocs, beside .md
NOT_UTF8 = "the name of this file has a character that no address can have: name it with letters, digits and hyphens."
NOT_MD = "nothing checks this page: let its name end in .md."


def page_files(root: Path) -> list[Path]:
    """Return the hand-written pages in the order of their paths."""
    return [path for path in _built(root) if path.suffix == ".md"]


def stray_pages(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file whose name no page can have, and for each that has the address of another."""
    files: dict[str, str] = {}
    for path in filter(Path.is_file, _built(root)):
        name, file = shown(root, path), path.relative_to(root / "docs").as_posix()
        if not is_utf8(file):
            yield Problem(name, 1, NOT_UTF8)
        elif path.suffix in TAKEN_FOR_PAGES or path.suffix.lower() == ".md" != path.suffix:
            yield Problem(name, 1, NOT_MD)
        elif address.of_file(file) in files:
            yield Problem(name, 1, f"{files[address.of_file(file)]} has the same address: keep one of the two.")
        files.setdefault(address.of_file(file), name)


def _built(root: Path) -> list[Path]:
    docs = root / "docs"
    places = {path: path.relative_to(docs).parts for path in sorted(docs.rglob("*"))}
    return [path for path, parts in places.items() if parts[0] != TEMPLATES and not any(part.startswith(".") for part in parts)]
