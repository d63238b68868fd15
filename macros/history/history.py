"""The framework beside the record of what was published: what is explained, what is not, and each standard's versions."""

from dataclasses import dataclass

from ..model.amendment import MINOR, Amendment
from ..model.framework import Framework
from ..model.page import Standard
from .changes import Change, changes_since
from .publish import with_amendments
from .published import Published, Version


@dataclass(frozen=True)
class History:
    """`published` has taken in every amendment; `unexplained` is what differs from it all the same."""

    framework: Framework
    published: Published
    unexplained: tuple[Change, ...]

    def versions(self, standard: Standard) -> list[Version]:
        """Return the versions of a standard from the first; none where it was never published."""
        return self.published.standards.get(standard.id, [])

    def amendments_on(self, page: str) -> list[Amendment]:
        """Return the amendments that the page at an address has seen, the latest first."""
        amendments = self.framework.amendments
        concerning = [amendment for amendment in amendments if page in map(self.framework.address_of, amendment.concerns)]
        return sorted(concerning, key=lambda amendment: amendment.date, reverse=True)

    def unexplained_on(self, page: str) -> list[Change]:
        return [change for change in self.unexplained if self.framework.address_of(change.concern) == page]

    @property
    def news(self) -> list[Amendment]:
        """Every amendment but the minor ones, the latest first."""
        notable = [amendment for amendment in self.framework.amendments if amendment.kind != MINOR]
        return sorted(notable, key=lambda amendment: (amendment.date, amendment.id), reverse=True)


def history_of(framework: Framework, recorded: Published) -> History:
    """Return the history of a framework, given what was recorded at the last publication."""
    published = with_amendments(framework, recorded)
    return History(framework, published, tuple(changes_since(framework, published)))
