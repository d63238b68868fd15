"""Occurrences as iCalendar (RFC 5545): one VEVENT each, serialised once, and feeds made of them.

What real calendar programs need decides the details: single events and no RRULE, no VTIMEZONE, METHOD, VALARM or
calendar UID; all-day entries that mark nobody as busy; stamps from the data, so the same data gives the same bytes.
"""

from datetime import date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event, vText

from .model import Framework
from .schedule import Occurrence

PRODID = "-//Practice standards//Quality assurance calendar//EN"
REFRESH = "PT12H"
END = b"END:VCALENDAR\r\n"


def entry(framework: Framework, occurrence: Occurrence, address: str) -> bytes:
    """Return the VEVENT of an occurrence. `address` is the full address of its page, or "" where the site has none."""
    placement = occurrence.placement
    note = f"The framework gives the month only ({placement.month.name}). This entry is a reminder, not a meeting date."
    return _all_day(
        framework,
        uid=uid(framework, placement.activity.id, occurrence.slot),
        day=occurrence.day,
        summary=summary(occurrence),
        description="\n\n".join(filter(None, [placement.summary, note, address])),
        address=address,
    )


def digest(framework: Framework, month: list[Occurrence], address: str) -> bytes:
    """Return one VEVENT that lists all the occurrences of a month, which share their slot and their day."""
    first = month[0]
    titles = "\n".join(f"- {occurrence.placement.activity.title}{_step(occurrence)}" for occurrence in month)
    note = "The framework gives the month only: the dates are to be set."
    return _all_day(
        framework,
        uid=uid(framework, "digest", first.slot),
        day=first.day,
        summary=f"Quality assurance in {first.placement.month.name} (dates to be set)",
        description="\n\n".join(filter(None, [titles, note, address])),
        address=address,
    )


def uid(framework: Framework, activity_id: str, slot: str) -> str:
    """Return the identity of an entry (RFC 5545, 3.8.4.7): the same in every feed, and for good."""
    return f"{activity_id}.{slot}@{framework.calendar.domain}"


def summary(occurrence: Occurrence) -> str:
    """Return the title of an occurrence, which nobody should take for a meeting date."""
    return f"{occurrence.placement.activity.title}{_step(occurrence)} (date to be set)"


def _step(occurrence: Occurrence) -> str:
    return f" {occurrence.placement.step}" if occurrence.placement.step else ""


def _all_day(framework, uid, day, summary, description, address) -> bytes:
    changed = datetime.combine(framework.calendar.changed, time(), timezone.utc)
    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", 0)
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event.add("SUMMARY", summary)
    event.add("DESCRIPTION", description)
    if address:
        event.add("URL", address)
    event.add("TRANSP", "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    return event.to_ical()


def feed(name: str, description: str, events: list[bytes]) -> bytes:
    """Return a calendar with these VEVENTs. There must be at least one (RFC 5545, 3.6)."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", vText(name))
    calendar.add("DESCRIPTION", description)
    calendar.add("X-WR-CALDESC", vText(description))
    calendar.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", REFRESH)
    return calendar.to_ical().removesuffix(END) + b"".join(events) + END
