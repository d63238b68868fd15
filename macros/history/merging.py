"""A change made to the text in force, made to the coming version as well: three texts become one where they do not collide."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

Edit = tuple[int, int, tuple[str, ...]]  # the lines from one to before another become these


def merged(before: Mapping[str, Any], now: Mapping[str, Any], coming: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return what a coming version says with what changed from `before` to `now`, or None where both changed the same place."""
    result = dict(coming)
    for name in {*before, *now}:
        old, value, other = (says.get(name) for says in (before, now, coming))
        if value in (old, other):
            continue
        if other != old:
            value = _merged_text(old, value, other) if old and value and other and name == "text" else None
            if value is None:
                return None
        result[name] = value
    return {name: value for name, value in result.items() if value is not None}


def _merged_text(before: str, now: str, coming: str) -> str | None:
    """Return a text with the edits of two later ones, or None where two of these are of the same place."""
    lines = before.splitlines()
    edits = sorted({*_edits(lines, now.splitlines()), *_edits(lines, coming.splitlines())}, reverse=True)
    if any(start < end or start == other for (start, _, _), (other, end, _) in pairwise(edits)):
        return None
    for start, end, new in edits:
        lines[start:end] = new
    return "\n".join(lines) + "\n"


def _edits(before: list[str], after: list[str]) -> list[Edit]:
    codes = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    return [(a, b, tuple(after[c:d])) for kind, a, b, c, d in codes if kind != "equal"]
