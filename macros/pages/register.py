"""The register of practice standards: its rows in order, and which of its columns have something to say."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..history.history import History
from ..model.page import Standard
from .versions import VersionPage, version_pages

FIELDS = ("last_reviewed", "review_by", "owner")


@dataclass(frozen=True)
class Row:
    """A standard with its versions, the first one first."""

    standard: Standard
    versions: list[VersionPage]

    @property
    def known(self) -> set[str]:
        """What is set of it: names of its fields, and "starts" for a version that has a first day and holds or is to come."""
        starts = any(one.version.starts for one in self.versions if one.state in ("in force", "coming"))
        return {name for name in FIELDS if getattr(self.standard, name)} | ({"starts"} if starts else set())


def rows_of(history: History) -> list[Row]:
    """Return every standard, those that have ended or are to come as well: folder by folder, as the menu has them."""
    to_come = [thing for thing in history.only_coming if isinstance(thing, Standard) and not thing.is_own]
    every: Iterable[Standard] = [*history.framework.standard_at.values(), *to_come]
    in_order = sorted(every, key=lambda standard: (standard.page.rpartition("/")[0], standard.place))
    return [Row(standard, version_pages(history, standard.page)) for standard in in_order]
