"""The day that a rule means in a month."""

from calendar import monthrange
from datetime import date, timedelta

from ..model.day_rule import WEEKDAYS, WORKING_DAY, DayRule
from .working_days import is_working_day


def day_of(rule: DayRule, year: int, month: int) -> date | None:
    """Return the day that the rule means in a month, or None where the month has no such day."""
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(monthrange(year, month)[1])]
    of_kind = [day for day in days if _is_of_kind(rule, day)]
    n = rule.nth
    return of_kind[n - 1 if n > 0 else n] if len(of_kind) >= abs(n) else None


def _is_of_kind(rule: DayRule, day: date) -> bool:
    return is_working_day(day) if rule.kind == WORKING_DAY else WEEKDAYS[day.weekday()] == rule.kind
