"""Bring the record of what was published up to date: what an amendment explains becomes what people last saw."""

from collections.abc import Mapping
from datetime import date

from ..model.amendment import MINOR, Amendment
from ..model.framework import Framework
from ..model.page import Standard
from ..model.record import FileRecord
from .changes import changes_since
from .published import Published, PublishedRecord, Version, content_of


def first_publication(framework: Framework, today: date) -> Published:
    """Return the record of an edition that was never published before: there is nothing to explain yet."""
    return _publish(framework, Published(), {change.concern for change in changes_since(framework, Published())}, today)


def with_amendments(framework: Framework, published: Published) -> Published:
    """Return the record after every amendment that it has not taken in, in their order."""
    for amendment in framework.amendments:
        if amendment.id not in published.amendments:
            published = _with_amendment(framework, published, amendment)
    return published


def _with_amendment(framework: Framework, published: Published, amendment: Amendment) -> Published:
    changed = {change.concern for change in changes_since(framework, published)} & set(amendment.concerns)
    published = published.model_copy(update={"amendments": (*published.amendments, amendment.id)})
    return _publish(framework, published, changed, amendment.date, amendment) if changed else published


def _publish(
    framework: Framework, published: Published, changed: set[str], today: date, amendment: Amendment | None = None
) -> Published:
    """Return the record with what stands in `changed` as it now is."""
    return published.model_copy(update={
        "revision": published.revision + 1,
        "changed": today,
        "activities": _records("activities", framework.activity, published.activities, changed, today),
        "panels": _records("panels", framework.panel, published.panels, changed, today),
        "standards": _standards(framework, published, changed, amendment),
        "retired": published.retired | dict.fromkeys(_ended(framework, published, changed), today),
    })


def _records(
    folder: str, records: Mapping[str, FileRecord], before: Mapping[str, PublishedRecord], changed: set[str], today: date
) -> dict[str, PublishedRecord]:
    after = {id: remembered for id, remembered in before.items() if f"{folder}/{id}" not in changed}
    for id, record in records.items():
        if f"{folder}/{id}" in changed:
            sequence = before[id].sequence + 1 if id in before else 0
            after[id] = PublishedRecord(sequence=sequence, changed=today, content=content_of(record))
    return after


def _ended(framework: Framework, published: Published, changed: set[str]) -> set[str]:
    return {id for id in published.activities if id not in framework.activity and f"activities/{id}" in changed}


def _standards(
    framework: Framework, published: Published, changed: set[str], amendment: Amendment | None
) -> dict[str, list[Version]]:
    now = {standard.id: standard for standard in framework.standards}
    after = {id: versions for id, versions in published.standards.items() if id in now or f"standards/{id}" not in changed}
    for id, standard in now.items():
        if f"standards/{id}" in changed:
            earlier = after.get(id, [])
            after[id] = [*earlier, _version(standard, earlier, amendment)]
    return after


def _version(standard: Standard, earlier: list[Version], amendment: Amendment | None) -> Version:
    """Return the new version: with the number and the day that its page gives, else those that the amendment asks for."""
    number, effective_from = standard.version, standard.effective_from
    if earlier and amendment:
        last = earlier[-1]
        if version_key(number) <= version_key(last.number):
            number = next_version(last.number, amendment.kind)
        if amendment.kind == MINOR:
            effective_from = last.effective_from
        elif effective_from in (None, last.effective_from):
            effective_from = amendment.effective_from or amendment.date
    return Version(number=number, effective_from=effective_from, title=standard.title, text=standard.text)


def version_key(number: str) -> tuple[int, ...]:
    """Return what orders versions: "2.10" comes after "2.9"."""
    return tuple(int(part) for part in number.split("."))


def next_version(number: str, kind: str) -> str:
    """Return the version after this one: 1.1 after 1.0 for a minor amendment, else 2.0."""
    major, minor = version_key(number)
    return f"{major}.{minor + 1}" if kind == MINOR else f"{major + 1}.0"
