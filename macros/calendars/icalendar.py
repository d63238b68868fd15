"""Entries and calendars as iCalendar (RFC 5545): single events, each serialised once.

What real calendar programs need decides the details: no RRULE, VTIMEZONE, METHOD, VALARM or calendar UID; all-day entries
that mark nobody as busy; times in UTC; stamps from the record of what was published, so that the same data gives the same bytes.
"""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from ..model import address
from .entries import Entry

PRODID = "-//Practice standards//Quality assurance calendar//EN"
END = b"END:VCALENDAR\r\n"


class Writer:
    """Writes the entries of a site as VEVENTs, each once, however many feeds hold it.

    `site_url` ends with a slash; "" leaves the addresses of pages out.
    """

    def __init__(self, site_url: str):
        self.site_url = site_url
        self.written: dict[str, bytes] = {}

    def vevent(self, entry: Entry) -> bytes:
        """Return the VEVENT of an entry (RFC 5545, 3.6.1)."""
        if entry.uid not in self.written:
            self.written[entry.uid] = _vevent(entry, self.site_url)
        return self.written[entry.uid]


def _vevent(entry: Entry, site_url: str) -> bytes:
    """Return the VEVENT of an entry (RFC 5545, 3.6.1). Without a `site_url`, which ends with a slash, it gives no address."""
    url = address.url(entry.page, site_url) if site_url and entry.page else ""
    changed = datetime.combine(entry.changed, time(), UTC)
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTART", entry.start)
    event.add("DTEND", entry.end)
    event.add("SUMMARY", entry.summary)
    event.add("DESCRIPTION", "\n\n".join(filter(None, [entry.text, url])))
    event.add("CATEGORIES", list(entry.categories))
    if entry.place:
        event.add("LOCATION", entry.place)
    if url:
        event.add("URL", url)
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
