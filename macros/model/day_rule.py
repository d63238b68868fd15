"""A rule for the day of a meeting, as a person says it: "second Tuesday", "last Thursday", "first working day"."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

from .problem import did_you_mean

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORKING_DAY = "working day"


@dataclass(frozen=True)
class DayRule:
    """The nth day of a kind in a month: a weekday by name, or a working day."""

    ordinal: str
    kind: str

    @classmethod
    def parse(cls, text: object) -> "DayRule":
        """Return the rule that a text says. Raises ValueError with an example where it says none."""
        ordinal, _, kind = str(text).partition(" ")
        if ordinal not in ORDINALS:
            raise ValueError(f'"{text}" does not start with first, second, third, fourth, fifth or last.')
        if kind not in (*WEEKDAYS, WORKING_DAY):
            hint = did_you_mean(kind, (*WEEKDAYS, WORKING_DAY)) or " Write it as second Tuesday or first working day."
            raise ValueError(f'"{kind}" is not a day of the week or "working day".{hint}')
        return cls(ordinal, kind)

    @property
    def nth(self) -> int:
        """Which of the days is meant: 1 is the first, -1 the last."""
        return ORDINALS[self.ordinal]

    def __str__(self) -> str:
        return f"{self.ordinal} {self.kind}"


RuleName = Annotated[DayRule, PlainValidator(DayRule.parse), PlainSerializer(str)]
