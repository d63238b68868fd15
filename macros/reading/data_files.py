"""Which files `data/` may hold. Anything else there is a mistake: nobody would notice that nothing reads it."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePath
from unicodedata import normalize

from ..history.publication import FOLDER as PUBLISHED
from ..model.base import Record
from ..model.kinds import KINDS, SINGLE
from ..model.page import Page, Standard, is_standard
from ..model.problem import Problem
from ..model.record import FileRecord
from ..model.text import ID
from .file_name import shown

KIND_OF = {kind.KIND.folder: kind.KIND for kind in KINDS}
READ = {f"{name}.yml" for name in SINGLE}
NEAR = 0.75  # "calender" is near to calendar, "notes" is not to roles
# What a file is meant to be that is called so, and where that belongs.
MEANT = {name: f" Did you mean data/{name}.yml?" for name in SINGLE} | {
    name.replace(" ", "-"): f" Each {kind.name} has a file of its own: data/{kind.folder}/<id>.yml."
    for kind in KIND_OF.values() for name in (kind.name, kind.folder)
}

OUT_OF_RECORD = f" Move it out of {PUBLISHED}/."
COMING = ".next"  # before the end of the name of the file of a coming version


def record_files(root: Path, kind: type[FileRecord]) -> list[Path]:
    """Return the files of a kind of record in the order of their ids; a kind may have none."""
    return [path for path in _entries(root / "data" / kind.KIND.folder) if _is_record(path) and not is_coming(path)]


def coming_files(root: Path, kind: type[FileRecord]) -> list[Path]:
    """Return the files of the coming versions of a kind of record, `<id>.next.yml`; only what is tracked has such."""
    return [path for path in _entries(root / "data" / kind.KIND.folder) if _is_record(path) and is_coming(path)]


def model_of(name: str) -> type[Record] | None:
    """Return what the file of this name, such as data/panels/home-panel.yml, has to be; None for one that nothing reads."""
    folder, _, file = name.partition("/")
    if folder == "docs":
        return Standard if is_standard(file) else Page
    kind, _, _ = file.rpartition("/")
    return next((model for model in KINDS if model.KIND.folder == kind), SINGLE.get(file.removesuffix(".yml")))


def id_of(path: PurePath) -> str:
    """Return the id that the name of a file says."""
    return path.stem.removesuffix(COMING)


def is_coming(path: Path) -> bool:
    """True for the file of a coming version."""
    return path.stem.endswith(COMING)


def coming_name(name: str) -> str:
    """Return the name of the file of the coming version of what the file of a name holds."""
    return f"{COMING}.".join(name.rsplit(".", 1))


def stray_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file or folder in `data/` that nothing reads, but for what lies inside such a folder."""
    for path in _entries(root / "data"):
        if path.name in KIND_OF and path.is_dir():
            strays = [inside for inside in _entries(path) if not _is_record(inside)]
            yield from (Problem(shown(root, inside), 1, _in_folder(inside)) for inside in strays)
        elif path.name == Path(PUBLISHED).name and path.is_dir():
            strays = [inside for inside in _entries(path) if inside.suffix != ".json"]
            yield from (Problem(shown(root, inside), 1, f"nothing reads this {_what(inside)}.{OUT_OF_RECORD}") for inside in strays)
        elif path.name not in READ:
            yield Problem(shown(root, path), 1, _in_data(path))


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _is_record(path: Path) -> bool:
    """True for a file of a record; only what is tracked has coming versions."""
    may_be_coming = path.parent.name in KIND_OF and KIND_OF[path.parent.name].is_tracked
    name = id_of(path) if may_be_coming else path.stem
    return path.suffix == ".yml" and path.is_file() and re.fullmatch(ID, name) is not None


def _in_data(path: Path) -> str:
    """Return what is wrong with a file or a folder of `data/` itself."""
    if path.name in KIND_OF or path.name == Path(PUBLISHED).name:
        return "this is a file, where a folder belongs: move it away."
    nearest = get_close_matches(path.stem.lower(), MEANT, n=1, cutoff=NEAR)
    return f"nothing reads this {_what(path)}.{MEANT[nearest[0]] if nearest else ' Move it out of data/.'}"


def _in_folder(path: Path) -> str:
    """Return what is wrong with a file or a folder in the folder of a kind of record."""
    words = normalize("NFKD", path.stem.lower()).encode("ascii", "ignore").decode()
    name = "-".join(re.findall("[a-z0-9]+", words)) + ".yml"
    is_record = path.is_file() and path.suffix in ("", ".yml", ".yaml")
    if is_record and name != ".yml" and not path.with_name(name).exists():
        return f"nothing reads this file. Call it {name}: lower-case letters, digits and single hyphens, then .yml."
    return f"nothing reads this {_what(path)}.{MEANT[path.parent.name]}"


def _what(path: Path) -> str:
    return "folder" if path.is_dir() else "file"
