"""A macro that breaks, which is a mistake of ours and not of whoever wrote the page: it is told where the page calls it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from traceback import extract_tb

from ..model.problem import Problem


@dataclass(frozen=True)
class Failure:
    """The name of a macro, what broke in it, and where in our code."""

    macro: str
    error: Exception

    def problem(self, file: str, text: str) -> Problem:
        """Return what to say of it on a page, whose whole text this is."""
        called = re.search(rf"\{{[{{%].*?\b{self.macro}\(", text, re.DOTALL)
        line = text.count("\n", 0, called.end()) + 1 if called else 1
        *_, frame = extract_tb(self.error.__traceback__)
        place = f"{Path(frame.filename).name}, line {frame.lineno}"
        what = f"{type(self.error).__name__}: {self.error}".split("\n", 1)[0][:100]
        return Problem(file, line, f"{self.macro}(…) broke here ({what}; {place}). That is a mistake in the code: tell a developer.")


def guarded(name: str, macro: Callable[..., str], failed: list[Failure]) -> Callable[..., str]:
    """Return a macro that, where it breaks, shows nothing and is noted."""
    def safe(*given: object, **named: object) -> str:
        try:
            return macro(*given, **named)
        except Exception as error:
            failed.append(Failure(name, error))
            return ""

    return wraps(macro)(safe) if hasattr(macro, "__name__") else safe
