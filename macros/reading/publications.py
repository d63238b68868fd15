"""The record of what was published, read from its files, and everything that speaks against it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from ..history.fold import PublicationLog, fold
from ..history.publication import FIRST, FOLDER, Publication
from ..history.recording import amendment_digest
from ..model.amendment import Amendment
from ..model.problem import DataError, Problem

DAMAGED = "this file is written by make amend and never by hand, and it is damaged: take it back from the version history."
LOST = "nothing is recorded in {folder}, and there are amendments: take the folder back from the version history."
EDITED = "somebody changed this file after it was published: take it back from the version history."
FUTURE = "this was published on {day}, which has not come yet. Is the clock of this machine right?"
UNEXPLAINED = "the amendment {file} is gone: take it back from the version history. What was published stays."
REWORDED = (
    "this amendment was published and says something else now: take it back from the version history, "
    "and explain what is new in another one."
)


def read_log(root: Path, amendments: Mapping[str, Amendment], today: date) -> PublicationLog:
    """Return everything that was published. Raises DataError where a file is lost, damaged, edited or from the future."""
    publications: dict[str, Publication] = {}
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.json")):
        name = path.relative_to(root).as_posix()
        try:
            publications[path.stem] = _read(path, name)
        except DataError as error:
            problems += error.problems
    problems += _against(publications, amendments, today)
    log, broken = fold(publications)
    if not problems:
        problems += [Problem(_file(one.publication), 1, one.message) for one in broken]
    if problems:
        raise DataError(problems)
    return log


def _file(id: str) -> str:
    return f"{FOLDER}/{id}.json"


def _read(path: Path, name: str) -> Publication:
    try:
        publication = Publication.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except json.JSONDecodeError as error:
        raise DataError([Problem(name, error.lineno, DAMAGED)]) from None
    except (OSError, UnicodeDecodeError, RecursionError, ValidationError):
        raise DataError([Problem(name, 1, DAMAGED)]) from None
    if not publication.is_whole:
        raise DataError([Problem(name, 1, EDITED)])
    return publication


def _against(publications: Mapping[str, Publication], amendments: Mapping[str, Amendment], today: date) -> Iterator[Problem]:
    """Yield what does not fit between what was published and the amendments that explain it."""
    if amendments and FIRST not in publications:
        yield Problem(_file(FIRST), 1, LOST.format(folder=FOLDER))
    for id, publication in publications.items():
        file = f"data/{Amendment.KIND.folder}/{id}.yml"
        if publication.date > today:
            yield Problem(_file(id), 1, FUTURE.format(day=publication.date))
        if publication.amendment and id not in amendments:
            yield Problem(_file(id), 1, UNEXPLAINED.format(file=file))
        elif publication.amendment and publication.amendment != amendment_digest(amendments[id]):
            yield Problem(file, 1, REWORDED)
