"""How far the calendars reach, and what makes their entries unique."""

from typing import Self

from pydantic import model_validator

from .base import Record
from .field import BUILD, described
from .limits import LONGEST_HORIZON, LONGEST_YEARS
from .text import Day, Domain


class CalendarSettings(Record):
    """The horizon of the feeds, both days included, and the domain of their UIDs (`data/calendar.yml`)."""

    from_: Day = described("From", "The first day that the calendars hold.", place=BUILD, alias="from")
    to: Day = described("To", "The last day. Move it on by a year well before it comes near.", place="desk.md")
    domain: Domain = described(
        "Domain", "A part of every entry's identity. Never change it once people have subscribed: each entry would come a second time.",
        place=BUILD,
    )

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.to <= self.from_:
            raise ValueError(f"the calendar ends ({self.to}) before it starts ({self.from_}).")
        if self.to - self.from_ > LONGEST_HORIZON:
            raise ValueError(f"the calendar ends ({self.to}) more than {LONGEST_YEARS} years after it starts ({self.from_}).")
        return self
