"""Which calendars there are, and which occurrences each of them holds."""

from dataclasses import dataclass
from itertools import groupby

from . import calendar_feed
from .model import Framework
from .schedule import Occurrence, occurrences


@dataclass(frozen=True)
class Feed:
    """A calendar to subscribe to: its path in the site, its name, and its iCalendar bytes."""

    path: str
    name: str
    description: str
    content: bytes


def feeds(framework: Framework, site_url: str) -> dict[str, Feed]:
    """Return the calendars by path. `site_url` ends with a slash; "" leaves the pages' addresses out of the entries."""
    found = occurrences(framework)
    entries = [
        (occurrence, calendar_feed.entry(framework, occurrence, _address(site_url, occurrence.placement.activity.page)))
        for occurrence in found
    ]
    everything = [_whole_year(framework, found, site_url), _all_activities(framework, entries)]
    chosen = [*_panels(framework, entries), *_roles(framework, entries)]
    return {feed.path: feed for feed in (*everything, *chosen)}


def _address(site_url, page):
    return f"{site_url}{page}/" if site_url else ""


def _feed(framework, path, name, about, events):
    about = f"{about} Restated from the {framework.edition.title} of {framework.edition.edition}."
    full_name = f"{framework.edition.council}: {name}"
    return Feed(path, name, about, calendar_feed.feed(full_name, about, events))


def _whole_year(framework, found, site_url):
    months = [list(month) for _, month in groupby(found, key=lambda occurrence: occurrence.slot)]
    events = [
        calendar_feed.digest(framework, month, _address(site_url, month[0].placement.month.page)) for month in months
    ]
    return _feed(framework, "calendar/qa.ics", "Quality assurance", "One entry a month lists what the month holds.", events)


def _all_activities(framework, entries):
    about = "Every activity as an entry of its own."
    return _feed(framework, "calendar/activities.ics", "All activities", about, [event for _, event in entries])


def _panels(framework, entries):
    for panel in framework.panels:
        events = [event for occurrence, event in entries if occurrence.placement.activity.panel == panel.id]
        if events:
            about = f"What concerns the {panel.title}."
            yield _feed(framework, f"calendar/panels/{panel.id}.ics", panel.title, about, events)


def _roles(framework, entries):
    for role in framework.roles:
        events = [event for occurrence, event in entries if _involves(occurrence, role)]
        if events:
            about = f"What the framework has the {role.title} lead, attend or receive."
            yield _feed(framework, f"calendar/roles/{role.id}.ics", role.title, about, events)


def _involves(occurrence: Occurrence, role) -> bool:
    return any(role.id in roles for roles in occurrence.placement.involved.values())
