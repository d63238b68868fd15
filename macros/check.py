"""Rules that span records and files. Each yields every breach it finds; none stops at the first."""

import re

from .check_schedule import check_schedule
from .check_standards import check_standards
from .month import Month
from .problem import Problem, there_is_no

# Which field of which file names what. `framework.yml` holds the sections and the groups.
REFERENCES = {
    "activities": {"group": "activity group", "panel": "panel", "lead": "role", "attend": "role", "receive": "role", "source": "section"},
    "panels": {"group": "panel group", "chair": "role", "members": "role", "reports_to": "panel", "source": "section"},
    "roles": {"group": "role group", "source": "section"},
    "glossary": {"source": "section"},
    "diagrams": {"source": "section"},
    "questions": {"settled_by": "role", "source": "section", "concerns": "page"},
}
PAGE_REFERENCES = {"source": "section", "owner": "role", "collects": "page"}
AN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(data, pages, published):
    """Yield a Problem for each breach. `data`: Records by kind; `pages`: Records by address of each hand-written page."""
    known = _known(data, pages)
    yield from _unique_ids(data)
    yield from _references(data, pages, known)
    yield from _activities(data["activities"], known)
    yield from _retired(data["activities"], published)
    yield from check_standards(data, pages, published)
    yield from check_schedule(data["activities"], data["calendar"])
    yield from _glossary(data["glossary"])


def _known(data, pages):
    """Return every id that may be named, by kind. A kind is left out where another mistake hides some of its ids."""
    edition = data["framework"].file.data
    edition = edition if isinstance(edition, dict) else {}
    groups = {kind: edition.get(f"{kind}_groups") for kind in ("activity", "panel", "role")}
    known = {f"{kind} group": set(titles) for kind, titles in groups.items() if isinstance(titles, dict) and _are_ids(titles)}
    lists = {kind: data[name].file.data for kind, name in {"activity": "activities", "panel": "panels", "role": "roles"}.items()}
    lists["section"] = edition.get("sections")
    for kind, items in lists.items():
        ids = [identity for _, identity in _ids(items)]
        if isinstance(items, list) and len(ids) == len(items) and _are_ids(ids):
            known[kind] = set(ids)
    if {"activity", "panel", "role"} <= known.keys():
        known["page"] = {*pages, *(month.page for month in Month), *_pages(known)}
    return known


def _are_ids(names):
    return all(map(AN_ID.fullmatch, names))


def _pages(known):
    """Yield the address of the page that each record makes."""
    for panel in known["panel"]:
        yield f"panels/{panel}"
    for role in known["role"]:
        yield f"roles/{role}"
    for activity in known["activity"] - known["panel"]:
        yield f"activities/{activity}"


def _ids(items):
    """Yield (path, id) of every item of a list that has one."""
    for n, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield (n, "id"), item["id"]


def _unique_ids(data):
    for kind in ("activities", "panels", "roles", "diagrams", "amendments"):
        yield from _repeats(data[kind].file, _ids(data[kind].file.data))
    edition = data["framework"].file
    sections = edition.data.get("sections") if isinstance(edition.data, dict) else ()
    yield from _repeats(edition, ((("sections", *path), identity) for path, identity in _ids(sections)))
    questions = data["questions"].file
    groups = enumerate(questions.data if isinstance(questions.data, list) else ())
    yield from _repeats(questions, (
        ((n, "questions", *path), identity)
        for n, group in groups if isinstance(group, dict)
        for path, identity in _ids(group.get("questions"))
    ))


def _repeats(file, ids):
    first = {}
    for path, identity in ids:
        line = file.problem(path, "").line
        if identity in first:
            yield Problem(file.name, line, f'the id "{identity}" is already used on line {first[identity]}.')
        first.setdefault(identity, line)


def _references(data, pages, known):
    for kind, references in REFERENCES.items():
        yield from _unknown(data[kind].file, references, known)
    for page in pages.values():
        yield from _unknown(page.file, PAGE_REFERENCES, known)


def _unknown(file, references, known):
    """Yield a problem for each name in a file that nothing has. What cannot be an id was refused before."""
    for path, name in _texts(file.data):
        field = next((step for step in reversed(path) if isinstance(step, str)), None)
        kind = references.get(field)
        if kind in known and name not in known[kind] and (kind == "page" or AN_ID.fullmatch(name)):
            yield file.problem(path, there_is_no(kind, name, known[kind]))


def _texts(value, path=()):
    """Yield (path, text) of every text in what a file holds."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for step, inside in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inside, (*path, step))


def _activities(activities, known):
    file = activities.file
    for path, activity in activities.valid.items():
        if activity.id in known.get("panel", ()) and not activity.is_meeting:
            yield file.problem((*path, "id"), f'"{activity.id}" is a panel: give "panel: {activity.id}", or another id.')
        if activity.id == "digest":
            yield file.problem((*path, "id"), 'the id "digest" is kept for the monthly entry of the calendar.')
        for month in activity.by_month:
            if month not in activity.placements:
                yield file.problem((*path, "by_month", month.name), f'"{activity.id}" does not run in {month.name}.')


def _retired(activities, published):
    for path, activity in activities.valid.items():
        if activity.id in published.retired:
            yield activities.file.problem((*path, "id"), f'the id "{activity.id}" belonged to an activity that has ended: choose another.')


def _glossary(glossary):
    seen = {}
    for path, term in glossary.valid.items():
        for name in (term.term, *term.also):
            if name in seen:
                yield glossary.file.problem(path, f'"{name}" already stands in the glossary on line {seen[name]}.')
            seen.setdefault(name, glossary.file.problem(path, "").line)
        if term.general_knowledge and not term.meaning:
            yield glossary.file.problem((*path, "general_knowledge"), f'"{term.term}" has no meaning that could be general knowledge.')
