"""A change, explained."""

from datetime import date as Day
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from .field import said
from .record import FileRecord, Kind
from .text import Text

NEWS = "whats_new.md"
SCHEDULED, URGENT, MINOR = KINDS = ("scheduled", "urgent", "minor")


class Amendment(FileRecord):
    """What changed, why, and what staff should do differently. A minor one changes no meaning, and nobody is told."""

    KIND: ClassVar[Kind] = Kind("amendment", "amendments")

    date: Day = said("Date", "The day of the change.", place=NEWS)
    kind: Literal["scheduled", "urgent", "minor"] = said(
        "Kind", "scheduled, urgent, or minor (a slip of the pen that changes no meaning: nobody is told).", place=NEWS
    )
    concerns: tuple[Text, ...] = said("Concerns", "What it explains: standards/…, activities/… or panels/… with the id.", place=NEWS)
    what: Text = said("What changed", "In a sentence.", place=NEWS)
    why: Text | None = said("Why", "In a sentence.", None, place=NEWS)
    do: Text | None = said("What to do differently", "What staff should do differently.", None, place=NEWS)
    effective_from: Day | None = said("From", "The day from which it holds, if that is not its date.", None, place=NEWS)

    @property
    def heading(self) -> str:
        return self.what

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        for field in ("why", "do"):
            if self.kind != MINOR and not getattr(self, field):
                raise ValueError(f'"{field}" is missing: only a minor amendment can do without it.')
        return self
