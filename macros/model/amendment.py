"""A change, explained."""

from typing import ClassVar, Literal, Self, get_args

from pydantic import model_validator

from .day import Day
from .field import described
from .record import FileRecord, Kind
from .text import Text

NEWS = "whats_new.md"
AmendmentKind = Literal["scheduled", "urgent", "minor"]
AMENDMENT_KINDS: tuple[str, ...] = get_args(AmendmentKind)
_, URGENT, MINOR = AMENDMENT_KINDS


class Amendment(FileRecord):
    """What changed, why, and what staff should do differently. A minor one changes no meaning, and nobody is told."""

    KIND: ClassVar[Kind] = Kind("amendment", "amendments")

    date: Day = described("Date", "The day of the change.", place=NEWS)
    kind: AmendmentKind = described(
        "Kind", "scheduled, urgent, or minor (a slip of the pen that changes no meaning: nobody is told).", place=NEWS
    )
    concerns: tuple[Text, ...] = described("Concerns", "What it explains: standards/…, activities/… or panels/… with the id.", place=NEWS)
    what: Text = described("What changed", "In a sentence.", place=NEWS)
    why: Text | None = described("Why", "In a sentence.", None, place=NEWS)
    do: Text | None = described("What to do differently", "What staff should do differently.", None, place=NEWS)

    @property
    def heading(self) -> str:
        return self.what

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        for field in ("why", "do"):
            if self.kind != MINOR and not getattr(self, field):
                raise ValueError(f'"{field}" is missing: only a minor amendment can do without it.')
        return self
