"""An id names one thing, for good."""

from collections.abc import Iterable, Iterator

from ..model.activity import Activity
from ..model.address import DIGEST
from ..model.page import Standard
from ..model.panel import Panel
from ..model.problem import Problem
from ..model.question import QuestionGroup
from .checked_file import CheckedFile, Sources
from .yaml_file import RecordPath, YamlFile

INDEX = "index"

Place = tuple[YamlFile, RecordPath, str]  # a file, a path in it, and the id that stands there


def check_ids(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each id that is used twice, or kept for something else."""
    framework = sources.single["framework"]
    yield from _repeats(_ids_in(framework, "sections"))
    groups = sources.records[QuestionGroup]
    on_their_page = [(checked.file, (), id) for id, checked in groups.items()]
    yield from _repeats([*on_their_page, *(place for checked in groups.values() for place in _ids_in(checked, "questions"))])
    standards = [(page.file, (), page.record.id) for page in sources.pages.values() if isinstance(page.record, Standard)]
    yield from _repeats(standards)
    yield from _activities(sources)
    for kind, files in sources.records.items():
        if kind.KIND.has_pages and INDEX in files:
            yield files[INDEX].file.problem((), f'the id "{INDEX}" is kept for the page of the folder: give this file another name.')


def _activities(sources: Sources) -> Iterator[Problem]:
    for id, checked in sources.records[Activity].items():
        activity = checked.record
        if id in sources.records[Panel] and isinstance(activity, Activity) and not activity.is_meeting:
            yield checked.file.problem((), f'"{id}" is a panel: give "panel: {id}", or name this file otherwise.')
        if id == DIGEST:
            yield checked.file.problem((), f'the id "{DIGEST}" is kept for the monthly entry of the calendar.')


def _ids_in(checked: CheckedFile, field: str) -> Iterator[Place]:
    """Yield the id of every item of a list that has one."""
    items = checked.raw.get(field) if isinstance(checked.raw, dict) else None
    for n, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield checked.file, (field, n, "id"), item["id"]


def _repeats(places: Iterable[Place]) -> Iterator[Problem]:
    first: dict[str, Problem] = {}
    for file, path, id in places:
        here = file.problem(path, "")
        if id in first:
            there = first[id]
            where = f"on line {there.line}" if there.file == file.name else f"in {there.file}"
            yield file.problem(path, f'the id "{id}" is already used {where}.')
        first.setdefault(id, here)
