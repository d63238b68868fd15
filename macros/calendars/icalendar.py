"""Entries and calendars as iCalendar (RFC 5545): single events, each serialised once.

What real calendar programs need decides the details: no RRULE, VTIMEZONE, METHOD, VALARM or calendar UID; all-day entries
that mark nobody as busy; times in UTC; stamps from the record of what was published, so that the same data gives the same bytes.
"""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from .entries import Entry

PRODID = "-//Practice standards//Quality assurance calendar//EN"
END = b"END:VCALENDAR\r\n"


def vevent(entry: Entry) -> bytes:
    """Return the VEVENT of an entry (RFC 5545, 3.6.1)."""
    changed = datetime.combine(entry.changed, time(), UTC)
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTART", entry.start)
    event.add("DTEND", entry.end)
    event.add("SUMMARY", entry.summary)
    event.add("DESCRIPTION", entry.description)
    if entry.place:
        event.add("LOCATION", entry.place)
    if entry.address:
        event.add("URL", entry.address)
    if entry.cancelled:
        event.add("STATUS", "CANCELLED")
    if entry.cancelled or not isinstance(entry.start, datetime):
        event.add("TRANSP", "TRANSPARENT")
        event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    content: bytes = event.to_ical()
    return content


def vcalendar(name: str, description: str, vevents: list[bytes]) -> bytes:
    """Return a calendar with these VEVENTs. There must be at least one (RFC 5545, 3.6)."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("NAME", vText(name))
    calendar.add("X-WR-CALNAME", vText(name))
    calendar.add("DESCRIPTION", description)
    calendar.add("X-WR-CALDESC", vText(description))
    calendar.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    empty: bytes = calendar.to_ical()
    return empty.removesuffix(END) + b"".join(vevents) + END
