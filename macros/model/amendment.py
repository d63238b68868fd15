"""A change, explained."""

from collections.abc import Collection
from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from .explanation import NEWS, Explanation
from .field import described
from .record import FileRecord, Kind
from .text import Day, Text


def new_id(day: date, concern: str, taken: Collection[str]) -> str:
    """Return an id such as 2027-02-10-communication that no amendment has."""
    first = f"{day}-{concern.rpartition('/')[2] or 'home'}"
    return next(id for id in (first, *(f"{first}-{n}" for n in range(2, 1000))) if id not in taken)


class Amendment(Explanation, FileRecord):
    """An explanation of one or several changes, with its day. It is recorded as it stands, for good."""

    KIND: ClassVar[Kind] = Kind("amendment", "amendments")

    date: Day = described("Date", "The day of the change.", place=NEWS)
    concerns: tuple[Text, ...] = described(
        "Concerns", "What it explains: standards/…, activities/… or panels/… with the id.", place=NEWS, min_length=1
    )

    @property
    def heading(self) -> str:
        return self.what

    @model_validator(mode="after")
    def _is_approved_before_it_is_published(self) -> Self:
        if self.approved_on and self.approved_on > self.date:
            raise ValueError(f"it was approved ({self.approved_on}) after it was published ({self.date}).")
        return self
