"""What a calendar shows: an entry for an occurrence, for the undated work of a month, for a review, for an end.

What an entry says depends on the day that it is for, never on the day of the build: so nothing changes unrecorded as time passes.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from ..history.digest import digest
from ..history.fold import PublicationLog, Version, version_key
from ..history.history import History
from ..model.address import DIGEST
from ..model.ending import Ending
from ..model.month import Month
from ..model.page import Standard
from ..model.times import written
from ..schedule.occurrences import Occurrence

REMOVE = "You can remove this calendar."
NO_DATE, DATED, CANCELLED = "No date yet", "Date set", "Cancelled"  # categories of entries
STEPS = {"opens": "Start of ", "closes": "End of ", None: ""}  # before the title of work that takes several months
REVIEW, START, WORD = "Review of a standard", "Change of a standard", "About this calendar"


@dataclass(frozen=True)
class Entry:
    """What a calendar shows: all day where start and end are dates (the end is the day after), else two times in UTC.

    `categories` say what kind of entry it is. `page` is the address of the page that says more. `sequence` and `changed` come from
    the record of what was published.
    """

    uid: str
    summary: str
    text: str
    start: date | datetime
    end: date | datetime
    categories: tuple[str, ...]
    page: str = ""
    place: str | None = None
    cancelled: bool = False
    sequence: int = 0
    changed: date = date.min

    @property
    def digest(self) -> str:
        """What tells whether people see something else than before."""
        when = [str(self.start), str(self.end)]
        return digest([self.summary, self.text, *when, list(self.categories), self.page, self.place, self.cancelled])


def entry_of(history: History, occurrence: Occurrence) -> Entry:
    """Return the entry of an occurrence."""
    activity = occurrence.placement.activity
    return _stamped(history.log, Entry(
        uid=_uid(history, activity.id, occurrence.name),
        summary=_summary(occurrence),
        text="\n\n".join(filter(None, [occurrence.placement.summary, _hours(occurrence), _note(occurrence)])),
        start=_in_utc(occurrence.start),
        end=_in_utc(occurrence.end),
        categories=(_state(occurrence), activity.group.replace("-", " ").capitalize()),  # no heading: programs split it at a comma
        page=activity.page,
        place=occurrence.place,
        cancelled=occurrence.cancelled,
    ))


def digest_entry(history: History, month: list[Occurrence]) -> Entry:
    """Return one entry that lists occurrences of a month for which no date is known."""
    first = month[0]
    titles = "\n".join(f"- {_summary(occurrence) if occurrence.cancelled else _title(occurrence)}" for occurrence in month)
    return _stamped(history.log, Entry(
        uid=_uid(history, DIGEST, first.slot.id),
        summary=f"No dates yet: quality assurance in {first.slot.month.name}",
        text=f"{titles}\n\nThese have no date yet. This entry is a reminder.",
        start=first.start,
        end=first.end,
        categories=(NO_DATE,),
        page=first.slot.month.page,
    ))


def review_of(history: History, standard: Standard, due: date) -> Entry:
    """Return the entry of the next review of a standard, under the title that it has on that day.

    It keeps its identity until that review has been done.
    """
    title = history.on(due).standard_at.get(standard.page, standard).title
    round_ = standard.last_reviewed.isoformat() if standard.last_reviewed else "first"
    return _stamped(history.log, Entry(
        uid=_uid(history, f"review-{standard.id}", round_),
        summary=f"Review due: {title}",
        text="This standard is to be reviewed by this day.",
        start=due,
        end=due + timedelta(days=1),
        categories=(REVIEW,),
        page=standard.page,
    ))


def start_of(history: History, standard: Standard, version: Version) -> Entry:
    """Return the entry of the day on which a version of a standard starts that was announced. One that is put off keeps its identity."""
    return _stamped(history.log, Entry(
        uid=_uid(history, f"start-{standard.id}", str(version_key(version.number)[0])),
        summary=f"Starts: {standard.title}, version {version.number}",
        text=f"From this day on version {version.number} of this standard holds.",
        start=version.start,
        end=version.start + timedelta(days=1),
        categories=(START,),
        page=standard.page,
    ))


def last_word(history: History, page: str, ended: Ending) -> Entry:
    """Return the entry that says to those who subscribed that something ends, and what takes its place, by the titles of that day."""
    framework = history.on(ended.on)
    successor = framework.title_at(ended.replaced_by) if ended.replaced_by else ""
    advice = f"Its place is taken by {successor}: subscribe to that calendar, and remove this one." if successor else REMOVE
    return _stamped(history.log, Entry(
        uid=_uid(history, page.replace("/", "-"), "ended"),
        summary=f"Ended: {framework.title_at(page)}",
        text=f"{ended.because}\n\n{advice}",
        start=ended.on,
        end=ended.on + timedelta(days=1),
        categories=(WORD,),
        page=ended.replaced_by or page,
    ))


def nothing_planned(history: History, page: str) -> Entry:
    """Return the entry of a calendar that was public and holds nothing else any more, on the day since which it says so."""
    uid = _uid(history, page.replace("/", "-"), "empty")
    title = history.on(history.log.since(uid)).title_at(page)
    text = "The year names nothing for this calendar any more. It stays, and fills again when that changes."
    return _word(history, uid, f"Nothing planned: {title}", text, page)


def no_dates_yet(history: History, page: str) -> Entry:
    """Return the entry of a calendar of dates while there is none."""
    uid = _uid(history, page.replace("/", "-"), "no-dates")
    return _word(history, uid, "No dates yet: quality assurance", "This calendar holds dates alone, and nothing has a date yet.", page)


def _word(history: History, uid: str, summary: str, text: str, page: str) -> Entry:
    """Return what a calendar says of itself, on the day since which it says so."""
    since = history.log.since(uid)
    return _stamped(history.log, Entry(
        uid=uid,
        summary=summary,
        text=text,
        start=since,
        end=since + timedelta(days=1),
        categories=(WORD,),
        page=page,
    ))


def _stamped(log: PublicationLog, entry: Entry) -> Entry:
    """Return an entry with the sequence that the record gives it; one more where it says something else than was published."""
    recorded = log.entries.get(entry.uid)
    if recorded is None:
        return replace(entry, changed=log.changed)
    if recorded.is_as(entry.digest):
        return replace(entry, sequence=recorded.sequence, changed=recorded.changed)
    return replace(entry, sequence=recorded.sequence + 1, changed=log.changed)


def _uid(history: History, subject: str, slot: str) -> str:
    """Return what identifies an entry in every calendar that holds it, for good (RFC 5545, 3.8.4.7)."""
    return f"{subject}.{slot}@{history.framework.calendar.domain}"


def _title(occurrence: Occurrence) -> str:
    return f"{STEPS[occurrence.placement.step]}{occurrence.placement.activity.title}"


def _summary(occurrence: Occurrence) -> str:
    """Return a title that nobody takes for a meeting date where only the month is known: programs cut off what stands last."""
    state = _state(occurrence)
    return _title(occurrence) if state == DATED else f"{state}: {_title(occurrence)}"


def _state(occurrence: Occurrence) -> str:
    """Return what is known of its day, as one of the categories."""
    if occurrence.cancelled:
        return CANCELLED
    return DATED if occurrence.is_dated else NO_DATE


def _note(occurrence: Occurrence) -> str:
    if occurrence.cancelled:
        return f"Cancelled: {occurrence.because}"
    if occurrence.moved_from:
        return f"Moved from {_before(occurrence.moved_from, occurrence.day)}: {occurrence.because}"
    if occurrence.is_dated:
        return ""
    return f"{_precision(occurrence)} This entry is a reminder, not a meeting date."


def _precision(occurrence: Occurrence) -> str:
    """Return what is known of when it is; what the framework never named is not ascribed to it."""
    how_often, month = occurrence.placement.how_often, occurrence.slot.month.name
    if how_often:
        return f"How often: {how_often}."
    is_named = occurrence.placement.activity.source
    return f"The framework gives the month only ({month})." if is_named else f"Only the month is decided ({month})."


def _before(day: date, new: date) -> str:
    """Return the day from which something moved, with its year where the new one lies in another."""
    return f"{day.day} {Month(day.month).name}{f' {day.year}' if day.year != new.year else ''}"


def _hours(occurrence: Occurrence) -> str:
    """Return the hours of a meeting on several days, whose entry stands on whole days; else ""."""
    return f"Each day from {written(occurrence.times)}." if occurrence.times and occurrence.takes_days else ""


def _in_utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
