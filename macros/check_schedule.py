"""Rules for the days of activities: a day that cannot be is a mistake in the data, found before any page is made."""

from .month import Slot
from .schedule import CannotSchedule, occurrence_in, slots
from .timeline import Placement


def check_schedule(activities, calendar):
    """Yield a Problem for each day that cannot be. `activities` and `calendar` are Records."""
    horizon = calendar.valid.get(())
    for path, activity in activities.valid.items():
        for place, message in _dates(activity):
            yield activities.file.problem((*path, *place), message)
        if horizon:
            for place, message in (*_outside(activity, horizon), *_impossible(activity, horizon)):
                yield activities.file.problem((*path, *place), message)


def _dates(activity):
    """Yield (place in the record, message) for each named month in which the activity has nothing, or has it twice."""
    for field in ("dates", "moved", "cancelled"):
        seen = set()
        for n, entry in enumerate(getattr(activity, field)):
            slot = Slot.of(entry.on) if field == "dates" else entry.occurrence
            if slot.month not in activity.placements:
                yield (field, n), f'"{activity.id}" does not run in {slot.month.name}: there is no {slot} to be {_done(field)}.'
            if slot in seen:
                yield (field, n), f"{slot} is already {_done(field)} above."
            seen.add(slot)


def _done(field):
    return "dated" if field == "dates" else field


def _outside(activity, horizon):
    for field in ("moved", "cancelled"):
        for n, entry in enumerate(getattr(activity, field)):
            if (entry.occurrence.year, entry.occurrence.month) > (horizon.to.year, horizon.to.month):
                yield (field, n), f"{entry.occurrence} lies beyond the end of the calendar ({horizon.to}, data/calendar.yml)."
    for n, meeting in enumerate(activity.dates):
        if meeting.on > horizon.to:
            yield ("dates", n), f"{meeting.on} lies beyond the end of the calendar ({horizon.to}, data/calendar.yml)."


def _impossible(activity, horizon):
    """Yield a message for each reason for which the day of a month in the horizon cannot be worked out."""
    found = {}
    for slot in slots(horizon.from_, horizon.to):
        if slot.month in activity.placements:
            try:
                occurrence_in(Placement(activity, slot.month, activity.summary, {}), slot)
            except CannotSchedule as error:
                found.setdefault((error.field, error.reason), []).append(str(slot))
    for (field, reason), months in found.items():
        others = f" and {len(months) - 3} more months" if len(months) > 3 else ""
        yield (field,), f"{reason} {', '.join(months[:3])}{others}."
