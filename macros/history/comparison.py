"""Two versions of a text, word by word."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ..model.markdown import plain_lines


@dataclass(frozen=True)
class Segment:
    """Some words: "same", "gone" (only in the earlier version) or "new" (only in the later one)."""

    kind: str
    words: str


def compare(before: list[str], after: list[str]) -> list[list[Segment]]:
    """Return the lines of two texts that differ, each in segments, in the order of the later text."""
    compared = []
    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind != "equal":
            old, new = before[a:b], after[c:d]
            pairs = max(len(old), len(new))
            compared += [_line(old[n] if n < len(old) else "", new[n] if n < len(new) else "") for n in range(pairs)]
    return compared


def _line(old: str, new: str) -> list[Segment]:
    before, after = old.split(), new.split()
    segments = []
    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            segments.append(Segment("same", " ".join(before[a:b])))
        else:
            segments += [Segment("gone", " ".join(before[a:b]))] if a < b else []
            segments += [Segment("new", " ".join(after[c:d]))] if c < d else []
    return segments


def lines_of(says: Mapping[str, Any], labels: Mapping[str, str]) -> list[str]:
    """Return what a thing says in plain lines: its fields by their labels, then its text."""
    fields = [f"{labels.get(name, name)}: {_in_words(value)}" for name, value in says.items() if name not in ("id", "text")]
    return fields + plain_lines(says.get("text", ""))


def _in_words(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', ' ')}: {_in_words(inner)}" for name, inner in value.items())
    return ", ".join(map(_in_words, value)) if isinstance(value, list) else str(value)
