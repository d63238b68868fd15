"""Months: of any year, and of one year as the slot of an occurrence."""

import re
from calendar import monthrange
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from . import address
from .problem import did_you_mean


class Month(IntEnum):
    """A month of the year, by its English name whatever the machine's language."""

    January = 1
    February = 2
    March = 3
    April = 4
    May = 5
    June = 6
    July = 7
    August = 8
    September = 9
    October = 10
    November = 11
    December = 12

    @classmethod
    def named(cls, name: object) -> "Month":
        """Return the month of this name. Raises ValueError, with a suggestion, where there is none."""
        if not isinstance(name, str) or name not in cls.__members__:
            raise ValueError(f'"{name}" is not a month.{did_you_mean(str(name), cls.__members__)}')
        return cls[name]

    @property
    def before(self) -> "Month":
        return Month((self - 2) % 12 + 1)

    @property
    def after(self) -> "Month":
        return Month(self % 12 + 1)

    @property
    def page(self) -> str:
        return address.month(self.name)


def in_words(day: date) -> str:
    """Return a day such as 10 February 2027, in English whatever the machine's language."""
    return f"{day.day} {Month(day.month).name} {day.year}"


class Slot(NamedTuple):
    """The month that an occurrence is meant for: part of its identity, whatever day it takes place on."""

    year: int
    month: Month

    @classmethod
    def parse(cls, text: object) -> "Slot":
        """Return the slot of a text such as "March 2027". Raises ValueError for any other text."""
        name, _, year = str(text).partition(" ")
        if not re.fullmatch(r"20[0-9][0-9]", year):
            raise ValueError(f'"{text}" is not a month and a year, such as March 2027.')
        return cls(int(year), Month.named(name))

    def months_until(self, later: "Slot") -> int:
        """Return how many months lie between; fewer than none where the other is earlier."""
        return (later.year - self.year) * 12 + later.month - self.month

    @classmethod
    def of(cls, day: date) -> "Slot":
        return cls(day.year, Month(day.month))

    @property
    def first(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def id(self) -> str:
        return f"{self.year}-{self.month:02}"

    def __str__(self) -> str:
        return f"{self.month.name} {self.year}"


class MeetingName(NamedTuple):
    """What a meeting is called that is moved or cancelled: the month it is meant for, or its day where the month has several."""

    slot: Slot
    day: date | None = None

    @classmethod
    def parse(cls, text: object) -> "MeetingName":
        """Return what "March 2027" or "9 March 2027" names. Raises ValueError for any other text."""
        day, _, month = str(text).partition(" ")
        if not re.fullmatch(r"[1-9][0-9]?", day):
            return cls(Slot.parse(text))
        slot = Slot.parse(month)
        if int(day) > slot.last.day:
            raise ValueError(f'"{text}" is not a day that exists.')
        return cls(slot, date(*slot, int(day)))

    def __str__(self) -> str:
        return f"{self.day.day} {self.slot}" if self.day else str(self.slot)
