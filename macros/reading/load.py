"""Read `data/` and the front matter of `docs/` into the model, and say everything that is wrong with them at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from ..history.history import History, history_of
from ..history.published import Published
from ..model import address
from ..model.calendar_settings import CalendarSettings
from ..model.edition import Edition
from ..model.framework import Framework
from ..model.glossary import Glossary
from ..model.kinds import KINDS, SINGLE
from ..model.page import Page, Standard, is_standard
from ..model.problem import DataError, Problem
from ..model.record import FileRecord
from .check import check
from .checked_file import CheckedFile, Sources
from .data_files import record_files, stray_files
from .front_matter import body, front_matter
from .publication_log import read_published
from .yaml_file import YamlFile, parse_yaml, read_text

TEMPLATES = "templates"  # under docs/: MkDocs leaves this folder out
NO_FRONT_MATTER = "this page has no front matter: start it with title: and description: between two lines of three dashes."
LAST = 10**6  # the position of a record that has none


def load(root: Path) -> History:
    """Return the framework that lies under `root`, with its history. Raises DataError with every problem found."""
    sources = Sources(
        single={name: _read_single(root, name) for name in SINGLE},
        records={kind: dict(_read_records(root, kind)) for kind in KINDS},
        pages=dict(_read_pages(root)),
        docs=frozenset(path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*") if path.is_file()),
        stray=list(stray_files(root)),
    )
    published, problems = Published(), sources.problems
    try:
        published = read_published(root)
    except DataError as error:
        problems += error.problems
    problems += check(sources, published)
    if problems:
        raise DataError(problems)
    return history_of(_framework(sources), published)


def _framework(sources: Sources) -> Framework:
    edition = cast(Edition, sources.single["framework"].record)
    return Framework(
        edition=edition,
        calendar=cast(CalendarSettings, sources.single["calendar"].record),
        glossary=cast(Glossary, sources.single["glossary"].record).terms,
        records={kind: _in_order(files, edition) for kind, files in sources.records.items()},
        pages={page: cast(Page, checked.record) for page, checked in sources.pages.items()},
    )


def _in_order(files: Mapping[str, CheckedFile], edition: Edition) -> dict[str, FileRecord]:
    """Return records by id: by their groups, then by position, then by title."""
    records = [cast(FileRecord, checked.record) for checked in files.values()]

    def place(record: FileRecord) -> tuple[int, int, str, str]:
        groups = list(edition.groups(record.KIND.name))
        group = groups.index(getattr(record, "group")) if groups else 0
        return group, record.position or LAST, record.heading.lower(), record.id

    return {record.id: record for record in sorted(records, key=place)}


def _read_single(root: Path, name: str) -> CheckedFile:
    path = f"data/{name}.yml"
    checked = CheckedFile.read(path, lambda: parse_yaml(read_text(root, path), path))
    checked.validate(SINGLE[name])
    return checked


def _read_records(root: Path, kind: type[FileRecord]) -> Iterator[tuple[str, CheckedFile]]:
    """Yield (id, file) for each record of a kind."""
    for path in record_files(root, kind):
        name = path.relative_to(root).as_posix()
        checked = CheckedFile.read(name, lambda name=name: parse_yaml(read_text(root, name), name))
        checked.validate(kind, id=path.stem)
        yield path.stem, checked


def _read_pages(root: Path) -> Iterator[tuple[str, CheckedFile]]:
    """Yield (address, file) for each hand-written page."""
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        if TEMPLATES not in path.relative_to(docs).parts:
            yield address.of_file(path.relative_to(docs).as_posix()), _read_page(root, path)


def _read_page(root: Path, path: Path) -> CheckedFile:
    name, file = path.relative_to(root).as_posix(), path.relative_to(root / "docs").as_posix()
    text = ""

    def read() -> YamlFile:
        nonlocal text
        text = read_text(root, name)
        front = front_matter(text)
        return YamlFile(name) if front is None else parse_yaml(front, name, first_line=2)

    checked = CheckedFile.read(name, read)
    if checked.raw is None and not checked.file.problems:
        checked.refuse(NO_FRONT_MATTER)
    elif is_standard(file):
        checked.validate(Standard, id=path.stem, page=address.of_file(file), file=file, text=body(text))
    else:
        checked.validate(Page)
    return checked
