"""What a record names must be there."""

import re
from collections.abc import Iterator, Mapping

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
from .yaml_file import YamlFile, texts_in

Names = dict[str, set[str]]


def check_references(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each name that nothing has."""
    names = _names(sources)
    for name, checked in sources.single.items():
        yield from _unknown(checked.file, references_in(SINGLE[name]), names)
    for kind, files in sources.records.items():
        for checked in files.values():
            yield from _unknown(checked.file, references_in(kind), names)
    for checked in sources.pages.values():
        yield from _unknown(checked.file, references_in(Standard), names)
    for checked in sources.coming.values():
        yield from _unknown(checked.file, references_in(type(checked.record) if checked.record else Standard), names)


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


def _unknown(file: YamlFile, kinds: Mapping[str, str], names: Names) -> Iterator[Problem]:
    """Yield a problem for each name in a file that nothing has. What cannot be an id was refused before."""
    for path, name in texts_in(file.data):
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        kind = kinds.get(field, "")
        if kind in names and name not in names[kind] and (kind == "page" or re.fullmatch(ID, name)):
            yield file.problem(path, there_is_no(kind, name, names[kind]))
