"""One publication: what a file of `data/published/` holds. It is written once, by `make amend`, and never changed."""

import json
from collections.abc import Mapping
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
    `withdraws` is the mark of a coming version that will not come.
    """

    after: str | None
    says: dict[str, Any] | None
    starts: date | None
    withdraws: str | None = None


class EntryChange(Remembered):
    """An entry of the calendars whose words or days are new: its SEQUENCE (RFC 5545, 3.8.7.4) and the digest of what it says."""

    sequence: int = Field(ge=0)
    digest: str


class Publication(Remembered):
    """What one amendment changed, thing by thing: the text in force, the coming one, or both, in this order.

    `id` is the name of its file. `number` counts the publications before it; `follows` has, by id, the seals of the newest ones
    among them. `amendment` is the digest of the amendment; those of an edition and of calendars alone have none.
    `documents` are the digests of the documents that were new, by their addresses; an earlier edition is one, with all of its files.
    `seal` is the digest of all the rest: a file that was changed afterwards is noticed.
    """

    id: str
    number: int = Field(ge=0)
    follows: dict[str, str]
    amendment: str | None
    date: date
    kind: Literal["first", "calendars", "scheduled", "urgent", "minor"]
    things: dict[str, tuple[Change, ...]]
    entries: dict[str, EntryChange] = {}
    addresses: tuple[str, ...] = ()
    documents: dict[str, str] = {}
    seal: str = ""

    def named_by_content(self) -> "Publication":
        """Return the publication under a name that nobody else who publishes on the same day gives to something else."""
        content = digest(self.model_dump(mode="json", include={"follows", "entries", "addresses", "documents"}))
        return self.model_copy(update={"id": f"{self.date}-{self.kind}-{content[:6]}"})

    def sealed(self) -> "Publication":
        """Return the publication with its seal."""
        return self.model_copy(update={"seal": seal_of(self.model_dump(mode="json"))})

    def to_json(self) -> str:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def seal_of(content: Mapping[str, Any]) -> str:
    """Return the seal of what a file of the record holds."""
    return digest({name: value for name, value in content.items() if name != "seal"})
