"""Rules for practice standards and for the amendments that explain their changes."""

from collections.abc import Iterator

from ..history.publish import version_key
from ..history.published import Published
from ..model.activity import Activity
from ..model.amendment import Amendment
from ..model.page import Standard
from ..model.panel import Panel
from ..model.problem import Problem, there_is_no
from .checked_file import Sources


def check_standards(sources: Sources, published: Published) -> Iterator[Problem]:
    """Yield a problem for each version that goes back, and for each amendment of something unknown."""
    yield from _versions(sources, published)
    yield from _amendments(sources, published)


def _versions(sources: Sources, published: Published) -> Iterator[Problem]:
    for checked in sources.pages.values():
        standard = checked.record
        if isinstance(standard, Standard):
            versions = published.standards.get(standard.id)
            if versions and version_key(standard.version) < version_key(versions[-1].number):
                message = f"version {standard.version} goes back: version {versions[-1].number} has been published."
                yield checked.file.problem(("version",), message)


def _amendments(sources: Sources, published: Published) -> Iterator[Problem]:
    concerns = _concerns(sources, published)
    for id, checked in sources.records[Amendment].items():
        amendment = checked.record
        if isinstance(amendment, Amendment) and id not in published.amendments:  # what a recorded one concerned may have ended
            for n, concern in enumerate(amendment.concerns):
                if concern not in concerns:
                    yield checked.file.problem(("concerns", n), there_is_no("standard, activity or panel", concern, concerns))


def _concerns(sources: Sources, published: Published) -> set[str]:
    """Return everything that an amendment can name: what is there, and what was published."""
    standards = {page.record.id for page in sources.pages.values() if isinstance(page.record, Standard)}
    return {
        *(f"standards/{id}" for id in standards | published.standards.keys()),
        *(f"activities/{id}" for id in sources.records[Activity].keys() | published.activities.keys()),
        *(f"panels/{id}" for id in sources.records[Panel].keys() | published.panels.keys()),
    }
