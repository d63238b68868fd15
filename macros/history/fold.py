"""The fold of all publications: for each thing the chain of what it said, and for each entry of a calendar its sequence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..model.explanation import MINOR
from .digest import digest
from .publication import Change, EntryChange, Publication

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
    withdraws: str | None = None  # the mark of a coming version that will not come
    is_new: bool = True  # False for one that does nothing but withdraw: what held goes on

    @property
    def is_coming(self) -> bool:
        """True where it was published for a later day."""
        return self.start > self.published

    @property
    def start(self) -> date:
        """The day from which it holds; what was there at first has held as long as anybody asks."""
        return self.starts or date.min


def _standing(versions: Sequence[Version]) -> list[Version]:
    """Return the versions that bring something, but for coming ones that another took the place of before they started."""
    return [one for n, one in enumerate(versions) if one.is_new and not any(_replaces(later, one) for later in versions[n + 1:])]


def _started(versions: Sequence[Version], day: date) -> list[Version]:
    """Return the versions that have started by a day, in the order of their starts, of two on one day the newer last."""
    return sorted((version for version in _standing(versions) if version.start <= day), key=lambda version: version.start)


def _replaces(later: Version, version: Version) -> bool:
    """True where a version withdraws a coming one, or is a coming one itself that was published before an earlier one had started."""
    if later.withdraws == version.mark:
        return True
    return later.is_coming and version.is_coming and later.published < version.start


@dataclass(frozen=True)
class RecordedEntry:
    """An entry of a calendar as people last saw it, since the day `changed`.

    Two people may have changed it without knowing of each other: then nobody knows yet what it says, and `digest` is None.
    """

    sequence: int
    changed: date
    digest: str | None

    def is_as(self, digest: str) -> bool:
        """True where the entry that has this digest needs no higher sequence."""
        return self.digest in (None, digest)


@dataclass(frozen=True)
class Broken:
    """A publication that does not fit the others: what is wrong with it, for whoever keeps the record."""

    publication: str
    message: str


@dataclass(frozen=True)
class PublicationLog:
    """Everything that was published. `versions` are in the order of their recording, the first one first."""

    publications: Mapping[str, Publication]  # in the order in which they were made
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    entries: Mapping[str, RecordedEntry] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    documents: Mapping[str, str] = field(default_factory=dict)  # the digest of each, by its address

    def standing(self, concern: str) -> list[Version]:
        """Return the versions of a thing but for coming ones that another took the place of before they started."""
        return _standing(self.versions.get(concern, ()))

    def has_several(self, concern: str) -> bool:
        """True for what has a page for each of its versions: one alone has none but its own."""
        return sum(version.is_new for version in self.versions.get(concern, ())) > 1

    def heir(self, concern: str, version: Version) -> Version | None:
        """Return the version in which a coming one lives on: itself, or the one that took its place; None where it was withdrawn."""
        versions = self.versions[concern]
        later = next((one for one in versions[versions.index(version) + 1:] if _replaces(one, version)), None)
        if later is None:
            return version
        return None if later.withdraws == version.mark else self.heir(concern, later)

    def started(self, concern: str, day: date) -> list[Version]:
        """Return the versions of a thing that have started by a day, in the order of their starts, of two on one day the newer last."""
        return _started(self.versions.get(concern, ()), day)

    def first_announced(self, concern: str, version: Version) -> Version:
        """Return the first of the coming versions that a coming one took the place of: itself, where it was the first."""
        replaced = next((one for one in reversed(self._before(concern, version)) if _replaces(version, one)), None)
        return self.first_announced(concern, replaced) if replaced else version

    def only_puts_off(self, concern: str, version: Version) -> bool:
        """True for a coming version that says what the one before it said, from another day."""
        return any(_replaces(version, one) and one.says == version.says for one in self._before(concern, version))

    def holding_before(self, concern: str, version: Version) -> Version | None:
        """Return the version that held when another one was published."""
        return next(reversed(_started(self._before(concern, version), version.published)), None)

    def _before(self, concern: str, version: Version) -> Sequence[Version]:
        """Return the versions that were recorded before another one."""
        versions = self.versions[concern]
        return versions[:versions.index(version)]

    def in_force(self, concern: str, day: date) -> Version | None:
        """Return the version that holds on a day."""
        return next(reversed(self.started(concern, day)), None)

    def coming(self, concern: str, day: date) -> Version | None:
        """Return the version that starts after a day, if there is one."""
        return next((version for version in self.standing(concern) if version.start > day), None)

    def of(self, publication: str) -> dict[str, list[Version]]:
        """Return what one publication brought of each thing: of one it may be the text in force and the coming one."""
        of_each = {concern: [one for one in versions if one.publication == publication] for concern, versions in self.versions.items()}
        return {concern: brought for concern, brought in of_each.items() if brought}

    def since(self, uid: str) -> date:
        """Return the day on which people first saw an entry of the calendars: of a new one that of the last publication."""
        return next((publication.date for publication in self.publications.values() if uid in publication.entries), self.changed)

    @property
    def newest(self) -> dict[str, str]:
        """The seals of the publications that no other one follows, by id: one, or one of each person who worked at the same time."""
        followed = {id for publication in self.publications.values() for id in publication.follows}
        return {id: publication.seal for id, publication in self.publications.items() if id not in followed}

    @property
    def changed(self) -> date:
        """The day of the last publication."""
        return max((publication.date for publication in self.publications.values()), default=NEVER)


def fold(publications: Mapping[str, Publication]) -> tuple[PublicationLog, list[Broken]]:
    """Return what all publications together say, and those that do not fit the others."""
    broken: list[Broken] = []
    versions = {concern: tuple(_chain(concern, changes, broken)) for concern, changes in _by_concern(publications).items()}
    in_order = dict(sorted(publications.items(), key=lambda item: (item[1].date, item[1].number, item[0])))
    every = in_order.values()
    return PublicationLog(in_order, versions, _entries(every), _addresses(every), _documents(every)), broken


Changes = Mapping[str, tuple[Publication, tuple[Change, ...]]]  # of one thing, by the publication that brought them


def _by_concern(publications: Mapping[str, Publication]) -> dict[str, Changes]:
    by_concern: dict[str, dict[str, tuple[Publication, tuple[Change, ...]]]] = {}
    for id, publication in publications.items():
        for concern, changes in publication.things.items():
            by_concern.setdefault(concern, {})[id] = publication, changes
    return dict(by_concern)


def _chain(concern: str, changes: Changes, broken: list[Broken]) -> list[Version]:
    """Return the versions of a thing, each after the one that it says it came after."""
    waiting, versions = dict(changes), list[Version]()
    while waiting:
        after = versions[-1].mark if versions else None
        following = sorted(id for id, (_, its) in waiting.items() if its[0].after == after)
        if len(following) != 1:
            broken += _broken(concern, following) if following else [Broken(id, ALONE.format(concern=concern)) for id in waiting]
            return versions
        publication, its = waiting.pop(following[0])
        for change in its:
            versions.append(_version(versions, following[0], publication, change))
    return versions


def _broken(concern: str, following: list[str]) -> Iterator[Broken]:
    """Yield what to say of publications that change the same version of a thing."""
    for id in following:
        yield Broken(id, BOTH.format(concern=concern, others=" and ".join(other for other in following if other != id)))


ALONE = "{concern} never was as it was before this publication. Take the folder back from the version history."
BOTH = (
    "{concern} was amended from the same text by {others} as well. One of the two comes second: let {concern} say what both say, "
    "delete the file of the second one here and those that followed it, and run make amend, which records it anew."
)


def _version(versions: list[Version], id: str, publication: Publication, change: Change) -> Version:
    version = Version("", id, publication.date, publication.kind, change.starts, change.says, mark_of(change), change.withdraws)
    held = next(reversed(_started(versions, version.published)), None)
    if version.withdraws and held and held.says == version.says:
        return replace(version, number=held.number, is_new=False)
    return replace(version, number=_number(versions, version))


def mark_of(change: Change) -> str:
    """Return the mark of the version that a change makes: the digest of what it says and of all that came before it."""
    withdraws = [change.withdraws] if change.withdraws else []
    return digest([change.after, change.says, change.starts and change.starts.isoformat(), *withdraws])


def _number(earlier: list[Version], version: Version) -> str:
    """Return the number of a version after earlier ones: 2.0 after 1.0, 1.1 for a minor amendment.

    It is 1.1 as well where a coming version has the 2.0 already, and 2.1 for what takes the place of a coming 2.0.
    """
    if not earlier:
        return "1.0"
    replaced = [one for one in earlier if _replaces(version, one)]
    started = [one for one in earlier if version.is_coming or one.start <= version.published]
    before = max(replaced or started or earlier, key=lambda one: version_key(one.number))
    major, minor = version_key(before.number)
    taken = {one.number for one in earlier}
    if version.kind != MINOR and not replaced and f"{major + 1}.0" not in taken:
        return f"{major + 1}.0"
    return next(number for n in range(minor + 1, minor + len(earlier) + 2) if (number := f"{major}.{n}") not in taken)


def version_key(number: str) -> tuple[int, int]:
    """Return what orders versions: "2.10" comes after "2.9"."""
    major, minor = number.split(".")
    return int(major), int(minor)


def _entries(publications: Iterable[Publication]) -> dict[str, RecordedEntry]:
    """Return the newest state of each entry. Its sequence counts its changes, also those made on two branches at once."""
    changes: dict[str, list[tuple[date, EntryChange]]] = {}
    for publication in publications:
        for uid, entry in publication.entries.items():
            changes.setdefault(uid, []).append((publication.date, entry))
    return {uid: _entry(its) for uid, its in changes.items()}


def _entry(changes: list[tuple[date, EntryChange]]) -> RecordedEntry:
    newest = max((entry for _, entry in changes), key=lambda entry: entry.sequence)
    sequence = len(changes) - 1
    return RecordedEntry(sequence, max(day for day, _ in changes), newest.digest if newest.sequence == sequence else None)


def _addresses(publications: Iterable[Publication]) -> frozenset[str]:
    return frozenset(address for publication in publications for address in publication.addresses)


def _documents(publications: Iterable[Publication]) -> dict[str, str]:
    return {address: digest for publication in publications for address, digest in publication.documents.items()}
