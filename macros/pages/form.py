"""What a page asks people to fill in."""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field as Limits

from ..model.limits import MOST_LINES

Lines = Annotated[int, Limits(ge=1, le=MOST_LINES)]


@dataclass(frozen=True)
class Field:
    """A question of a form: a line, several lines, a date, a box to tick, or one of several options."""

    label: str
    lines: Lines = 1
    kind: str = "text"
    options: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the field in a saved file, made from its label."""
        return "field-" + re.sub(r"[^a-z0-9]+", "-", self.label.lower()).strip("-")
