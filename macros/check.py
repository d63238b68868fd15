"""Rules that span records and files. Each yields every breach it finds; none stops at the first."""

from .check_schedule import check_schedule
from .model import Month
from .problem import Problem, did_you_mean

# Which field of which file names what. `framework.yml` holds the sections and the groups.
REFERENCES = {
    "activities": {"group": "activity group", "panel": "panel", "lead": "role", "attend": "role", "receive": "role", "source": "section"},
    "panels": {"group": "panel group", "chair": "role", "members": "role", "reports_to": "panel", "source": "section"},
    "roles": {"group": "role group", "source": "section"},
    "glossary": {"source": "section"},
    "diagrams": {"source": "section"},
    "pages": {"source": "section"},
    "question": {"settled_by": "role", "source": "section", "concerns": "page"},
    "month detail": {"attend": "role"},
}


def check(data, pages, published):
    """Yield a Problem for each breach. `data`: Records by kind; `pages`: Records by address of each hand-written page."""
    known = _known(data, pages)
    yield from _unique_ids(data)
    yield from _references(data, pages, known)
    yield from _activities(data["activities"], known)
    yield from _retired(data["activities"], published)
    yield from check_schedule(data["activities"], data["calendar"])
    yield from _glossary(data["glossary"])


def _known(data, pages):
    """Return every id that may be named, also those of records with mistakes of their own."""
    edition = data["framework"].file.data
    edition = edition if isinstance(edition, dict) else {}
    known = {kind: {identity for _, identity in _ids(data[f"{kind}s"].file.data)} for kind in ("panel", "role")}
    activities = {identity for _, identity in _ids(data["activities"].file.data)}
    known["section"] = {identity for _, identity in _ids(edition.get("sections"))}
    for kind in ("activity", "panel", "role"):
        groups = edition.get(f"{kind}_groups")
        known[f"{kind} group"] = set(groups) if isinstance(groups, dict) else set()
    known["page"] = set(pages) | {month.page for month in Month}
    known["page"] |= {f"panels/{panel}" for panel in known["panel"]} | {f"roles/{role}" for role in known["role"]}
    known["page"] |= {f"activities/{activity}" for activity in activities - known["panel"]}
    return known


def _ids(items):
    """Yield (path, id) of every item of a list that has one."""
    for n, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield (n, "id"), item["id"]


def _unique_ids(data):
    for kind in ("activities", "panels", "roles", "diagrams"):
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
    for kind in ("activities", "panels", "roles", "glossary", "diagrams"):
        for path, record in data[kind].valid.items():
            yield from _unknown(data[kind].file, path, record, REFERENCES[kind], known)
    for records in pages.values():
        for path, page in records.valid.items():
            yield from _unknown(records.file, path, page, REFERENCES["pages"], known)
    for path, group in data["questions"].valid.items():
        for n, question in enumerate(group.questions):
            place = (*path, "questions", n)
            yield from _unknown(data["questions"].file, place, question, REFERENCES["question"], known)


def _unknown(file, path, record, references, known):
    """Yield a problem for each name in `record` that nothing has."""
    for field, kind in references.items():
        value = getattr(record, field)
        named = {(field,): value} if isinstance(value, str) else {(field, n): name for n, name in enumerate(value or ())}
        for place, name in named.items():
            if name not in known[kind]:
                yield file.problem((*path, *place), f'there is no {kind} "{name}".{did_you_mean(name, known[kind])}')


def _activities(activities, known):
    file = activities.file
    for path, activity in activities.valid.items():
        if activity.id in known["panel"] and not activity.is_meeting:
            yield file.problem((*path, "id"), f'"{activity.id}" is a panel: give "panel: {activity.id}", or another id.')
        if activity.id == "digest":
            yield file.problem((*path, "id"), 'the id "digest" is kept for the monthly entry of the calendar.')
        for month, detail in activity.by_month.items():
            place = (*path, "by_month", month.name)
            if month not in activity.placements:
                yield file.problem(place, f'"{activity.id}" does not run in {month.name}.')
            yield from _unknown(file, place, detail, REFERENCES["month detail"], known)


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
