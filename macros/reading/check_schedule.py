"""Rules for the days of activities: a day that cannot be is a mistake in the data, found before any page is made."""

from collections.abc import Iterator

from ..model.activity import Activity, Cancellation, Meeting, Move
from ..model.calendar_settings import CalendarSettings
from ..model.month import Slot
from ..model.problem import Problem
from ..schedule.occurrences import ScheduleError, occurrence_in, slots_between
from ..schedule.timeline import Placement
from .checked_file import Sources
from .yaml_file import RecordPath

Message = tuple[RecordPath, str]  # a place in the record, and what is wrong there
DONE = {"dates": "dated", "moved": "moved", "cancelled": "cancelled"}


def check_schedule(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each day that cannot be."""
    horizon = sources.single["calendar"].record
    for checked in sources.records[Activity].values():
        activity = checked.record
        if isinstance(activity, Activity):
            messages = [*_named_months(activity)]
            if isinstance(horizon, CalendarSettings):
                messages += [*_outside(activity, horizon), *_impossible(activity, horizon)]
            yield from (checked.file.problem(*message) for message in messages)


def _slot(entry: Meeting | Cancellation) -> Slot:
    """Return the slot that an entry is about: a moved or cancelled meeting names it, a date stands in it."""
    return entry.occurrence if isinstance(entry, (Move, Cancellation)) else Slot.of(entry.on)


def _named_months(activity: Activity) -> Iterator[Message]:
    """Yield a message for each named month in which the activity has nothing, or has it twice."""
    for field, done in DONE.items():
        seen = set()
        for n, entry in enumerate(getattr(activity, field)):
            slot = _slot(entry)
            if slot.month not in activity.placements:
                yield (field, n), f'"{activity.id}" does not run in {slot.month.name}: there is no {slot} to be {done}.'
            if slot in seen:
                yield (field, n), f"{slot} is already {done} above."
            seen.add(slot)


def _outside(activity: Activity, horizon: CalendarSettings) -> Iterator[Message]:
    beyond = f"lies beyond the end of the calendar ({horizon.to}, data/calendar.yml)."
    for field in ("moved", "cancelled"):
        for n, entry in enumerate(getattr(activity, field)):
            if entry.occurrence > Slot.of(horizon.to):
                yield (field, n), f"{entry.occurrence} {beyond}"
    for n, meeting in enumerate(activity.dates):
        if meeting.on > horizon.to:
            yield ("dates", n), f"{meeting.on} {beyond}"


def _impossible(activity: Activity, horizon: CalendarSettings) -> Iterator[Message]:
    """Yield a message for each reason for which the day of a month in the horizon cannot be worked out."""
    impossible: dict[tuple[str, str], list[str]] = {}
    for slot in slots_between(horizon.from_, horizon.to):
        if slot.month in activity.placements:
            try:
                occurrence_in(Placement(activity, slot.month, activity.summary, {}), slot)
            except ScheduleError as error:
                impossible.setdefault((error.field, error.reason), []).append(str(slot))
    for (field, reason), months in impossible.items():
        others = f" and {len(months) - 3} more months" if len(months) > 3 else ""
        yield (field,), f"{reason} {', '.join(months[:3])}{others}."
