"""Which calendars there are, and which entries each of them holds."""

from dataclasses import dataclass, replace
from itertools import groupby

from .calendar_feed import Entry, digest, ended, entry, review, vcalendar, vevent
from .model import Framework
from .reviews import by_date
from .schedule import Occurrence, occurrences


@dataclass(frozen=True)
class Feed:
    """A calendar to subscribe to: its path in the site, its name, and its iCalendar bytes."""

    path: str
    name: str
    description: str
    content: bytes
    is_offered: bool = True


@dataclass(frozen=True)
class Scheduled:
    """An occurrence with its entry, serialised once for every feed that holds it."""

    occurrence: Occurrence
    entry: Entry
    vevent: bytes


def scheduled(framework: Framework, site_url: str) -> list[Scheduled]:
    """Return every occurrence with its entry. `site_url` ends with a slash; "" leaves addresses out of the entries."""
    found = []
    for occurrence in occurrences(framework):
        made = entry(framework, occurrence, _address(site_url, occurrence.placement.activity.page))
        found.append(Scheduled(occurrence, made, vevent(made)))
    return found


def feeds(framework: Framework, found: list[Scheduled], site_url: str) -> dict[str, Feed]:
    """Return the calendars by path, made of what is scheduled."""
    made = [_whole_year(framework, found, site_url), _all_activities(framework, found)]
    made += _reviews(framework, site_url)
    made += [*_panels(framework, found), *_roles(framework, found), *_activities(framework, found)]
    made += _ended(framework)
    return {feed.path: feed for feed in made}


def _address(site_url, page):
    return f"{site_url}{page}/" if site_url else ""


def _feed(framework, path, name, about, vevents):
    about = f"{about} Restated from the {framework.edition.title} of {framework.edition.edition}."
    return Feed(path, name, about, vcalendar(f"{framework.edition.council}: {name}", about, vevents))


def _whole_year(framework, found, site_url):
    """Return the calendar to recommend: a digest for each month, and every dated or cancelled occurrence by itself."""
    months = groupby(sorted(found, key=_slot), key=_slot)
    vevents = []
    for slot, in_month in months:
        in_month = list(in_month)
        undated = [item.occurrence for item in in_month if not item.occurrence.is_dated]
        if undated:
            vevents.append(vevent(digest(framework, undated, _address(site_url, slot.month.page))))
        vevents += [item.vevent for item in in_month if item.occurrence.is_dated]
    about = "One entry a month lists what has no date yet; what has a date is an entry of its own."
    return _feed(framework, "calendar/qa.ics", "Quality assurance", about, vevents)


def _slot(item):
    return item.occurrence.slot


def _all_activities(framework, found):
    about = "Every activity as an entry of its own."
    return _feed(framework, "calendar/activities.ics", "All activities", about, [item.vevent for item in found])


def _reviews(framework, site_url):
    """Return the calendar of the reviews that are due, for whoever keeps the standards."""
    vevents = [vevent(review(framework, standard, _address(site_url, standard.page))) for standard in by_date(framework)]
    about = "The day by which each standard is to be reviewed."
    return [_feed(framework, "calendar/reviews.ics", "Reviews of standards", about, vevents)] if vevents else []


def _panels(framework, found):
    for panel in framework.panels:
        vevents = [item.vevent for item in found if item.occurrence.placement.activity.panel == panel.id]
        if vevents:
            about = f"What concerns the {panel.title}."
            yield _feed(framework, f"calendar/panels/{panel.id}.ics", panel.title, about, vevents)


def _activities(framework, found):
    """Yield a calendar for each activity that is no panel's meeting, which has the panel's."""
    for activity in framework.activities:
        vevents = [item.vevent for item in found if item.occurrence.placement.activity == activity]
        if vevents and not activity.is_meeting:
            yield _feed(framework, f"calendar/{activity.page}.ics", activity.title, "This activity alone.", vevents)


def _ended(framework):
    """Yield what is left of the calendars of activities that ended: nobody who subscribed keeps old entries."""
    for id, day in framework.published.retired.items():
        feed = _feed(framework, f"calendar/activities/{id}.ics", "Ended", "This activity has ended.", [vevent(ended(framework, id, day))])
        yield replace(feed, is_offered=False)


def _roles(framework, found):
    for role in framework.roles:
        vevents = [item.vevent for item in found if item.occurrence.placement.names(role)]
        if vevents:
            about = f"What the framework has the {role.title} lead, attend or receive."
            yield _feed(framework, f"calendar/roles/{role.id}.ics", role.title, about, vevents)
