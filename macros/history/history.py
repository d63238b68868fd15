"""The framework beside the record of what was published: what is explained, what is not, and each thing's versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model.amendment import MINOR, Amendment
from ..model.framework import Framework
from ..model.page import Standard
from .fold import Record, Version
from .record import Difference, differences
from .tracked import Statement, statements


@dataclass(frozen=True)
class History:
    """A framework, and everything that was published of it."""

    framework: Framework
    record: Record

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """What each tracked thing says now, by its name."""
        return statements(self.framework)

    @cached_property
    def differences(self) -> list[Difference]:
        """What no longer is as it was published."""
        return differences(self.record, self.statements)

    @cached_property
    def proposed(self) -> list[Amendment]:
        """The amendments that are not recorded yet, the first to record first."""
        return [amendment for amendment in self.framework.amendments if amendment.id not in self.record.publications]

    @property
    def unexplained(self) -> list[Difference]:
        """The differences that no proposed amendment concerns."""
        concerns = {concern for amendment in self.proposed for concern in amendment.concerns}
        return [difference for difference in self.differences if difference.concern not in concerns]

    def versions(self, standard: Standard) -> list[Version]:
        """Return the versions of a standard from the first; none where it was never published."""
        return list(self.record.versions.get(f"standards/{standard.id}", ()))

    def gone(self, folder: str) -> dict[str, date]:
        """Return the ids of the records of a folder that are gone, with the day since which they are."""
        last = {concern: versions[-1] for concern, versions in self.record.versions.items() if concern.startswith(f"{folder}/")}
        return {concern.removeprefix(f"{folder}/"): version.start for concern, version in last.items() if version.says is None}

    def amendments_on(self, page: str) -> list[Amendment]:
        """Return the amendments that the page at an address has seen, the latest first."""
        return [amendment for amendment in self.latest_first if page in map(self.framework.address_of, amendment.concerns)]

    def unexplained_on(self, page: str) -> list[Difference]:
        return [difference for difference in self.unexplained if self.framework.address_of(difference.concern) == page]

    @cached_property
    def latest_first(self) -> list[Amendment]:
        """Every amendment, the latest first; those of one day in the reverse of the order in which they were recorded."""
        recorded = {id: n for n, id in enumerate(self.record.publications)}
        return sorted(
            self.framework.amendments, key=lambda amendment: (amendment.date, recorded.get(amendment.id, len(recorded))), reverse=True
        )

    @property
    def news(self) -> list[Amendment]:
        """Every amendment but the minor ones, the latest first."""
        return [amendment for amendment in self.latest_first if amendment.kind != MINOR]

    @property
    def changed(self) -> date:
        """The day of the last publication."""
        return self.record.changed
