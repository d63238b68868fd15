"""Which calendars there are, and which entries each of them holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..history.history import History
from ..history.reviews import with_review_date
from ..model import address
from ..model.month import Slot
from ..schedule.occurrences import Occurrence, all_occurrences
from .entries import Entry, digest_of, entry_of, last_word, review_of
from .icalendar import vcalendar, vevent


@dataclass(frozen=True)
class Feed:
    """A calendar to subscribe to: its path in the site, its name, and its iCalendar bytes."""

    path: str
    name: str
    description: str
    content: bytes
    is_offered: bool = True

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0] + "/"


@dataclass(frozen=True)
class Scheduled:
    """An occurrence with its entry, serialised once for every feed that holds it."""

    occurrence: Occurrence
    entry: Entry
    vevent: bytes


def schedule(history: History, site_url: str) -> list[Scheduled]:
    """Return every occurrence with its entry. `site_url` ends with a slash; "" leaves addresses out of the entries."""
    scheduled = []
    for occurrence in all_occurrences(history.framework):
        entry = entry_of(history, occurrence, _address(site_url, occurrence.placement.activity.page))
        scheduled.append(Scheduled(occurrence, entry, vevent(entry)))
    return scheduled


def build_feeds(history: History, scheduled: list[Scheduled], site_url: str) -> dict[str, Feed]:
    """Return the calendars by path, made of what is scheduled."""
    feeds = [
        _whole_year(history, scheduled, site_url),
        _all_activities(history, scheduled),
        *_reviews(history, site_url),
        *_panels(history, scheduled),
        *_roles(history, scheduled),
        *_activities(history, scheduled),
        *_ended(history),
    ]
    return {feed.path: feed for feed in feeds}


def _address(site_url: str, page: str) -> str:
    return address.url(page, site_url) if site_url else ""


def _feed(history: History, path: str, name: str, about: str, vevents: list[bytes]) -> Feed:
    edition = history.framework.edition
    about = f"{about} Restated from the {edition.title} of {edition.edition}."
    return Feed(path, name, about, vcalendar(f"{edition.council}: {name}", about, vevents))


def _whole_year(history: History, scheduled: list[Scheduled], site_url: str) -> Feed:
    """Return the calendar to recommend: a digest for each month, and every dated or cancelled occurrence by itself."""
    vevents = []
    for slot, month in groupby(sorted(scheduled, key=_slot), key=_slot):
        in_month = list(month)
        undated = [item.occurrence for item in in_month if not item.occurrence.is_dated]
        if undated:
            vevents.append(vevent(digest_of(history, undated, _address(site_url, slot.month.page))))
        vevents += [item.vevent for item in in_month if item.occurrence.is_dated]
    about = "One entry a month lists what has no date yet; what has a date is an entry of its own."
    return _feed(history, address.WHOLE_YEAR_FEED, "Quality assurance", about, vevents)


def _slot(item: Scheduled) -> Slot:
    return item.occurrence.slot


def _all_activities(history: History, scheduled: list[Scheduled]) -> Feed:
    about = "Every activity as an entry of its own."
    return _feed(history, address.ACTIVITIES_FEED, "All activities", about, [item.vevent for item in scheduled])


def _reviews(history: History, site_url: str) -> Iterator[Feed]:
    """Yield the calendar of the reviews that are due, for whoever keeps the standards."""
    reviews = with_review_date(history.framework)
    vevents = [vevent(review_of(history, standard, due, _address(site_url, standard.page))) for due, standard in reviews]
    if vevents:
        about = "The day by which each standard is to be reviewed."
        yield _feed(history, address.REVIEWS_FEED, "Reviews of standards", about, vevents)


def _panels(history: History, scheduled: list[Scheduled]) -> Iterator[Feed]:
    for panel in history.framework.panels:
        vevents = [item.vevent for item in scheduled if item.occurrence.placement.activity.panel == panel.id]
        if vevents:
            yield _feed(history, address.feed(panel.page), panel.title, f"What concerns the {panel.title}.", vevents)


def _activities(history: History, scheduled: list[Scheduled]) -> Iterator[Feed]:
    """Yield a calendar for each activity that is no panel's meeting, which has the panel's."""
    for activity in history.framework.activities:
        vevents = [item.vevent for item in scheduled if item.occurrence.placement.activity.id == activity.id]
        if vevents and not activity.is_meeting:
            yield _feed(history, address.feed(activity.page), activity.title, "This activity alone.", vevents)


def _ended(history: History) -> Iterator[Feed]:
    """Yield what is left of the calendars of activities that ended: nobody who subscribed keeps old entries."""
    for id, day in history.published.retired.items():
        path = address.feed(f"{address.ACTIVITIES}/{id}")
        feed = _feed(history, path, "Ended", "This activity has ended.", [vevent(last_word(history, id, day))])
        yield replace(feed, is_offered=False)


def _roles(history: History, scheduled: list[Scheduled]) -> Iterator[Feed]:
    for role in history.framework.roles:
        vevents = [item.vevent for item in scheduled if item.occurrence.placement.names(role)]
        if vevents:
            about = f"What the framework has the {role.title} lead, attend or receive."
            yield _feed(history, address.feed(role.page), role.title, about, vevents)
