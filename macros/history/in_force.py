"""What holds on a day: each tracked thing as its version of that day has it, everything else as it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ..model.framework import Framework, in_order
from ..model.page import Page
from ..model.record import FileRecord
from .fold import PublicationLog
from .tracked import NOT_TRACKED, says

Thing = TypeVar("Thing", FileRecord, Page)


def framework_on(
    written: Framework, coming: Mapping[str, FileRecord | Page], log: PublicationLog, day: date, edited: frozenset[str]
) -> Framework:
    """Return the framework of a day. What is `edited`, and not published yet, is taken as it is written."""
    records: dict[type[FileRecord], Mapping[str, FileRecord]] = {}
    for kind, current in written.records.items():
        records[kind] = current
        if kind.KIND.is_tracked:
            ids = {*current, *_ids(log, kind.KIND.folder)}
            holding = (_holding(kind, id, current.get(id), coming, log, day, edited) for id in ids)
            records[kind] = in_order([record for record in holding if record], written.edition)
    return replace(written, records=records, pages=dict(_pages(written, coming, log, day, edited)), day=day)


def _ids(log: PublicationLog, folder: str) -> Iterator[str]:
    """Yield the id of everything in a folder of data that was ever published."""
    return (concern.removeprefix(f"{folder}/") for concern in log.versions if concern.startswith(f"{folder}/"))


def _holding(kind, id, current, coming, log, day, edited):
    """Return a record as it holds on a day, or None where it is not there."""
    concern = f"{kind.KIND.folder}/{id}"
    if concern in edited or concern not in log.versions:
        return current
    version = log.in_force(concern, day)
    if version is None or version.says is None:
        return None
    return _as_published(kind, {"id": id}, version.says, current, coming.get(concern))


def _pages(written, coming, log, day, edited):
    """Yield (address, page) for each page as it holds on a day."""
    for at, page in written.pages.items():
        version = log.in_force(page.concern, day)
        if page.concern in edited or version is None or version.says is None:
            yield at, page
        else:
            place = {"page": page.page, "file": page.file} | ({"id": page.id} if hasattr(page, "id") else {})
            yield at, _as_published(type(page), place, version.says, page, coming.get(page.concern))
    for concern, page in coming.items():
        version = log.in_force(concern, day)
        if isinstance(page, Page) and page.page not in written.pages and version and version.says:
            yield page.page, page.model_copy(update={"starts": None})


def _as_published(kind: type[Thing], place: Mapping[str, str], said: Mapping[str, Any], current: Thing | None, coming: Thing | None) -> Thing:
    """Return the thing that says what was published: the file that does so, else one made from the record of it."""
    if current and says(current) == said:
        return current
    if coming and says(coming) == said:
        kept = {name: getattr(current, name) for name in NOT_TRACKED - {"id", "page", "file"} if current and name in kind.model_fields}
        return coming.model_copy(update={**kept, "starts": None})
    fields = {name: value for name, value in said.items() if name in kind.model_fields}
    return kind.model_validate({**fields, **place})
