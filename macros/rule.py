"""A rule for the day of a meeting, as a person says it: "second Tuesday", "last Thursday", "first working day"."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from .problem import did_you_mean
from .working_days import is_working_day

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORKING_DAY = "working day"


@dataclass(frozen=True)
class DayRule:
    """The nth (-1 is the last) day of a kind in a month: a weekday by name, or a working day."""

    ordinal: str
    kind: str

    @classmethod
    def parse(cls, text) -> "DayRule":
        """Return the rule that a text says. Raises ValueError with an example where it says none."""
        ordinal, _, kind = str(text).partition(" ")
        if ordinal not in ORDINALS:
            raise ValueError(f'"{text}" does not start with first, second, third, fourth, fifth or last.')
        if kind not in (*WEEKDAYS, WORKING_DAY):
            hint = did_you_mean(kind, (*WEEKDAYS, WORKING_DAY)) or " Write it as second Tuesday or first working day."
            raise ValueError(f'"{kind}" is not a day of the week or "working day".{hint}')
        return cls(ordinal, kind)

    def __str__(self) -> str:
        return f"{self.ordinal} {self.kind}"

    def in_month(self, year: int, month: int) -> date | None:
        """Return the day that the rule means in a month, or None where the month has no such day."""
        first = date(year, month, 1)
        days = [first + timedelta(days=n) for n in range(monthrange(year, month)[1])]
        found = [day for day in days if self._is_meant(day)]
        n = ORDINALS[self.ordinal]
        return found[n - 1 if n > 0 else n] if len(found) >= abs(n) else None

    def _is_meant(self, day):
        return is_working_day(day) if self.kind == WORKING_DAY else WEEKDAYS[day.weekday()] == self.kind
