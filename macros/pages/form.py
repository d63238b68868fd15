"""What a page asks people to fill in."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A question of a form: a line, several lines, a date, a box to tick, or one of several options."""

    label: str
    lines: int = 1
    kind: str = "text"
    options: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the field in a saved file, made from its label."""
        return "field-" + re.sub(r"[^a-z0-9]+", "-", self.label.lower()).strip("-")
