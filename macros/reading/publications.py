"""The record of what was published, read from its files, and everything that speaks against it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from ..history.fold import PublicationLog, fold
from ..history.publication import FIRST, FOLDER, Publication, seal_of
from ..history.recording import amendment_digest
from ..model.amendment import Amendment
from ..model.limits import LARGEST_PUBLICATION
from ..model.problem import DataError, Problem
from .yaml_file import CONFLICT, read_bytes

BACK = "restore it from the version history."
DAMAGED = f"this file is written by make amend and never by hand, and it is damaged: {BACK}"
TWO_FILES = (
    "two people have published under this name. Keep the file of one of the two as it was, and its amendment; "
    "give the amendment of the other one another name, and run make amend."
)
NOTHING_RECORDED = f"there are amendments, and the first publication is not here: {BACK}"
LOST = f"this file is gone, and {{later}} was published after it: {BACK}"
OTHER = "this was published after another {earlier} than the one that is here: restore both from the version history."
EDITED = f"somebody changed this file after it was published: {BACK}"
RENAMED = "this file is {name}: give it that name again, or delete it where that file is there as well."
FUTURE = "this was published on {day}, which has not come yet. Is the clock of this machine right?"
UNEXPLAINED = f"the amendment {{file}} is gone: {BACK} What was published stays."
REWORDED = f"this amendment was published and says something else now: {BACK} Explain what is new in another one."


def read_log(root: Path, amendments: Mapping[str, Amendment | None], today: date) -> PublicationLog:
    """Return everything that was published. Raises DataError where a file is lost, damaged, edited or from the future.

    `amendments` has None for a file that cannot be read: what is wrong with it is told already.
    """
    publications: dict[str, Publication] = {}
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.json")):
        try:
            publications[path.stem] = _read(path, _file(path.stem))
        except DataError as error:
            problems += error.problems
    damaged = {problem.file for problem in problems}
    problems += _chained(publications, damaged)
    problems += [problem for problem in _against(publications, amendments, today) if problem.file not in damaged]
    log, broken = fold(publications)
    if not problems:
        problems += [Problem(_file(one.publication), 1, one.message) for one in broken]
    if problems:
        raise DataError(problems)
    return log


def _file(id: str) -> str:
    return f"{FOLDER}/{id}.json"


def _read(path: Path, name: str) -> Publication:
    """Return the publication that a file holds. Raises DataError where it does not hold one, whole and under its name."""
    try:
        text = read_bytes(path, LARGEST_PUBLICATION).decode("utf-8")
        if conflict := CONFLICT.search(text):
            raise DataError([Problem(name, text.count("\n", 0, conflict.start()) + 1, TWO_FILES)])
        content = json.loads(text)
        publication = Publication.model_validate(content)
    except json.JSONDecodeError as error:
        raise DataError([Problem(name, error.lineno, DAMAGED)]) from None
    except (OSError, ValueError, RecursionError):  # ValueError: no text, no record, or a number without end
        raise DataError([Problem(name, 1, DAMAGED)]) from None
    if publication.seal != seal_of(content):
        raise DataError([Problem(name, 1, EDITED)])
    if publication.id != path.stem:
        raise DataError([Problem(name, 1, RENAMED.format(name=_file(publication.id)))])
    return publication


def _chained(publications: Mapping[str, Publication], damaged: set[str]) -> Iterator[Problem]:
    """Yield a problem for each publication that is lost, or is another one than the one that a later publication followed."""
    for id, publication in publications.items():
        for earlier, seal in publication.follows.items():
            if earlier in publications and publications[earlier].seal != seal:
                yield Problem(_file(id), 1, OTHER.format(earlier=_file(earlier)))
            elif earlier not in publications and _file(earlier) not in damaged:
                yield Problem(_file(earlier), 1, LOST.format(later=id))


def _against(publications: Mapping[str, Publication], amendments: Mapping[str, Amendment | None], today: date) -> Iterator[Problem]:
    """Yield what does not fit between what was published and the amendments that explain it."""
    if amendments and not any(FIRST in (id, *publication.follows) for id, publication in publications.items()):
        yield Problem(_file(FIRST), 1, NOTHING_RECORDED)
    for id, publication in publications.items():
        file = f"data/{Amendment.KIND.folder}/{id}.yml"
        if publication.date > today:
            yield Problem(_file(id), 1, FUTURE.format(day=publication.date))
        if publication.amendment and id not in amendments:
            yield Problem(_file(id), 1, UNEXPLAINED.format(file=file))
        elif publication.amendment and (amendment := amendments[id]) and publication.amendment != amendment_digest(amendment):
            yield Problem(file, 1, REWORDED)
