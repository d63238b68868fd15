"""From the months of the framework to days in a calendar: rules, confirmed dates, moves and cancellations.

An occurrence is one placement in one year, or one of several meetings in it. Its slot is the month that is meant, and
never changes; what is known of its day may: nothing but the month at first, then a rule or a date, then perhaps another
date, or its cancellation.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from ..model.activity import Cancellation, ConfirmedDate, Move, Rule
from ..model.framework import Framework
from ..model.grouped import grouped
from ..model.month import Month, Slot
from .rule_days import days_of
from .timeline import Placement, placement_of
from .working_days import BANK_HOLIDAYS, first_working_day, working_day_from

LONDON = ZoneInfo("Europe/London")
WHICH_MEETING = (
    "no meeting falls on this day by its rule: move the one that is meant under moved, "
    "or give this date the id of its rule, or an id of its own for one more meeting in"
)


Place = tuple[str, int]  # a field of an activity, and which of its items


class ScheduleError(ValueError):
    """What an item of the data asks for cannot be in a month: `reason` goes before the month's name."""

    def __init__(self, place: Place, reason: str):
        super().__init__(f"{place[0]}: {reason}")
        self.place, self.reason = place, reason


@dataclass(frozen=True)
class Occurrence:
    """A placement in one year: whole days, `last` included, between two times in London where `times` are known.

    `name` tells it from every other of its activity, for good: the month that is meant, or the day of a rule that says
    "every", then the id of its rule or date where it has one. `said` is the item of the data that its day comes from.
    """

    placement: Placement
    slot: Slot
    name: str
    precision: str  # month, window, rule or date
    day: date
    last: date
    times: tuple[time, time] | None = None
    place: str | None = None
    moved_from: date | None = None
    cancelled: bool = False
    because: str | None = None
    said: Place | None = None

    @property
    def is_dated(self) -> bool:
        """False where the framework's month is all that is known: `day` is then a reminder and no date."""
        return self.precision in ("rule", "date")

    @property
    def is_after_the_end(self) -> bool:
        """True where the activity has ended by its day."""
        ended = self.placement.activity.ended
        return ended is not None and ended.on <= self.day

    @property
    def takes_days(self) -> bool:
        """True for what stands on whole days: it has no times, or is on several days and nobody works through the nights."""
        return self.times is None or self.last != self.day

    @property
    def start(self) -> date | datetime:
        return self.day if self.times is None or self.takes_days else datetime.combine(self.day, self.times[0], LONDON)

    @property
    def end(self) -> date | datetime:
        """The end; for whole days the day after the last, as iCalendar has it (RFC 5545, 3.6.1)."""
        if self.times is None or self.takes_days:
            return self.last + timedelta(days=1)
        return datetime.combine(self.last, self.times[1], LONDON)

    def is_shown_in(self, month: Month) -> bool:
        """True in the month that is meant, and in every other in which it takes place."""
        return month in (self.slot.month, self.day.month, self.last.month)

    def is_meant_by(self, entry: Move | Cancellation) -> bool:
        """True for what a move or a cancellation names: by the month that is meant, or by the day on which it would be."""
        return entry.occurrence.slot == self.slot and entry.occurrence.day in (None, self.moved_from or self.day)


def occurrences(framework_on: Callable[[date], Framework], first: date, last: date) -> list[Occurrence]:
    """Return every occurrence from a first day to a last one, by day and then in the order of the data.

    Each is as the framework that holds on its own day has it: what starts later changes nothing before.
    """
    every = [numbered for slot in slots_between(first, last) for numbered in _in_slot(framework_on, slot)]
    inside = [numbered for numbered in every if first <= numbered[1].day <= last]
    return [occurrence for _, occurrence in sorted(inside, key=lambda numbered: (numbered[1].day, numbered[0]))]


def _in_slot(framework_on: Callable[[date], Framework], slot: Slot) -> Iterator[tuple[int, Occurrence]]:
    """Yield what happens in a slot, with its place in the order of the data."""
    every = dict.fromkeys([*framework_on(slot.first).activity, *framework_on(slot.last).activity])
    for n, id in enumerate(every):
        meetings = [meeting for meeting in _of_activity(framework_on, id, slot) if not meeting.is_after_the_end]
        dated = [meeting for meeting in meetings if meeting.is_dated]
        yield from ((n, meeting) for meeting in dated or meetings)


def _of_activity(framework_on: Callable[[date], Framework], id: str, slot: Slot) -> Iterable[Occurrence]:
    """Return what an activity does in a slot, each meeting as the framework has it that holds on its day.

    The months of what starts within the slot count from its first day.
    """
    first, last = framework_on(slot.first), framework_on(slot.last)
    meetings: dict[str, Occurrence] = {}
    for framework in [first] if last is first else [first, last]:
        for name, meeting in _by_name(framework, id, slot).items():
            holding = framework_on(meeting.day)
            held = meeting if holding is framework else _by_name(holding, id, slot).get(name)
            if held is None and framework is last and not meeting.is_dated:
                held = meeting
            if held and not (name in meetings and meetings[name].is_dated):
                meetings[name] = held
    return meetings.values()


def _by_name(framework: Framework, id: str, slot: Slot) -> dict[str, Occurrence]:
    activity = framework.activity.get(id)
    if activity is None or slot.month not in activity.placements:
        return {}
    return {occurrence.name: occurrence for occurrence in occurrences_in(placement_of(framework, activity, slot.month), slot)}


def known_dates(occurrences: Iterable[Occurrence]) -> dict[str, list[Occurrence]]:
    """Return the occurrences of which more than the month is known, dated, moved or cancelled ones, by the id of their activity."""
    known = (occurrence for occurrence in occurrences if occurrence.is_dated or occurrence.cancelled)
    return grouped(known, lambda occurrence: [occurrence.placement.activity.id])


@cache
def slots_between(first: date, last: date) -> tuple[Slot, ...]:
    """Return each month from that of a first day to that of a last one."""
    start, end = Slot.of(first), Slot.of(last)
    return tuple(Slot(start.year + n // 12, Month(n % 12 + 1)) for n in range(start.month - 1, start.month + start.months_until(end)))


def occurrences_in(placement: Placement, slot: Slot) -> list[Occurrence]:
    """Return what happens in a slot; nothing where each rule skips it. Raises ScheduleError."""
    return [as_changed(meeting) for meeting in intended_in(placement, slot)]


def as_changed(meeting: Occurrence) -> Occurrence:
    """Return what was meant as it stands once it is moved or cancelled."""
    return _cancelled(_moved(meeting))


def intended_in(placement: Placement, slot: Slot) -> list[Occurrence]:
    """Return what is meant for a slot, before anything is moved or cancelled. Raises ScheduleError."""
    activity = placement.activity
    meetings = [(n, meeting) for n, meeting in enumerate(activity.dates) if Slot.of(meeting.on) == slot]
    dated = {meeting.id for _, meeting in meetings}
    rules = [(n, rule) for n, rule in enumerate(activity.rules) if rule.day.is_every or rule.id not in dated]
    by_rule = [occurrence for n, rule in rules for occurrence in _by_rule(placement, slot, n, rule)]
    confirmed = [_confirmed(placement, slot, n, meeting, by_rule) for n, meeting in meetings]
    names = {occurrence.name for occurrence in confirmed}
    intended = [*confirmed, *(occurrence for occurrence in by_rule if occurrence.name not in names)]
    if intended or any(_holding(rule, slot) for _, rule in rules):
        return sorted(intended, key=lambda occurrence: occurrence.day)
    day = first_working_day(slot.year, slot.month)
    return [Occurrence(placement, slot, slot.id, "window" if activity.windows else "month", day, day)]


def _holding(rule: Rule, slot: Slot) -> list[date]:
    """Return the days that a rule means in a slot and on which it holds."""
    return [day for day in days_of(rule, slot) if rule.holds_on(day)]


def _by_rule(placement: Placement, slot: Slot, n: int, rule: Rule) -> Iterator[Occurrence]:
    if not days_of(rule, slot) and (rule.holds_on(slot.first) or rule.holds_on(slot.last)):
        raise ScheduleError(("rules", n), f"there is no {rule.day} in")
    for meant in _holding(rule, slot):
        day = _beside_holidays(rule, n, meant)
        if day and rule.holds_on(day):
            name = _named(meant.isoformat() if rule.day.is_every else slot.id, rule.id)
            yield Occurrence(placement, slot, name, "rule", day, day, rule.time, rule.place, said=("rules", n))


def _beside_holidays(rule: Rule, n: int, day: date) -> date | None:
    """Return the day that a rule takes in place of a bank holiday, None where it skips it. Raises ScheduleError."""
    if day not in BANK_HOLIDAYS or rule.if_holiday == "keep":
        return day
    if rule.if_holiday is None:
        raise ScheduleError(("rules", n), f"say if_holiday: next, previous, skip or keep. The {rule.day} is a bank holiday in")
    return None if rule.if_holiday == "skip" else working_day_from(day, 1 if rule.if_holiday == "next" else -1)


def _confirmed(placement: Placement, slot: Slot, n: int, meeting: ConfirmedDate, by_rule: list[Occurrence]) -> Occurrence:
    """Return the occurrence of a confirmed date, with the time and the place of the rule where it gives none. Raises ScheduleError."""
    rules = enumerate(placement.activity.rules)
    k, rule = next(((k, rule) for k, rule in rules if rule.id == meeting.id and rule.holds_on(meeting.on)), (0, None))
    name = _named(slot.id, meeting.id)
    if rule and rule.day.is_every:
        name = next((one.name for one in by_rule if one.said == ("rules", k) and one.day == meeting.on), "")
    elif not rule and not meeting.id and by_rule:
        name = ""
    if not name:
        raise ScheduleError(("dates", n), WHICH_MEETING)
    times = meeting.time or (rule.time if rule else None)
    where = meeting.place or (rule.place if rule else None)
    return Occurrence(placement, slot, name, "date", meeting.on, meeting.last, times, where, said=("dates", n))


def _named(period: str, id: str | None) -> str:
    return f"{period}.{id}" if id else period


def _moved(intended: Occurrence) -> Occurrence:
    moves = enumerate(intended.placement.activity.moved)
    n, move = next(((n, move) for n, move in moves if intended.is_meant_by(move)), (0, None))
    if not move:
        return intended
    return replace(
        intended, precision="date", day=move.on, last=move.last, times=move.time or intended.times,
        place=move.place or intended.place, moved_from=intended.day, because=move.because, said=("moved", n),
    )


def _cancelled(occurrence: Occurrence) -> Occurrence:
    entries = occurrence.placement.activity.cancelled
    entry = next((entry for entry in entries if occurrence.is_meant_by(entry)), None)
    return replace(occurrence, cancelled=True, because=entry.because) if entry else occurrence
