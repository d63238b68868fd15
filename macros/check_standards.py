"""Rules for practice standards and for the amendments that explain their changes."""

from .model import Standard
from .problem import there_is_no
from .publish import version_key


def check_standards(data, pages, published):
    """Yield a Problem for each breach. `data` are Records by kind, `pages` Records by address."""
    standards = [(records.file, page) for records in pages.values() for page in records.valid.values() if isinstance(page, Standard)]
    yield from _ids(standards)
    yield from _versions(standards, published)
    yield from _amendments(data, {standard.id for _, standard in standards}, published)


def _ids(standards):
    first = {}
    for file, standard in standards:
        if standard.id in first:
            yield file.problem(("id",), f'the id "{standard.id}" is already used in {first[standard.id]}.')
        first.setdefault(standard.id, file.name)


def _versions(standards, published):
    for file, standard in standards:
        versions = published.standards.get(standard.id)
        if versions and version_key(standard.version) < version_key(versions[-1].number):
            message = f"version {standard.version} goes back: version {versions[-1].number} has been published."
            yield file.problem(("version",), message)


def _amendments(data, standards, published):
    file = data["amendments"].file
    known = {f"standards/{id}" for id in standards | published.standards.keys()}
    for kind in ("activities", "panels"):
        ids = {record.id for record in data[kind].valid.values()} | getattr(published, kind).keys()
        known |= {f"{kind}/{id}" for id in ids}
    for path, amendment in data["amendments"].valid.items():
        recorded = amendment.id in published.amendments  # what it concerned may have ended since
        for n, page in enumerate(() if recorded else amendment.concerns):
            if page not in known:
                yield file.problem((*path, "concerns", n), there_is_no("standard, activity or panel", page, known))
