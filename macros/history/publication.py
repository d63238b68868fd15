"""One publication: what a file of `data/published/` holds. It is written once, by `make amend`, and never changed."""

import json
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .digest import digest

FOLDER = "data/published"
FIRST = "first"  # the publication of an edition that was never published before
CALENDARS = "calendars"  # a publication of what is new in the calendars though nothing was amended


class Remembered(BaseModel):
    """The base of what is remembered: read once, never changed, no field that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(Remembered):
    """What a thing says from now on, None where it is gone.

    `after` is the mark of the version before, None for the first. It says so from the day `starts`, or has always done so.
    """

    after: str | None
    says: dict[str, Any] | None
    starts: date | None


class EntryChange(Remembered):
    """An entry of the calendars whose words or days are new: its SEQUENCE (RFC 5545, 3.8.7.4) and the digest of what it says."""

    sequence: int = Field(ge=0)
    digest: str


class Publication(Remembered):
    """What one amendment changed, thing by thing: the text in force, the coming one, or both, in this order.

    `number` counts the publications before it, `amendment` is the digest of the amendment; those of an edition and of
    calendars alone have none.

    `seal` is the digest of all the rest: a file that was changed afterwards is noticed.
    """

    number: int = Field(ge=0)
    amendment: str | None
    date: date
    kind: Literal["first", "calendars", "scheduled", "urgent", "minor"]
    things: dict[str, tuple[Change, ...]]
    entries: dict[str, EntryChange] = {}
    addresses: tuple[str, ...] = ()
    seal: str = ""

    def sealed(self) -> "Publication":
        """Return the publication with its seal."""
        return self.model_copy(update={"seal": self._seal()})

    @property
    def is_whole(self) -> bool:
        """False where somebody changed it after it was written."""
        return self.seal == self._seal()

    def _seal(self) -> str:
        return digest(self.model_dump(mode="json", exclude={"seal"}))

    def to_json(self) -> str:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
