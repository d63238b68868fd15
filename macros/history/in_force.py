"""What holds on a day: each tracked thing as its version of that day has it, everything else as it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..model.framework import Framework, Thing, in_order
from ..model.page import Page, Standard
from ..model.record import FileRecord
from .fold import PublicationLog
from .tracked import NOT_TRACKED, says

PLACE = {"id", "page", "file"}


@dataclass(frozen=True)
class Written:
    """What the files say: the framework, its coming versions, and what somebody has edited and not published yet."""

    framework: Framework
    coming: Mapping[str, Thing]
    edited: frozenset[str]


def framework_on(written: Written, log: PublicationLog, day: date) -> Framework:
    """Return the framework of a day. What is edited, and not published yet, is taken as it is written."""
    records: dict[type[FileRecord], Mapping[str, FileRecord]] = {}
    for kind, current in written.framework.records.items():
        records[kind] = current
        if kind.KIND.is_tracked:
            ids = {*current, *_ids(log, kind.KIND.folder)}
            things = (_holding(written, log, day, f"{kind.KIND.folder}/{id}", kind, {"id": id}) for id in ids)
            records[kind] = in_order([thing for thing in things if isinstance(thing, FileRecord)], written.framework.edition)
    return replace(written.framework, records=records, pages=dict(_pages(written, log, day)), day=day)


def _ids(log: PublicationLog, folder: str) -> Iterator[str]:
    """Yield the id of everything in a folder of data that was ever published."""
    return (concern.removeprefix(f"{folder}/") for concern in log.versions if concern.startswith(f"{folder}/"))


def _pages(written: Written, log: PublicationLog, day: date) -> Iterator[tuple[str, Page]]:
    """Yield (address, page) for each page as it holds on a day; what is not tracked holds as it is written."""
    coming = {page.page: page for page in written.coming.values() if isinstance(page, Page)}
    for page in {**written.framework.pages, **{at: coming[at] for at in coming.keys() - written.framework.pages.keys()}}.values():
        place = {"page": page.page, "file": page.file} | ({"id": page.id} if isinstance(page, Standard) else {})
        thing = _holding(written, log, day, page.concern, type(page), place) if page.is_tracked else page
        if isinstance(thing, Page):
            yield page.page, thing


def _holding(
    written: Written, log: PublicationLog, day: date, concern: str, kind: type[FileRecord | Page], place: Mapping[str, str]
) -> FileRecord | Page | None:
    """Return a thing as it holds on a day, or None where it is not there."""
    current = written.framework.concern.get(concern)
    version = log.in_force(concern, day)
    if concern not in log.versions or (version and concern in written.edited):
        return current
    if version is None or version.says is None:
        return None
    return _as_published(kind, place, version.says, current, written.coming.get(concern))


def _as_published(
    kind: type[FileRecord | Page], place: Mapping[str, str], said: Mapping[str, Any], current: Thing | None, coming: Thing | None
) -> FileRecord | Page:
    """Return the thing that says what was published: the file that does so, else one made from the record of it."""
    if current and says(current) == said:
        return current
    if coming and says(coming) == said:
        kept = {name: getattr(current, name) for name in (current.model_fields_set if current else set()) & NOT_TRACKED - PLACE}
        return coming.model_copy(update={**kept, "starts": None})
    fields = {name: value for name, value in said.items() if name in kind.model_fields}
    return kind.model_validate({**fields, **place})
