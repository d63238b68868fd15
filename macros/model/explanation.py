"""Why something changed, and what it means for staff."""

from typing import Literal, Self, get_args

from pydantic import model_validator

from .base import Record
from .field import described
from .text import Day, RoleId, Text

NEWS = "whats_new.md"
AmendmentKind = Literal["scheduled", "urgent", "minor"]
AMENDMENT_KINDS: tuple[str, ...] = get_args(AmendmentKind)
_, URGENT, MINOR = AMENDMENT_KINDS


class Explanation(Record):
    """What changed, why, and what staff should do differently. A minor change changes no meaning, and nobody is told."""

    kind: AmendmentKind = described(
        "Kind", "scheduled, urgent, or minor (a slip of the pen that changes no meaning: nobody is told).", place=NEWS
    )
    what: Text = described("What changed", "What changed, in a sentence.", place=NEWS)
    why: Text | None = described("Why", "Why it changed, in a sentence.", None, place=NEWS)
    do: Text | None = described("What to do differently", "What staff should do differently.", None, place=NEWS)
    restates: bool = described(
        "Restates", "true where what it concerns now says what the published document says, such as a new edition of it.", False,
        place="history/history.py",
    )
    approved_by: RoleId | None = described("Approved by", "The role that approved it.", None, place=NEWS)
    approved_on: Day | None = described("Approved on", "The day on which it was approved.", None, place="_macros.md")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        for field in ("why", "do"):
            if self.kind != MINOR and not getattr(self, field):
                raise ValueError(f'"{field}" is missing: only a minor amendment can do without it.')
        return self

    @model_validator(mode="after")
    def _says_who_approved_it_and_when(self) -> Self:
        if bool(self.approved_by) != bool(self.approved_on):
            raise ValueError("say both who approved it and on which day, approved_by and approved_on, or neither.")
        return self
