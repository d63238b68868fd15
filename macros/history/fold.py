"""The fold of all publications: for each thing the chain of what it said, and for each entry of a calendar its sequence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..model.amendment import MINOR
from .digest import digest
from .publication import Change, Publication


NEVER = date(1970, 1, 1)  # the day of an edition that was never published


@dataclass(frozen=True)
class Version:
    """What a thing says from the day `starts`, published by the amendment of this id; `says` is None where it is gone.

    `mark` tells it from every other version of every thing, also from one that says the same.
    """

    number: str
    publication: str
    published: date
    kind: str
    starts: date | None
    says: dict[str, Any] | None
    mark: str

    @property
    def start(self) -> date:
        """The day from which it holds; what was there at first has held as long as anybody asks."""
        return self.starts or date.min


@dataclass(frozen=True)
class RecordedEntry:
    """An entry of a calendar as people last saw it, since the day `changed`."""

    sequence: int
    changed: date
    digest: str


@dataclass(frozen=True)
class Broken:
    """A publication that does not fit the others: what is wrong with it, for whoever keeps the record."""

    publication: str
    message: str


@dataclass(frozen=True)
class Record:
    """Everything that was published. `versions` are in the order of their recording, the first one first."""

    publications: Mapping[str, Publication]  # in the order in which they were made
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    entries: Mapping[str, RecordedEntry] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()

    def last(self, concern: str) -> Version | None:
        """Return the newest version of a thing that still is there."""
        versions = self.versions.get(concern, ())
        return versions[-1] if versions and versions[-1].says is not None else None

    def in_force(self, concern: str, day: date) -> Version | None:
        """Return the version that holds on a day: of those that have started the latest, of two on one day the newer."""
        started = [version for version in self.versions.get(concern, ()) if version.start <= day]
        return max(enumerate(started), key=lambda numbered: (numbered[1].start, numbered[0]))[1] if started else None

    def of(self, publication: str) -> dict[str, Version]:
        """Return what one publication brought, by thing."""
        return {
            concern: version for concern, versions in self.versions.items() for version in versions if version.publication == publication
        }

    @property
    def changed(self) -> date:
        """The day of the last publication."""
        return max((publication.date for publication in self.publications.values()), default=NEVER)


def fold(publications: Mapping[str, Publication]) -> tuple[Record, list[Broken]]:
    """Return what all publications together say, and those that do not fit the others."""
    broken: list[Broken] = []
    versions = {concern: tuple(_chain(concern, changes, broken)) for concern, changes in _by_concern(publications).items()}
    in_order = dict(sorted(publications.items(), key=lambda item: (item[1].date, item[1].number, item[0])))
    return Record(in_order, versions, _entries(in_order.values()), _addresses(in_order.values())), broken


def _by_concern(publications: Mapping[str, Publication]) -> dict[str, dict[str, tuple[Publication, Change]]]:
    """Return the changes of each thing by the publication that brought them."""
    changes: dict[str, dict[str, tuple[Publication, Change]]] = {}
    for id, publication in publications.items():
        for concern, change in publication.things.items():
            changes.setdefault(concern, {})[id] = publication, change
    return changes


def _chain(concern: str, changes: dict[str, tuple[Publication, Change]], broken: list[Broken]) -> Iterator[Version]:
    """Yield the versions of a thing, each after the one that it says it came after."""
    waiting, last = dict(changes), None
    while waiting:
        after = last.mark if last else None
        following = [id for id, (_, change) in waiting.items() if change.after == after]
        if not following:
            broken += [Broken(id, f"{concern} is not as it was before this publication: a file of the record is missing.") for id in waiting]
            return
        if len(following) > 1:
            others = ", ".join(sorted(following)[1:])
            broken.append(Broken(sorted(following)[0], f"{concern} was amended twice from the same text: {others} as well. {MERGE}"))
            return
        publication, change = waiting.pop(following[0])
        number, mark = _number(last, publication.kind), mark_of(change)
        last = Version(number, following[0], publication.date, publication.kind, change.starts, change.says, mark)
        yield last


def mark_of(change: Change) -> str:
    """Return the mark of the version that a change makes: the digest of what it says and of all that came before it."""
    return digest([change.after, change.says])


MERGE = "Take one of the two back: delete its file in data/published/, put both changes into the text, and run make amend."


def _number(last: Version | None, kind: str) -> str:
    """Return the number of the version after this one: 1.1 after 1.0 for a minor amendment, else 2.0."""
    if last is None:
        return "1.0"
    major, minor = map(int, last.number.split("."))
    return f"{major}.{minor + 1}" if kind == MINOR else f"{major + 1}.0"


def _entries(publications: Iterable[Publication]) -> dict[str, RecordedEntry]:
    """Return the newest state of each entry: the one with the highest sequence."""
    entries: dict[str, RecordedEntry] = {}
    for publication in publications:
        for uid, entry in publication.entries.items():
            if uid not in entries or entry.sequence > entries[uid].sequence:
                entries[uid] = RecordedEntry(entry.sequence, publication.date, entry.digest)
    return entries


def _addresses(publications: Iterable[Publication]) -> frozenset[str]:
    return frozenset(address for publication in publications for address in publication.addresses)
