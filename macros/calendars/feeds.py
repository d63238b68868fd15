"""Which calendars there are, and which entries each of them holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from ..history.history import History
from ..history.reviews import with_review_date
from ..model import address
from ..model.activity import Activity
from ..model.ending import Ending
from ..model.framework import Thing
from ..model.grouped import grouped
from ..model.month import Slot
from ..model.page import Standard
from ..model.record import Stated
from ..schedule.occurrences import Occurrence, occurrences
from .entries import Entry, digest_entry, entry_of, last_word, no_dates_yet, nothing_planned, review_of, start_of
from .icalendar import Writer, vcalendar


@dataclass(frozen=True)
class Feed:
    """A calendar to subscribe to: its path in the site, whose it is, its name, and what it shows."""

    path: str
    council: str
    name: str
    description: str
    entries: tuple[Entry, ...]
    writer: Writer
    is_offered: bool = True

    @cached_property
    def content(self) -> bytes:
        """Its iCalendar bytes, which are written where they are asked for: `make amend` needs the entries alone."""
        return vcalendar(f"{self.council}: {self.name}", self.description, [self.writer.vevent(entry) for entry in self.entries])

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0] + "/"


@dataclass(frozen=True)
class Scheduled:
    """An occurrence, with its entry in every feed that holds it."""

    occurrence: Occurrence
    entry: Entry


def schedule(history: History) -> list[Scheduled]:
    """Return every occurrence with its entry."""
    calendar = history.framework.calendar
    every = occurrences(history.on, calendar.from_, calendar.to)
    return [Scheduled(occurrence, entry_of(history, occurrence)) for occurrence in every]


def build_feeds(history: History, scheduled: list[Scheduled], site_url: str) -> dict[str, Feed]:
    """Return the calendars by path. `site_url` ends with a slash; "" leaves addresses out of the entries."""
    feeds = _Feeds(history, scheduled, Writer(site_url))
    every = [
        feeds.whole_year(), feeds.dates(), *feeds.naming_nobody(), *feeds.reviews(),
        *feeds.panels(), *feeds.roles(), *feeds.activities(),
    ]
    return {feed.path: feed for feed in every}


@dataclass(frozen=True)
class _Feeds:
    """The feeds of a framework; each entry is serialised once."""

    history: History
    scheduled: list[Scheduled]
    writer: Writer

    def whole_year(self) -> Feed:
        """Return the calendar to recommend: a digest for each month, and every dated or cancelled occurrence by itself."""
        entries = []
        for _, month in groupby(sorted(self.scheduled, key=_slot), key=_slot):
            in_month = list(month)
            undated = [item.occurrence for item in in_month if not item.occurrence.is_dated]
            entries += [digest_entry(self.history, undated)] if undated else []
            entries += [item.entry for item in in_month if item.occurrence.is_dated]
        about = "One entry a month lists what has no date yet; what has a date is an entry of its own."
        return self._feed(address.WHOLE_YEAR_FEED, "Quality assurance", about, entries, self._activities(self.scheduled))

    def dates(self) -> Feed:
        """Return the calendar of what has a date, for those who want no reminders. It is offered once there is one."""
        dated = [item for item in self.scheduled if item.occurrence.is_dated]
        entries = [item.entry for item in dated] or [no_dates_yet(self.history, address.CALENDAR)]
        about = "Every activity that has a date, and no reminder of what has none."
        feed = self._feed(address.DATES_FEED, "Dates only", about, entries, self._activities(dated))
        return replace(feed, is_offered=bool(dated))

    def naming_nobody(self) -> Iterator[Feed]:
        """Yield the calendar that goes with that of any role: what names no role may be for it as well."""
        items = [item for item in self.scheduled if item.occurrence.placement.names_nobody]
        entries = [item.entry for item in items]
        if not entries and address.NAMING_NOBODY_FEED in self.history.log.addresses:
            entries = [nothing_planned(self.history, address.TIMELINE)]
        if entries:
            about = "Work for which no role is named, so it may be for you. Add it beside the calendar of your role."
            yield self._feed(address.NAMING_NOBODY_FEED, "May be for you (no one is named)", about, entries, self._activities(items))

    def reviews(self) -> Iterator[Feed]:
        """Yield the calendar of the reviews that are due and of the changes that were announced, for whoever keeps the standards."""
        standards = self.history.on(date.max).standard_at.values()
        entries = [*self._reviews(standards), *self._starts(standards)]
        if not entries and address.REVIEWS_FEED in self.history.log.addresses:
            entries = [nothing_planned(self.history, address.STANDARDS)]
        if entries:
            about = "The day by which each standard is to be reviewed, and the day on which each change of one starts that was announced."
            yield self._feed(address.REVIEWS_FEED, "Reviews of standards", about, entries, standards)

    def _reviews(self, standards: Iterable[Standard]) -> Iterator[Entry]:
        for due, standard in with_review_date(standards):
            if _holds_on(standard, due):
                yield review_of(self.history, standard, due)

    def _starts(self, standards: Iterable[Standard]) -> Iterator[Entry]:
        for standard in standards:
            for version in self.history.log.standing(standard.concern):
                if version.is_coming and version.says and _holds_on(standard, version.start):
                    yield start_of(self.history, standard, version)

    def panels(self) -> Iterator[Feed]:
        concerning = grouped(self.scheduled, lambda item: [item.occurrence.placement.activity.panel])
        for panel in self.history.framework.panel.values():
            yield from self._of(panel, f"What concerns the {panel.title}.", concerning.get(panel.id, []))

    def roles(self) -> Iterator[Feed]:
        naming = grouped(self.scheduled, lambda item: item.occurrence.placement.named)
        for role in self.history.framework.role.values():
            about = f"What names the {role.title}."
            yield from self._of(role, about, naming.get(role.id, []))

    def activities(self) -> Iterator[Feed]:
        """Yield a calendar for each activity that is no panel's meeting, which has the panel's."""
        of_each = grouped(self.scheduled, lambda item: [item.occurrence.placement.activity.id])
        for activity in self.history.framework.activity.values():
            if not activity.is_meeting:
                yield from self._of(activity, "This activity alone.", of_each.get(activity.id, []))

    def _of(self, record: Stated, about: str, items: list[Scheduled]) -> Iterator[Feed]:
        """Yield the calendar of a record. Once public it always answers: ended or emptied, it holds its past and a last word."""
        path, ended = address.feed(record.page), self._end_of(record)
        entries = [item.entry for item in items]
        if ended and (entries or path in self.history.log.addresses):
            entries = [*entries, last_word(self.history, record.page, ended)]
        elif not entries and path in self.history.log.addresses:
            entries = [nothing_planned(self.history, record.page)]
        if entries:
            feed = self._feed(path, record.title, about, entries, [record, *self._activities(items)])
            yield replace(feed, is_offered=not self.history.framework.has_ended(record))

    def _end_of(self, record: Stated) -> Ending | None:
        """Return the end of a record, also one that is announced and is not said of it yet."""
        last = self.history.on(date.max).of(type(record)).get(record.id)
        return last.ended if last else None

    def _feed(self, path: str, name: str, about: str, entries: list[Entry], things: Iterable[Thing]) -> Feed:
        about = " ".join(filter(None, [about, self._origin(things)]))
        return Feed(path, self.history.framework.edition.council, name, about, tuple(entries), self.writer)

    def _activities(self, items: Iterable[Scheduled]) -> list[Activity]:
        """Return the activities of which there are occurrences."""
        ids = dict.fromkeys(item.occurrence.placement.activity.id for item in items)
        return [self.history.framework.activity[id] for id in ids if id in self.history.framework.activity]

    def _origin(self, things: Iterable[Thing]) -> str:
        """Return what a calendar says of where its entries come from: nothing where the published document names none of them."""
        edition, things = self.history.framework.edition, list(things)
        provenances = [self.history.provenance_of(thing) for thing in things]
        if all(provenance.brought for provenance in provenances):
            return ""
        is_amended = any(provenance.amended or provenance.brought for provenance in provenances)
        restated = edition.restated(dict.fromkeys(source for thing in things for source in thing.source))
        return f"Restated from the {edition.title} of {restated}{', as amended' if is_amended else ''}."


def _slot(item: Scheduled) -> Slot:
    return item.occurrence.slot


def _holds_on(standard: Standard, day: date) -> bool:
    return standard.ended is None or day < standard.ended.on
