"""Entries and calendars as iCalendar (RFC 5545): single events, each serialised once.

What real calendar programs need decides the details: no RRULE, VTIMEZONE, METHOD, VALARM or calendar UID; all-day entries
that mark nobody as busy; times in UTC; stamps from the record of what was published, so that the same data gives the same bytes.
"""

import re
from datetime import UTC, date, datetime, time

from icalendar import vText

from ..model import address
from .entries import Entry

PRODID = "-//Practice standards//Quality assurance calendar//EN"
PART = re.compile(rb".{1,74}(?:(?<![\\^])(?![\x80-\xbf])|$)|[\\^]{1,74}", re.DOTALL)  # of a line: it cuts no letter and no escape in two


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
    """Return the VEVENT of an entry (RFC 5545, 3.6.1). Without a `site_url`, which ends with a slash, it gives no address.

    It is written line by line: events of the library take five times as long.
    """
    url = address.url(entry.page, site_url) if site_url and entry.page else ""
    changed = datetime.combine(entry.changed, time(), UTC)
    text = "\n\n".join(filter(None, [entry.text, url]))
    is_free = entry.cancelled or not isinstance(entry.start, datetime)
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(entry.summary)}",
        f"DTSTART{_moment(entry.start)}",
        f"DTEND{_moment(entry.end)}",
        f"DTSTAMP{_moment(changed)}",
        f"UID:{_text(entry.uid)}",
        f"SEQUENCE:{entry.sequence}",
        f"CATEGORIES:{','.join(map(_text, entry.categories))}",
        f"DESCRIPTION:{_text(text)}",
        f"LAST-MODIFIED{_moment(changed)}",
        *([f"LOCATION:{_text(entry.place)}"] if entry.place else []),
        *(["STATUS:CANCELLED"] if entry.cancelled else []),
        *(["TRANSP:TRANSPARENT"] if is_free else []),
        *([f"URL:{url}"] if url else []),
        *(["X-MICROSOFT-CDO-BUSYSTATUS:FREE"] if is_free else []),
        "END:VEVENT",
    ]
    return b"".join(map(_folded, lines))


def _text(text: str) -> str:
    """Return a text as a value (RFC 5545, 3.3.11)."""
    value: bytes = vText(text).to_ical()
    return value.decode()


def _moment(moment: date | datetime) -> str:
    """Return a day, or a time in UTC, as a value, behind what says that it is a day (RFC 5545, 3.3.4 and 3.3.5)."""
    return f":{moment:%Y%m%dT%H%M%SZ}" if isinstance(moment, datetime) else f";VALUE=DATE:{moment:%Y%m%d}"


def _folded(line: str) -> bytes:
    """Return a line with its end, in parts where it is long (RFC 5545, 3.1)."""
    return b"\r\n ".join(PART.findall(line.encode())) + b"\r\n"


def vcalendar(name: str, description: str, vevents: list[bytes]) -> bytes:
    """Return a calendar with these VEVENTs. There must be at least one (RFC 5545, 3.6)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        f"DESCRIPTION:{_text(description)}",
        f"X-WR-CALDESC:{_text(description)}",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
    ]
    return b"".join([*map(_folded, lines), *vevents, _folded("END:VCALENDAR")])
