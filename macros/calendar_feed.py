"""Occurrences as iCalendar (RFC 5545): one VEVENT each, serialised once, and feeds made of them.

What real calendar programs need decides the details: single events and no RRULE, no VTIMEZONE, METHOD, VALARM or
calendar UID; all-day entries that mark nobody as busy; times in UTC; stamps from the record of what was published,
so that the same data gives the same bytes.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event, vText

from .model import Framework, Standard
from .month import Month
from .schedule import Occurrence

PRODID = "-//Practice standards//Quality assurance calendar//EN"
END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Entry:
    """What a calendar shows: all day where start and end are dates (the end is the day after), else two times in UTC."""

    uid: str
    sequence: int
    changed: date
    summary: str
    description: str
    start: date | datetime
    end: date | datetime
    place: str | None = None
    cancelled: bool = False
    address: str = ""


def entry(framework: Framework, occurrence: Occurrence, address: str) -> Entry:
    """Return the entry of an occurrence. `address` is the full address of its page, or "" where the site has none."""
    activity = occurrence.placement.activity
    known = framework.published.activities.get(activity.id)
    return Entry(
        uid=f"{activity.id}.{occurrence.slot.id}@{framework.calendar.domain}",
        sequence=known.sequence if known else 0,
        changed=known.changed if known else framework.published.changed,
        summary=_summary(occurrence),
        description="\n\n".join(filter(None, [occurrence.placement.summary, _note(occurrence), address])),
        start=_in_utc(occurrence.start),
        end=_in_utc(occurrence.end),
        place=occurrence.place,
        cancelled=occurrence.cancelled,
        address=address,
    )


def digest(framework: Framework, month: list[Occurrence], address: str) -> Entry:
    """Return one entry that lists occurrences of a month for which no date is known."""
    first = month[0]
    titles = "\n".join(f"- {_title(occurrence)}" for occurrence in month)
    note = "The framework gives the month only: the dates are to be set."
    return Entry(
        uid=f"digest.{first.slot.id}@{framework.calendar.domain}",
        sequence=framework.published.revision,
        changed=framework.published.changed,
        summary=f"Quality assurance in {first.slot.month.name} (dates to be set)",
        description="\n\n".join(filter(None, [titles, note, address])),
        start=first.start,
        end=first.end,
        address=address,
    )


def review(framework: Framework, standard: Standard, address: str) -> Entry:
    """Return the entry of the next review of a standard. It keeps its identity until that review has been done."""
    round_ = standard.last_reviewed.isoformat() if standard.last_reviewed else "first"
    return Entry(
        uid=f"review-{standard.id}.{round_}@{framework.calendar.domain}",
        sequence=framework.published.revision,
        changed=framework.published.changed,
        summary=f"Review due: {standard.title}",
        description="\n\n".join(filter(None, ["This standard is to be reviewed by this day.", address])),
        start=standard.review_by,
        end=standard.review_by + timedelta(days=1),
        address=address,
    )


def ended(framework: Framework, id: str, day: date) -> Entry:
    """Return the one entry that is left of an activity that ended on a day, for those who subscribed to it."""
    return Entry(
        uid=f"{id}.ended@{framework.calendar.domain}",
        sequence=0,
        changed=day,
        summary="This calendar has ended",
        description="The activity is no longer part of the year. You can remove this calendar.",
        start=day,
        end=day + timedelta(days=1),
    )


def _title(occurrence):
    step = f" {occurrence.placement.step}" if occurrence.placement.step else ""
    return f"{'Cancelled: ' if occurrence.cancelled else ''}{occurrence.placement.activity.title}{step}"


def _summary(occurrence):
    """Return a title that nobody takes for a meeting date where only the month is known."""
    return _title(occurrence) + ("" if occurrence.is_dated or occurrence.cancelled else " (date to be set)")


def _note(occurrence):
    if occurrence.cancelled:
        return f"Cancelled: {occurrence.because}"
    if occurrence.moved_from:
        return f"Moved from {occurrence.moved_from:%d} {Month(occurrence.moved_from.month).name}: {occurrence.because}"
    if occurrence.is_dated:
        return ""
    month = occurrence.slot.month.name
    return f"The framework gives the month only ({month}). This entry is a reminder, not a meeting date."


def _in_utc(moment):
    return moment.astimezone(timezone.utc) if isinstance(moment, datetime) else moment


def vevent(entry: Entry) -> bytes:
    """Return the VEVENT of an entry (RFC 5545, 3.6.1)."""
    changed = datetime.combine(entry.changed, time(), timezone.utc)
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
    return event.to_ical()


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
    return calendar.to_ical().removesuffix(END) + b"".join(vevents) + END
