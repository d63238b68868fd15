"""Read `data/` and the front matter of `docs/` into the model, and say everything that is wrong with them at once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from ..history.fold import PublicationLog
from ..history.history import History
from ..model import address
from ..model.amendment import Amendment
from ..model.calendar_settings import CalendarSettings
from ..model.document import DocumentFile
from ..model.edition import Edition
from ..model.framework import Framework, Thing, in_order
from ..model.front_matter import body_of, front_matter_of
from ..model.glossary import Glossary
from ..model.kinds import KINDS, SINGLE
from ..model.page import Page, Standard, is_standard
from ..model.problem import DataError
from ..model.record import FileRecord
from .check import check
from .check_amendments import check_amendments
from .check_documents import check_documents
from .check_record import check_record
from .check_sources import check_sources
from .checked_file import CheckedFile, Sources
from .data_files import coming_files, id_of, is_coming, record_files, stray_files
from .document_files import document_files
from .document_links import linked_files
from .page_files import page_files, stray_pages
from .publications import read_log
from .reasons import read_reasons
from .symbolic_links import symbolic_links
from .yaml_file import YamlFile, parse_yaml, read_text

NO_FRONT_MATTER = "this page has no front matter: start it with title: and description: between two lines of three dashes."


def load(root: Path, today: date) -> History:
    """Return the framework that lies under `root`, with its history as of a day. Raises DataError with every problem found."""
    if problems := [*symbolic_links(root)]:
        raise DataError(problems)  # and nothing is read through them
    sources = Sources(
        single={name: _read_single(root, name) for name in SINGLE},
        records={kind: dict(_read_records(root, kind)) for kind in KINDS},
        pages=dict(_read_pages(root)),
        coming=dict(_read_coming(root)),
        documents=dict(document_files(root)),
        docs=frozenset(path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*") if path.is_file()),
        stray=[*stray_files(root), *stray_pages(root)],
    )
    log, problems = PublicationLog({}), sources.problems
    try:
        log = read_log(root, _amendments(sources), today)
    except DataError as error:
        problems += error.problems
    problems += check(sources)
    if problems:
        raise DataError(problems)
    coming = (cast(Thing, checked.record) for checked in sources.coming.values())
    reasons = read_reasons(sources, log.publications.keys(), today)
    framework = _framework(sources, log, today, reasons)
    places = {amendment.id: places for amendment, places in reasons.items()}
    history = History(framework, {thing.concern: thing for thing in coming}, log, today, places)
    if problems := [*check_sources(history), *check_amendments(history), *check_record(history), *check_documents(sources, history)]:
        raise DataError(problems)
    return history


def _amendments(sources: Sources) -> dict[str, Amendment | None]:
    """Return the amendments by id, None for one that cannot be read."""
    return {id: cast(Amendment | None, checked.record) for id, checked in sources.records[Amendment].items()}


def _framework(sources: Sources, log: PublicationLog, day: date, reasons: Iterable[Amendment]) -> Framework:
    """Return what the sources hold; the reasons that stand in them are amendments beside the others."""
    records: dict[type[FileRecord], list[FileRecord]] = {kind: _valid(files) for kind, files in sources.records.items()}
    records[Amendment] += [amendment for amendment in reasons if amendment.id not in sources.records[Amendment]]
    edition = cast(Edition, sources.single["framework"].record)
    return Framework(
        edition=edition,
        calendar=cast(CalendarSettings, sources.single["calendar"].record),
        glossary=cast(Glossary, sources.single["glossary"].record).terms,
        records={kind: in_order(of_kind, edition) for kind, of_kind in records.items()},
        pages={page: cast(Page, checked.record) for page, checked in sources.pages.items()},
        documents=_documents(sources, log),
        day=day,
    )


def _documents(sources: Sources, log: PublicationLog) -> dict[str, DocumentFile]:
    """Return the files that are published: what something links to, and what was published before."""
    published = {*(file for file, _, _ in linked_files(sources)), *log.documents}
    return {file: document for file, document in sources.documents.items() if file in published}


def _valid(files: Mapping[str, CheckedFile]) -> list[FileRecord]:
    return [cast(FileRecord, checked.record) for checked in files.values()]


def _read_single(root: Path, name: str) -> CheckedFile:
    path = f"data/{name}.yml"
    checked = CheckedFile.read(path, partial(_read_yaml, root, path))
    checked.validate(SINGLE[name])
    return checked


def _read_records(root: Path, kind: type[FileRecord]) -> Iterator[tuple[str, CheckedFile]]:
    """Yield (id, file) for each record of a kind."""
    for path in record_files(root, kind):
        yield path.stem, _read_record(root, path, kind)


def _read_record(root: Path, path: Path, kind: type[FileRecord]) -> CheckedFile:
    name = path.relative_to(root).as_posix()
    checked = CheckedFile.read(name, partial(_read_yaml, root, name))
    checked.validate(kind, id=id_of(path))
    return checked


def _read_pages(root: Path) -> Iterator[tuple[str, CheckedFile]]:
    """Yield (address, file) for each hand-written page."""
    for path in page_files(root):
        if not is_coming(path):
            yield address.of_file(path.relative_to(root / "docs").as_posix()), _read_page(root, path)


def _read_coming(root: Path) -> Iterator[tuple[str, CheckedFile]]:
    """Yield (path, file) for the coming version of each record and page that has one."""
    for kind in KINDS:
        for path in coming_files(root, kind):
            yield path.relative_to(root).as_posix(), _read_record(root, path, kind)
    for path in page_files(root):
        if is_coming(path):
            yield path.relative_to(root).as_posix(), _read_page(root, path)


def _read_yaml(root: Path, name: str) -> YamlFile:
    return parse_yaml(read_text(root, name), name)


def _read_page(root: Path, path: Path) -> CheckedFile:
    name = path.relative_to(root).as_posix()
    file = path.with_name(f"{id_of(path)}.md").relative_to(root / "docs").as_posix()
    checked = CheckedFile.read(name, partial(_read_front_matter, root, name))
    if checked.raw is None and not checked.file.problems:
        checked.refuse(NO_FRONT_MATTER)
    else:
        place = {"page": address.of_file(file), "file": file, "text": body_of(checked.file.text)}
        if is_standard(file):
            checked.validate(Standard, id=id_of(path), **place)
        else:
            checked.validate(Page, **place)
    return checked


def _read_front_matter(root: Path, name: str) -> YamlFile:
    text = read_text(root, name)
    front = front_matter_of(text)
    file = YamlFile(name) if front is None else parse_yaml(front, name, first_line=2)
    file.text = text
    return file
