"""Rules for the days of activities: a day that cannot be, or that nobody can mean, is told before any page is made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property

from ..model.activity import Activity, Cancellation, Meeting, Move
from ..model.calendar_settings import CalendarSettings
from ..model.month import Slot
from ..model.problem import Problem
from ..schedule.occurrences import LONDON, Occurrence, ScheduleError, as_changed, intended_in, slots_between
from ..schedule.timeline import Placement
from ..schedule.working_days import day_off
from .checked_file import Sources
from .yaml_file import RecordPath

Message = tuple[RecordPath, str]  # a place in the record, and what is wrong there
DONE = {"dates": "dated", "moved": "moved", "cancelled": "cancelled"}
NO_ID = {
    name: f"give this {one} an id that it keeps for good, such as id: second. Nothing tells its meeting from another one in"
    for name, one in (("dates", "date"), ("rules", "rule"))
}
FARTHEST_MOVE = 6  # months from the one that was meant: farther away it is another meeting


def check_schedule(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each day that cannot be, in what holds and in what is coming."""
    horizon = sources.single["calendar"].record
    if isinstance(horizon, CalendarSettings):
        for checked in (*sources.records[Activity].values(), *sources.coming.values()):
            if isinstance(checked.record, Activity):
                yield from (checked.file.problem(*message) for message in _Days(checked.record, horizon).messages())


@dataclass
class _Days:
    """The days of an activity, within a horizon."""

    activity: Activity
    horizon: CalendarSettings
    impossible: dict[tuple[RecordPath, str], list[str]] = field(default_factory=dict)  # months by place and reason

    def messages(self) -> Iterator[Message]:
        yield from self._dates()
        yield from self._moves()
        yield from self._named()
        for slot, meetings in self._meetings.items():
            yield from self._together(slot, meetings)
        for (path, reason), months in self.impossible.items():
            others = f" and {len(months) - 3} more months" if len(months) > 3 else ""
            yield path, f"{reason} {', '.join(months[:3])}{others}."

    @cached_property
    def _meetings(self) -> dict[Slot, list[Occurrence]]:
        """What is meant for each month; what cannot be is noted as impossible."""
        meetings = {}
        for slot in slots_between(max(self.horizon.from_, self.activity.starts or date.min), self.horizon.to):
            if slot.month in self.activity.placements:
                try:
                    meetings[slot] = intended_in(self._placement(slot), slot)
                except ScheduleError as error:
                    self.impossible.setdefault((error.place, error.reason), []).append(str(slot))
        return meetings

    def _placement(self, slot: Slot) -> Placement:
        return Placement(self.activity, slot.month, self.activity.summary, {})

    def _dates(self) -> Iterator[Message]:
        for n, meeting in enumerate(self.activity.dates):
            slot = Slot.of(meeting.on)
            if slot.month not in self.activity.placements:
                yield ("dates", n), self._does_not_run(slot, "dates")
            yield from ((("dates", n), message) for message in self._unlikely(meeting))

    def _moves(self) -> Iterator[Message]:
        for n, move in enumerate(self.activity.moved):
            path = ("moved", n)
            yield from ((path, message) for message in self._unlikely(move))
            if abs(move.occurrence.slot.months_until(Slot.of(move.on))) > FARTHEST_MOVE:
                yield path, (
                    f"{move.on} is more than {FARTHEST_MOVE} months from {move.occurrence}: "
                    "cancel that meeting, and give the other one under dates."
                )

    def _unlikely(self, meeting: Meeting) -> Iterator[str]:
        """Yield what keeps a day from being meant, unless somebody says that it is."""
        for day in dict.fromkeys([meeting.on, meeting.last]):
            if self._lies_outside(day):
                yield f"{day} {self._lies_outside(day)}"
            elif day_off(day) and not meeting.keep:
                yield f"{day} is {day_off(day)}. If that is meant, write keep: true below it."

    def _lies_outside(self, day: date) -> str:
        if day < self.horizon.from_:
            return f"lies before the start of the calendar ({self.horizon.from_}, data/calendar.yml)."
        return f"lies beyond the end of the calendar ({self.horizon.to}, data/calendar.yml)." if day > self.horizon.to else ""

    def _named(self) -> Iterator[Message]:
        """Yield a message for each move and each cancellation that names no meeting, or not one alone."""
        for name in ("moved", "cancelled"):
            seen: set[tuple[Slot, str]] = set()
            for n, entry in enumerate(getattr(self.activity, name)):
                slot, meant = entry.occurrence.slot, self._meant_by(entry)
                if message := self._wrongly_named(entry, name, meant):
                    yield (name, n), message
                elif meant and (slot, meant[0].name) in seen:
                    yield (name, n), f"{entry.occurrence} is already {DONE[name]} above."
                seen.update((slot, meeting.name) for meeting in meant)

    def _meant_by(self, entry: Move | Cancellation) -> list[Occurrence]:
        return [meeting for meeting in self._meetings.get(entry.occurrence.slot, []) if meeting.is_meant_by(entry)]

    def _wrongly_named(self, entry: Move | Cancellation, name: str, meant: list[Occurrence]) -> str:
        slot = entry.occurrence.slot
        outside = self._lies_outside(slot.last) if slot.last < self.horizon.from_ else self._lies_outside(slot.first)
        if slot.month not in self.activity.placements:
            return self._does_not_run(slot, name)
        if slot not in self._meetings:
            return f"{slot} {outside}" if outside else ""
        if not meant:
            return f"by its rule and its dates there is no meeting of {entry.occurrence} to be {DONE[name]}."
        if len(meant) > 1:
            return f"{slot} has {len(meant)} meetings: name the day of the one to be {DONE[name]}, such as {meant[0].day.day} {slot}."
        if name == "moved" and not meant[0].is_dated:
            return f"give the date under dates. There is none yet that could be moved in {slot}."
        return ""

    def _does_not_run(self, slot: Slot, name: str) -> str:
        return f'"{self.activity.id}" does not run in {slot.month.name}: there is no {slot} to be {DONE[name]}.'

    def _together(self, slot: Slot, meetings: list[Occurrence]) -> Iterator[Message]:
        """Yield a message for times that are not on the clock; note where nothing tells two meetings of a month apart."""
        for name, count in Counter(meeting.name for meeting in meetings).items():
            if count > 1:
                place = max(meeting.said for meeting in meetings if meeting.name == name and meeting.said)
                self.impossible.setdefault((place, NO_ID[place[0]]), []).append(str(slot))
        for meeting in map(as_changed, meetings):
            for moment in meeting.times or ():
                if not _is_on_the_clock(meeting.day, moment):
                    yield meeting.said or (), f"the clocks change on {meeting.day}: {moment:%H:%M} is not one moment of that day."


def _is_on_the_clock(day: date, moment: time) -> bool:
    """False for a time of day that does not exist in London on a day, or exists twice."""
    first = datetime.combine(day, moment, LONDON)
    return first.utcoffset() == first.replace(fold=1).utcoffset()
