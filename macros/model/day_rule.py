"""A rule for the days of meetings, as a person says it: "second Tuesday", "tenth working day", "every second Wednesday"."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

from .problem import did_you_mean

NUMBERS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth",
)
ORDINALS = {number: n for n, number in enumerate(NUMBERS, 1)} | {"last": -1}
EVERY = "every"
WEEKS = {"": 1, "second": 2, "third": 3, "fourth": 4}  # every one, every second one …
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORKING_DAY = "working day"


@dataclass(frozen=True)
class DayRule:
    """The nth day of a kind in a month, a weekday by name or a working day; or a weekday every so many weeks."""

    ordinal: str
    kind: str
    is_every: bool = False

    @classmethod
    def parse(cls, text: object) -> "DayRule":
        """Return the rule that a text says. Raises ValueError with an example where it says none."""
        first, _, rest = str(text).partition(" ")
        if first == EVERY:
            return cls._every(rest)
        if first not in ORDINALS:
            raise ValueError(f'"{text}" does not start with every, last, or first, second, third and so on up to {NUMBERS[-1]}.')
        if rest not in (*WEEKDAYS, WORKING_DAY):
            hint = did_you_mean(rest, (*WEEKDAYS, WORKING_DAY)) or " Write it as second Tuesday or first working day."
            raise ValueError(f'"{rest}" is not a day of the week or "working day".{hint}')
        return cls(first, rest)

    @classmethod
    def _every(cls, text: str) -> "DayRule":
        """Return the rule that stands behind "every". Raises ValueError."""
        ordinal, _, weekday = text.rpartition(" ")
        if ordinal not in WEEKS or weekday not in WEEKDAYS:
            hint = "Write it as every Wednesday or every second Wednesday, and the day from which it is counted as from: 2027-01-06."
            raise ValueError(f'"{EVERY} {text}" is not every, second, third or fourth, and a day of the week. {hint}')
        return cls(ordinal, weekday, is_every=True)

    @property
    def nth(self) -> int:
        """Which of the days of a month is meant: 1 is the first, -1 the last."""
        return ORDINALS[self.ordinal]

    @property
    def weeks(self) -> int:
        """How many weeks lie between two days of a rule that says "every"."""
        return WEEKS[self.ordinal]

    def __str__(self) -> str:
        return " ".join(filter(None, [EVERY if self.is_every else "", self.ordinal, self.kind]))


RuleName = Annotated[DayRule, PlainValidator(DayRule.parse), PlainSerializer(str)]
