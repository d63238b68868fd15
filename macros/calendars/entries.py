"""What a calendar shows: an entry for an occurrence, for the undated work of a month, for a review, for an end."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ..history.history import History
from ..model.address import DIGEST
from ..model.month import Month
from ..model.page import Standard
from ..schedule.occurrences import Occurrence


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


def entry_of(history: History, occurrence: Occurrence, address: str) -> Entry:
    """Return the entry of an occurrence. `address` is the full address of its page, or "" where the site has none."""
    activity = occurrence.placement.activity
    remembered = history.published.activities.get(activity.id)
    return Entry(
        uid=_uid(history, activity.id, occurrence.slot.id),
        sequence=remembered.sequence if remembered else 0,
        changed=remembered.changed if remembered else history.published.changed,
        summary=_summary(occurrence),
        description="\n\n".join(filter(None, [occurrence.placement.summary, _note(occurrence), address])),
        start=_in_utc(occurrence.start),
        end=_in_utc(occurrence.end),
        place=occurrence.place,
        cancelled=occurrence.cancelled,
        address=address,
    )


def digest_of(history: History, month: list[Occurrence], address: str) -> Entry:
    """Return one entry that lists occurrences of a month for which no date is known."""
    first = month[0]
    titles = "\n".join(f"- {_title(occurrence)}" for occurrence in month)
    note = "The framework gives the month only: the dates are to be set."
    return Entry(
        uid=_uid(history, DIGEST, first.slot.id),
        sequence=history.published.revision,
        changed=history.published.changed,
        summary=f"Quality assurance in {first.slot.month.name} (dates to be set)",
        description="\n\n".join(filter(None, [titles, note, address])),
        start=first.start,
        end=first.end,
        address=address,
    )


def review_of(history: History, standard: Standard, due: date, address: str) -> Entry:
    """Return the entry of the next review of a standard. It keeps its identity until that review has been done."""
    round_ = standard.last_reviewed.isoformat() if standard.last_reviewed else "first"
    return Entry(
        uid=_uid(history, f"review-{standard.id}", round_),
        sequence=history.published.revision,
        changed=history.published.changed,
        summary=f"Review due: {standard.title}",
        description="\n\n".join(filter(None, ["This standard is to be reviewed by this day.", address])),
        start=due,
        end=due + timedelta(days=1),
        address=address,
    )


def last_word(history: History, id: str, day: date) -> Entry:
    """Return the one entry that is left of an activity that ended on a day, for those who subscribed to it."""
    return Entry(
        uid=_uid(history, id, "ended"),
        sequence=0,
        changed=day,
        summary="This calendar has ended",
        description="The activity is no longer part of the year. You can remove this calendar.",
        start=day,
        end=day + timedelta(days=1),
    )


def _uid(history: History, subject: str, slot: str) -> str:
    """Return what identifies an entry in every calendar that holds it, for good (RFC 5545, 3.8.4.7)."""
    return f"{subject}.{slot}@{history.framework.calendar.domain}"


def _title(occurrence: Occurrence) -> str:
    step = f" {occurrence.placement.step}" if occurrence.placement.step else ""
    return f"{'Cancelled: ' if occurrence.cancelled else ''}{occurrence.placement.activity.title}{step}"


def _summary(occurrence: Occurrence) -> str:
    """Return a title that nobody takes for a meeting date where only the month is known."""
    return _title(occurrence) + ("" if occurrence.is_dated or occurrence.cancelled else " (date to be set)")


def _note(occurrence: Occurrence) -> str:
    if occurrence.cancelled:
        return f"Cancelled: {occurrence.because}"
    if occurrence.moved_from:
        return f"Moved from {occurrence.moved_from:%d} {Month(occurrence.moved_from.month).name}: {occurrence.because}"
    if occurrence.is_dated:
        return ""
    month = occurrence.slot.month.name
    return f"The framework gives the month only ({month}). This entry is a reminder, not a meeting date."


def _in_utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
