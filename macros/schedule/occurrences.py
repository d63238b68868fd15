"""From the months of the framework to days in a calendar: rules, confirmed dates, moves and cancellations.

An occurrence is one placement in one year. Its slot is the month that is meant, and never changes; what is known of
its day may: nothing but the month at first, then a rule or a date, then perhaps another date, or its cancellation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..model.activity import Activity, Rule
from ..model.framework import Framework
from ..model.month import Month, Slot
from .rule_day import day_of
from .timeline import Placement, of_activity
from .working_days import BANK_HOLIDAYS, first_working_day, working_day_from

LONDON = ZoneInfo("Europe/London")


class ScheduleError(ValueError):
    """What a field of the data asks for cannot be in a month: `reason` goes before the month's name."""

    def __init__(self, field: str, reason: str):
        super().__init__(f"{field}: {reason}")
        self.field, self.reason = field, reason


@dataclass(frozen=True)
class Occurrence:
    """A placement in one year, on whole days (`times` is None; `last` is included) or between two times in London."""

    placement: Placement
    slot: Slot
    precision: str  # month, window, rule or date
    day: date
    last: date
    times: tuple[time, time] | None = None
    place: str | None = None
    moved_from: date | None = None
    cancelled: bool = False
    because: str | None = None

    @property
    def is_dated(self) -> bool:
        """False where the framework's month is all that is known: `day` is then a reminder and no date."""
        return self.precision in ("rule", "date")

    @property
    def start(self) -> date | datetime:
        return datetime.combine(self.day, self.times[0], LONDON) if self.times else self.day

    @property
    def end(self) -> date | datetime:
        """The end; for whole days the day after the last, as iCalendar has it (RFC 5545, 3.6.1)."""
        return datetime.combine(self.last, self.times[1], LONDON) if self.times else self.last + timedelta(days=1)


def all_occurrences(framework: Framework) -> list[Occurrence]:
    """Return every occurrence within the horizon of the calendar, by day and then in the order of the data."""
    horizon = list(slots_between(framework.calendar.from_, framework.calendar.to))
    in_order_of_data = (
        occurrence_in(placement, slot)
        for activity in framework.activities
        for placement in of_activity(framework, activity)
        for slot in horizon
        if slot.month == placement.month
    )
    return sorted(filter(None, in_order_of_data), key=lambda occurrence: occurrence.day)


def known_dates(occurrences: list[Occurrence], activity: Activity) -> list[Occurrence]:
    """Return the occurrences of an activity of which more than the month is known: dated, moved or cancelled ones."""
    return [
        occurrence for occurrence in occurrences
        if occurrence.placement.activity.id == activity.id and (occurrence.is_dated or occurrence.cancelled)
    ]


def slots_between(first: date, last: date) -> Iterator[Slot]:
    """Yield each month whose first working day lies from `first` to `last`."""
    for year in range(first.year, last.year + 1):
        for month in Month:
            if first <= first_working_day(year, month) <= last:
                yield Slot(year, month)


def occurrence_in(placement: Placement, slot: Slot) -> Occurrence | None:
    """Return what happens in a slot, or None where the rule skips it. Raises ScheduleError."""
    activity = placement.activity
    meeting = next((meeting for meeting in activity.dates if Slot.of(meeting.on) == slot), None)
    if meeting:
        intended = Occurrence(placement, slot, "date", meeting.on, meeting.last, meeting.time, meeting.place)
    elif activity.rule:
        by_rule = _by_rule(placement, activity.rule, slot)
        if by_rule is None:
            return None
        intended = by_rule
    else:
        day = first_working_day(slot.year, slot.month)
        intended = Occurrence(placement, slot, activity.precision, day, day)
    return _cancelled(_moved(intended))


def _by_rule(placement: Placement, rule: Rule, slot: Slot) -> Occurrence | None:
    day = day_of(rule.day, slot.year, slot.month)
    if day is None:
        raise ScheduleError("rule", f"there is no {rule.day} in")
    if day in BANK_HOLIDAYS:
        if rule.if_holiday is None:
            raise ScheduleError("rule", f"say if_holiday: next, previous, skip or keep. The {rule.day} is a bank holiday in")
        if rule.if_holiday == "skip":
            return None
        if rule.if_holiday != "keep":
            day = working_day_from(day, 1 if rule.if_holiday == "next" else -1)
    return Occurrence(placement, slot, "rule", day, day, rule.time, rule.place)


def _moved(intended: Occurrence) -> Occurrence:
    move = next((move for move in intended.placement.activity.moved if move.occurrence == intended.slot), None)
    if not move:
        return intended
    if not intended.is_dated:
        raise ScheduleError("moved", "give the date under dates. There is none yet that could be moved in")
    return replace(
        intended, precision="date", day=move.on, last=move.last, times=move.time or intended.times,
        place=move.place or intended.place, moved_from=intended.day, because=move.because,
    )


def _cancelled(intended: Occurrence) -> Occurrence:
    cancelled = intended.placement.activity.cancelled
    entry = next((entry for entry in cancelled if entry.occurrence == intended.slot), None)
    return replace(intended, cancelled=True, because=entry.because) if entry else intended
