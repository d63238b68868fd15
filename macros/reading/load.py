"""Read `data/` and the front matter of `docs/` into the model, and say everything that is wrong with them at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from ..model.glossary import Glossary
from ..model.kinds import KINDS, SINGLE
from ..model.page import Page
from ..model.problem import DataError
from ..model.record import FileRecord
from ..model.thesaurus import Thesaurus
from .check import check
from .check_amendments import check_amendments
from .check_documents import check_documents
from .check_editions import check_editions
from .check_questions import check_questions
from .check_record import check_record
from .check_sources import check_sources
from .checked_file import CheckedFile, Sources
from .data_files import coming_files, id_of, is_coming, record_files, stray_files
from .document_files import document_files
from .document_links import linked_files
from .kept_editions import kept_editions
from .no_files import no_files
from .page_files import page_files, stray_pages
from .publications import read_log
from .read_file import read_page, read_record
from .reasons import read_reasons
from .set_apart import set_apart
from .yaml_file import YamlFile, read_text


def load(root: Path, today: date) -> History:
    """Return the framework that lies under `root`, with its history as of a day. Raises DataError with every problem found."""
    if problems := [*no_files(root)]:
        raise DataError(problems)  # and nothing is read through them
    sources = _sources(root)
    log, apart = PublicationLog({}), dict[str, str | None]()
    try:
        log = read_log(root, _amendments(sources), today)
        apart = set_apart(root, sources, log, today)
    except DataError as error:
        problems = error.problems
    if problems := [*sources.problems, *problems, *check(sources, today)]:
        raise DataError(problems)
    coming = (cast(Thing, checked.record) for checked in sources.coming.values())
    reasons = read_reasons(sources, log.publications.keys(), today)
    framework = _framework(sources, log, today, reasons)
    places = {amendment.id: places for amendment, places in reasons.items()}
    history = History(framework, {thing.concern: thing for thing in coming}, log, today, places, apart)
    if problems := [
        *check_sources(history), *check_amendments(history), *check_record(history), *check_documents(sources, history),
        *check_editions(sources, history), *check_questions(sources, today),
    ]:
        raise DataError(problems)
    return history


def _sources(root: Path) -> Sources:
    pages = (path for path in page_files(root) if not is_coming(path))
    return Sources(
        single={name: _read(root, f"data/{name}.yml", partial(read_record, model=model)) for name, model in SINGLE.items()},
        records={kind: {id_of(path): _read_record(root, path, kind) for path in record_files(root, kind)} for kind in KINDS},
        pages={address.of_file(path.relative_to(root / "docs").as_posix()): _read_page(root, path) for path in pages},
        coming=dict(_read_coming(root)),
        documents=dict(document_files(root)),
        editions=dict(kept_editions(root)),
        docs=frozenset(path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*") if path.is_file()),
        stray=[*stray_files(root), *stray_pages(root)],
    )


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
        thesaurus=cast(Thesaurus, sources.single["thesaurus"].record).words,
        records={kind: in_order(of_kind, edition) for kind, of_kind in records.items()},
        pages={page: cast(Page, checked.record) for page, checked in sources.pages.items()},
        documents=_documents(sources, log, edition),
        day=day,
    )


def _documents(sources: Sources, log: PublicationLog, edition: Edition) -> dict[str, DocumentFile]:
    """Return the files that are published: what something links to, what was published before, and the earlier editions."""
    published = {*(file for file, _, _ in linked_files(sources)), *log.documents, *(earlier.page for earlier in edition.earlier)}
    return {file: document for file, document in (sources.documents | sources.editions).items() if file in published}


def _valid(files: Mapping[str, CheckedFile]) -> list[FileRecord]:
    return [cast(FileRecord, checked.record) for checked in files.values()]


def _read(root: Path, name: str, read: Callable[[str, str], CheckedFile]) -> CheckedFile:
    """Return the file of a name as `read` reads it, or one that holds nothing but what is wrong with it."""
    try:
        return read(name, read_text(root, name))
    except DataError as error:
        return CheckedFile(YamlFile(name, problems=error.problems))


def _read_record(root: Path, path: Path, kind: type[FileRecord]) -> CheckedFile:
    return _read(root, path.relative_to(root).as_posix(), partial(read_record, model=kind, id=id_of(path)))


def _read_page(root: Path, path: Path) -> CheckedFile:
    return _read(root, path.relative_to(root).as_posix(), read_page)


def _read_coming(root: Path) -> Iterator[tuple[str, CheckedFile]]:
    """Yield (path, file) for the coming version of each record and page that has one."""
    for kind in KINDS:
        for path in coming_files(root, kind):
            yield path.relative_to(root).as_posix(), _read_record(root, path, kind)
    for path in filter(is_coming, page_files(root)):
        yield path.relative_to(root).as_posix(), _read_page(root, path)
