"""Bring the record of what was published up to date: what an amendment explains becomes what people last saw."""

from datetime import date

from .model import Amendment, Framework, Standard
from .published import Published, PublishedRecord, Version, changes, content


def first_publication(framework: Framework, today: date) -> Published:
    """Return the record of an edition that was never published before: there is nothing to explain yet."""
    return _publish(framework, Published(), {change.page for change in changes(framework, Published())}, today)


def with_amendments(framework: Framework, published: Published) -> Published:
    """Return the record after every amendment that it has not taken in, in their order."""
    for amendment in framework.amendments:
        if amendment.id not in published.amendments:
            published = _with(framework, published, amendment)
    return published


def _with(framework, published, amendment: Amendment):
    changed = {change.page for change in changes(framework, published)} & set(amendment.concerns)
    published = published.model_copy(update={"amendments": (*published.amendments, amendment.id)})
    return _publish(framework, published, changed, amendment.date, amendment) if changed else published


def _publish(framework, published, changed, today, amendment=None):
    """Return the record with the pages in `changed` as they now are."""
    return published.model_copy(update={
        "revision": published.revision + 1,
        "changed": today,
        "activities": _records("activities", framework.activities, published.activities, changed, today),
        "panels": _records("panels", framework.panels, published.panels, changed, today),
        "standards": _standards(framework, published, changed, amendment),
        "retired": published.retired | {id: today for id in _ended(framework, published, changed)},
    })


def _records(kind, records, before, changed, today):
    now = {record.id: record for record in records}
    kept = {id: known for id, known in before.items() if f"{kind}/{id}" not in changed}
    for id, record in now.items():
        if f"{kind}/{id}" in changed:
            sequence = before[id].sequence + 1 if id in before else 0
            kept[id] = PublishedRecord(sequence=sequence, changed=today, content=content(record))
    return kept


def _ended(framework, published, changed):
    return {id for id in published.activities if id not in framework.activity and f"activities/{id}" in changed}


def _standards(framework, published, changed, amendment):
    now = {standard.id: standard for standard in framework.standards}
    kept = {id: versions for id, versions in published.standards.items() if id in now or f"standards/{id}" not in changed}
    for id, standard in now.items():
        if f"standards/{id}" in changed:
            kept[id] = [*kept.get(id, []), _version(standard, kept.get(id), amendment)]
    return kept


def _version(standard: Standard, earlier, amendment):
    """Return the new version: with the number and the day that its page gives, else those that the amendment asks for."""
    number, effective_from = standard.version, standard.effective_from
    if earlier and amendment:
        last = earlier[-1]
        if version_key(number) <= version_key(last.number):
            number = next_version(last.number, amendment.kind)
        if amendment.kind == "minor":
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
    return f"{major}.{minor + 1}" if kind == "minor" else f"{major + 1}.0"
