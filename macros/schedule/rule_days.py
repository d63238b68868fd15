"""The days that a rule means in a month."""

from datetime import date, timedelta
from functools import cache

from ..model.activity import Rule
from ..model.day_rule import WEEKDAYS, WORKING_DAY
from ..model.month import Slot
from .working_days import is_working_day


def days_of(rule: Rule, slot: Slot) -> list[date]:
    """Return the days that a rule means in a month, whether or not it holds on them; none where the month has no such day."""
    of_kind = _of_kind(rule.day.kind, slot)
    if rule.day.is_every:
        return [day for day in of_kind if _is_counted(rule, day)]
    n = rule.day.nth
    return [of_kind[n - 1 if n > 0 else n]] if len(of_kind) >= abs(n) else []


@cache
def _of_kind(kind: str, slot: Slot) -> tuple[date, ...]:
    """Return the working days of a month, or its days of one name."""
    days = [slot.first + timedelta(days=n) for n in range(slot.last.day)]
    return tuple(day for day in days if (is_working_day(day) if kind == WORKING_DAY else WEEKDAYS[day.weekday()] == kind))


def _is_counted(rule: Rule, day: date) -> bool:
    """True for every second one, say, from the first day of the rule on."""
    return rule.from_ is None or (day - rule.from_).days // 7 % rule.day.weeks == 0
