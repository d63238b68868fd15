"""Which files of `docs/` are pages, and which would be built in a way that nobody expects."""

from collections.abc import Iterator
from pathlib import Path

from ..model import address
from ..model.problem import Problem
from .file_name import is_utf8, shown

STANDARD_TO_COPY = "templates/standard.md"  # below docs/, and no page: mkdocs.yml leaves it out as well
TAKEN_FOR_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")  # by MkDocs, beside .md
NOT_UTF8 = "the name of this file has a character that no address can have: name it with letters, digits and hyphens."
A_README = "MkDocs takes this for the page of its folder: call it index.md."
NOT_FOUND = "the page that is shown where there is none stands at this address: give this file another name."
NOT_MD = "nothing checks this page: let its name end in .md."


def page_files(root: Path) -> list[Path]:
    """Return the hand-written pages, and their coming versions, in the order of their paths."""
    return [path for path in built(root) if path.suffix == ".md" and is_utf8(str(path))]


def stray_pages(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file whose name no page can have, and for each that has the address of another."""
    files: dict[str, str] = {}
    for path in filter(Path.is_file, built(root)):
        name, file = shown(root, path), path.relative_to(root / "docs").as_posix()
        if not is_utf8(file):
            yield Problem(name, 1, NOT_UTF8)
        elif is_taken_for_page(path) and path.suffix != ".md":
            yield Problem(name, 1, NOT_MD)
        elif is_taken_for_page(path) and path.stem == "README":
            yield Problem(name, 1, A_README)
        elif file == "404.md":
            yield Problem(name, 1, NOT_FOUND)
        elif is_taken_for_page(path):
            at = address.of_file(file).lower()  # many computers take capitals and small letters for one
            if at in files:
                yield Problem(name, 1, f"{files[at]} has the same address: keep one of the two.")
            files.setdefault(at, name)


def is_taken_for_page(path: Path) -> bool:
    """True for what MkDocs builds as a page."""
    return path.suffix.lower() == ".md" or path.suffix in TAKEN_FOR_PAGES


def built(root: Path, below: str = "") -> list[Path]:
    """Return what MkDocs builds, of all of docs/ or of a folder there: it leaves out whatever starts with a dot."""
    docs = root / "docs"
    inside = {path: path.relative_to(docs) for path in sorted((docs / below).rglob("*"))}
    return [
        path for path, place in inside.items()
        if place.as_posix() != STANDARD_TO_COPY and not any(part.startswith(".") for part in place.parts)
    ]
