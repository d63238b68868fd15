"""The framework beside the record of what was published: what is explained, what is not, and each thing's versions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..model.amendment import Amendment
from ..model.explanation import MINOR
from ..model.framework import Framework, Thing
from ..model.grouped import grouped
from .comparison import lines_of
from .fold import PublicationLog, Version, fold
from .in_force import Written, framework_on
from .provenance import Provenance, provenance
from .publication import FIRST, Publication
from .recording import Difference, differences
from .tracked import Statement, differs, statement, statements


@dataclass(frozen=True)
class History:
    """A framework as it is written, its coming versions, everything that was published of it, and the day of the build.

    `places` are the files and lines of each amendment that is written in what it explains, by its id. `apart` are the files that
    would stand otherwise if what is edited in place for a later day had a file of its own, with the text of each: None for one that goes.
    """

    written: Framework
    coming: Mapping[str, Thing]
    log: PublicationLog
    day: date
    places: Mapping[str, list[tuple[str, int]]] = field(default_factory=dict)
    apart: Mapping[str, str | None] = field(default_factory=dict)

    @cached_property
    def framework(self) -> Framework:
        """The framework that holds on the day, with what somebody has edited and not published yet."""
        return framework_on(self._files, self.log, self.day)

    def on(self, day: date) -> Framework:
        """Return the framework that holds on another day: one and the same between two days on which something starts."""
        epoch = max((start for start in self._starts if start <= day), default=date.min)
        if epoch not in self._frameworks:
            self._frameworks[epoch] = framework_on(self._files, self.log, day)
        return self._frameworks[epoch]

    @cached_property
    def _files(self) -> Written:
        edited = frozenset(difference.concern for difference in self.differences if not difference.is_coming)
        return Written(self.written, self.coming, edited)

    @cached_property
    def _frameworks(self) -> dict[date, Framework]:
        return {}

    @cached_property
    def _starts(self) -> set[date]:
        return {version.start for versions in self.log.versions.values() for version in versions}

    @cached_property
    def differences(self) -> list[Difference]:
        """What is written otherwise than it was published."""
        return differences(self.log, self.statements, self.coming_statements, self.day)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """What each tracked thing says as it is written, by its name."""
        return statements(self.written)

    @cached_property
    def coming_statements(self) -> Mapping[str, Statement]:
        """What each coming version says."""
        return {concern: statement(thing, is_coming=True) for concern, thing in self.coming.items()}

    @cached_property
    def thing_at(self) -> dict[str, Thing]:
        """What the page at an address shows: what holds, and what is only to come."""
        return {thing.page: thing for thing in self.coming.values()} | self.framework.thing_at

    @property
    def only_coming(self) -> list[Thing]:
        """What was announced for a later day and is not there yet."""
        announced = [thing for thing in self.coming.values() if thing.concern in self.log.versions]
        return [thing for thing in announced if thing.page not in self.framework.thing_at]

    def has_started(self, concern: str) -> bool:
        """True where the coming version of a thing, as its file says it, holds already."""
        in_force = self.log.in_force(concern, self.day)
        return in_force is not None and not differs(in_force.says, self.coming_statements[concern])

    def after(self, publication: Publication) -> "History":
        """Return the history as it is once something is published."""
        log, _ = fold({**self.log.publications, publication.id: publication})
        return replace(self, log=log)

    @property
    def taken(self) -> set[str]:
        """The ids that an amendment has, or had."""
        return {*self.log.publications, *self.amendment}

    def places_of(self, amendment: Amendment) -> list[tuple[str, int]]:
        """Return where an amendment is written, file by file and with the line: in its own file, or in what it explains."""
        return self.places.get(amendment.id, [(f"data/{amendment.concern}.yml", 1)])

    @cached_property
    def proposed(self) -> list[Amendment]:
        """The amendments that are not recorded yet, the first to record first."""
        waiting = [amendment for amendment in self.written.amendments if amendment.id not in self.log.publications]
        return sorted(waiting, key=lambda amendment: (amendment.date, amendment.id))

    @property
    def unexplained(self) -> list[Difference]:
        """The differences that no proposed amendment concerns. What was never published needs no explanation."""
        if not self.log.publications:
            return []
        concerns = {concern for amendment in self.proposed for concern in amendment.concerns}
        return [difference for difference in self.differences if difference.concern not in concerns]

    @cached_property
    def amendments_on(self) -> dict[str, list[Amendment]]:
        """The amendments that a page has seen, by its address, the latest first."""
        return grouped(self.latest_first, lambda amendment: map(self.framework.address_of, amendment.concerns))

    @cached_property
    def unexplained_on(self) -> dict[str, list[Difference]]:
        """What nothing explains on a page, by its address."""
        return grouped(self.unexplained, lambda difference: [self.framework.address_of(difference.concern)])

    @property
    def amendment(self) -> Mapping[str, Amendment]:
        """Every amendment by its id, which is the id of the publication that recorded it."""
        return self.written.of(Amendment)

    @cached_property
    def latest_first(self) -> list[Amendment]:
        """Every amendment, the latest first; those of one day in the reverse of the order in which they were recorded."""
        recorded = {id: n for n, id in enumerate(self.log.publications)}
        return sorted(
            self.framework.amendments, key=lambda amendment: (amendment.date, recorded.get(amendment.id, len(recorded))), reverse=True
        )

    @property
    def news(self) -> list[Amendment]:
        """Every amendment but the minor ones, the one that was told last first."""
        return sorted((one for one in self.latest_first if one.kind != MINOR), key=self.told_on, reverse=True)

    def provenance_of(self, thing: Thing) -> Provenance:
        """Return where what a thing says on the day comes from."""
        return provenance(self.log.started(thing.concern, self.day), self._restating, bool(thing.source))

    @cached_property
    def _restating(self) -> set[str]:
        """The publications that brought what the published document says."""
        return {FIRST, *(id for id, amendment in self.amendment.items() if amendment.restates)}

    def later_starts(self, amendment: Amendment) -> list[date]:
        """Return the days after its own on which what an amendment changed starts to hold, though it was put off, or something ends."""
        heirs = [self.log.heir(*announced) for announced in self._announced(amendment)]
        return sorted({*(heir.start for heir in heirs if heir), *self._ends(amendment)})

    def never_started(self, amendment: Amendment) -> list[date]:
        """Return the days after its own on which what an amendment changed was to hold, and was withdrawn before."""
        return sorted({version.start for concern, version in self._announced(amendment) if not self.log.heir(concern, version)})

    def told_on(self, amendment: Amendment) -> date:
        """Return the day on which an amendment is news for the last time: its own, or the one on which what it announced started."""
        return max(day for day in (amendment.date, *self.later_starts(amendment)) if day <= max(amendment.date, self.day))

    def _announced(self, amendment: Amendment) -> Iterator[tuple[str, Version]]:
        """Yield each thing that an amendment changes on a later day alone, with the version that is to come."""
        for concern, versions in self.log.of(amendment.id).items():
            first = min(versions, key=lambda version: version.start)
            if first.start > amendment.date and not self.log.only_puts_off(concern, first):
                yield concern, first

    def _ends(self, amendment: Amendment) -> Iterator[date]:
        """Yield each later day on which something ends, as an amendment was the first to say."""
        for concern, versions in self.log.of(amendment.id).items():
            before, last = self.log.holding_before(concern, versions[0]), self.log.in_force(concern, date.max)
            day = _end(versions[-1])
            if day and day > amendment.date and day == _end(last) and day != _end(before):
                yield day

    def title_at(self, page: str) -> str:
        """Return the title of the page at an address, also of one that is only to come."""
        return self.thing_at[page].title if page in self.thing_at else self.framework.title_at(page)

    def shown(self, concerns: Iterable[str]) -> list[Thing]:
        """Return what an amendment concerns and has a page, each page once: of a panel and its meeting the panel."""
        pages = dict.fromkeys(map(self.framework.address_of, concerns))
        return [self.thing_at[page] for page in pages if page in self.thing_at]

    def lacking(self, concern: str) -> list[str]:
        """Return the lines that were new since the coming version was announced, and that it does not have."""
        coming, now = self.log.coming(concern, self.day), self.log.in_force(concern, self.day)
        if coming is None or now is None:
            return []
        announced = self.log.first_announced(concern, coming)
        before, after = (lines_of((version.says if version else None) or {}, {}) for version in (
            self.log.holding_before(concern, announced), coming
        ))
        return [line for line in lines_of(now.says or {}, {}) if line not in before and line not in after]

    @property
    def changed(self) -> date:
        """The day of the last publication."""
        return self.log.changed


def _end(version: Version | None) -> date | None:
    """Return the day on which a thing ends, as a version says."""
    ended = (version.says if version else None) or {}
    return date.fromisoformat(ended["ended"]["on"]) if ended.get("ended") else None
