"""Which files hold records and pages. Anything else in `data/` is a mistake: nobody would notice that nothing reads it."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..history.publication import FOLDER as PUBLISHED
from ..model.kinds import KINDS, SINGLE
from ..model.problem import Problem, did_you_mean
from ..model.record import FileRecord
from ..model.text import ID

STANDARD_TO_COPY = "templates/standard.md"  # below docs/, and no page: mkdocs.yml leaves it out as well
COMING = ".next"  # before the end of the name of the file of a coming version


def record_files(root: Path, kind: type[FileRecord]) -> list[Path]:
    """Return the files of a kind of record in the order of their ids; a kind may have none."""
    folder = root / "data" / kind.KIND.folder
    return sorted(path for path in folder.glob("*.yml") if path.is_file() and re.fullmatch(ID, path.stem))


def page_files(root: Path) -> list[Path]:
    """Return the hand-written pages, and their coming versions, in the order of their paths."""
    docs = root / "docs"
    return sorted(path for path in docs.rglob("*.md") if path.relative_to(docs).as_posix() != STANDARD_TO_COPY)


def coming_files(root: Path, kind: type[FileRecord]) -> list[Path]:
    """Return the files of the coming versions of a kind of record, `<id>.next.yml`; only what is tracked has such."""
    folder = root / "data" / kind.KIND.folder
    files = sorted(folder.glob(f"*{COMING}.yml")) if kind.KIND.is_tracked else []
    return [path for path in files if path.is_file() and re.fullmatch(ID, id_of(path))]


def id_of(path: Path) -> str:
    """Return the id that the name of a file says."""
    return path.stem.removesuffix(COMING)


def is_coming(path: Path) -> bool:
    """True for the file of a coming version."""
    return path.stem.endswith(COMING)


def stray_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file or folder in `data/` that nothing reads."""
    read = {f"data/{name}.yml" for name in SINGLE}
    folders = {f"data/{kind.KIND.folder}" for kind in KINDS} | {PUBLISHED}
    read |= {path.relative_to(root).as_posix() for path in (root / PUBLISHED).glob("*.json")}
    read |= {path.relative_to(root).as_posix() for kind in KINDS for path in (*record_files(root, kind), *coming_files(root, kind))}
    for path in sorted((root / "data").rglob("*")):
        name = path.relative_to(root).as_posix()
        is_inside_another = any(name.startswith(f"{other}/") for other in read)
        if not path.name.startswith(".") and name not in read and not (name in folders and path.is_dir()) and not is_inside_another:
            yield Problem(name, 1, _reason(path, name, read | folders))


def _reason(path: Path, name: str, readable: set[str]) -> str:
    if path.is_dir():
        return f"nothing reads this folder.{did_you_mean(name, readable)}"
    if path.suffix == ".yaml":
        return "nothing reads this file: let its name end in .yml."
    in_folder = name.rpartition("/")[0] in {f"data/{kind.KIND.folder}" for kind in KINDS}
    if in_folder and path.suffix == ".yml":
        return f'"{path.stem}" is no id: name the file with lower-case letters, digits and single hyphens.'
    return f"nothing reads this file.{did_you_mean(name, readable)}"
