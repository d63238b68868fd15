"""What a record names must be there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.activity import Activity
from ..model.address import folders
from ..model.field import references_in
from ..model.kinds import SINGLE
from ..model.month import Month
from ..model.page import Page, Standard
from ..model.panel import Panel
from ..model.problem import Problem, there_is_no
from ..model.record import Stated
from ..model.text import ID
from .checked_file import Sources
from .yaml_file import YamlFile

Names = dict[str, set[str]]
Named = tuple[str, str]  # a kind of thing, and a name
MANY = 4  # places with one and the same slip of the pen are unlikely
SHOWN = 12


def check_references(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each name that nothing has: one with all its places where many have it, since what it named is gone."""
    names = _names(sources)
    places: dict[Named, list[Problem]] = {}
    for file, kinds in _files(sources):
        for named, place in _unknown(file, kinds, names):
            places.setdefault(named, []).append(place)
    for (kind, name), problems in places.items():
        if len(problems) < MANY:
            yield from problems
        else:
            yield _gone(kind, name, sorted(set(problems)), sources)


def _files(sources: Sources) -> Iterator[tuple[YamlFile, Mapping[str, str]]]:
    """Yield each file, with what its fields refer to."""
    for name, checked in sources.single.items():
        yield checked.file, references_in(SINGLE[name])
    for kind, files in sources.records.items():
        for checked in files.values():
            yield checked.file, references_in(kind)
    for checked in sources.pages.values():
        yield checked.file, references_in(Standard)
    for checked in sources.coming.values():
        yield checked.file, references_in(type(checked.record) if checked.record else Standard)


def _gone(kind: str, name: str, places: list[Problem], sources: Sources) -> Problem:
    """Return one problem for what many places name, at the file that had it."""
    folder = next((one.KIND.folder for one in sources.records if one.KIND.name == kind), "")
    field, edition = f"{kind.replace(' ', '_')}s", sources.single["framework"].file
    here = Problem(f"data/{folder}/{name}.yml", 1, "") if folder else edition.problem((field,), "")
    if kind == "page":
        here = Problem(f"docs/{name}.md", 1, "")
    shown = ", ".join(f"{place.file}:{place.line}" for place in places[:SHOWN])
    more = f" and {len(places) - SHOWN} more places" if len(places) > SHOWN else ""
    what = f'there is no {kind} "{name}", and {len(places)} places name it: put it back, or take it out of'
    return replace(here, message=f"{what} {shown}{more}.")


def _names(sources: Sources) -> Names:
    """Return what may be named, by kind. A kind is left out where a mistake in data/framework.yml hides some of its ids."""
    names = {kind.KIND.name: set(files) for kind, files in sources.records.items()}
    raw = sources.single["framework"].raw
    edition = raw if isinstance(raw, dict) else {}
    sections = edition.get("sections")
    ids = [section.get("id") for section in sections if isinstance(section, dict)] if isinstance(sections, list) else []
    valid = {id for id in ids if isinstance(id, str) and re.fullmatch(ID, id)}
    if valid and valid == set(ids):
        names["section"] = valid
    for kind in sources.records:
        groups = edition.get(f"{kind.KIND.name}_groups")
        if isinstance(groups, dict) and all(re.fullmatch(ID, str(id)) for id in groups):
            names[f"{kind.KIND.name} group"] = set(groups)
    pages = {*sources.pages, *(month.page for month in Month), *_pages(sources), *_pages_to_come(sources)}
    names["page"] = pages | folders(pages)
    return names


def _pages(sources: Sources) -> Iterator[str]:
    """Yield the address of the page that each record makes. A panel's meeting has the panel's page."""
    for kind, files in sources.records.items():
        if kind.KIND.has_pages:
            for id in files:
                if kind is not Activity or id not in sources.records[Panel]:
                    yield f"{kind.KIND.folder}/{id}"


def _pages_to_come(sources: Sources) -> Iterator[str]:
    """Yield the address of the page of each coming version: what is only to come may be named too."""
    for checked in sources.coming.values():
        if isinstance(checked.record, (Stated, Page)):
            yield checked.record.page


def _unknown(file: YamlFile, kinds: Mapping[str, str], names: Names) -> Iterator[tuple[Named, Problem]]:
    """Yield each name in a file that nothing has, with the problem. What cannot be an id was refused before."""
    for path, name in file.texts:
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        kind = kinds.get(field, "")
        if kind in names and name not in names[kind] and (kind == "page" or re.fullmatch(ID, name)):
            yield (kind, name), file.problem(path, there_is_no(kind, name, names[kind]))
