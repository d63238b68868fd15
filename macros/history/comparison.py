"""Two versions of a text, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model.markdown import plain_lines


@dataclass(frozen=True)
class Segment:
    """Some words: "same", "gone" (only in the earlier version) or "new" (only in the later one)."""

    kind: str
    words: str


def compare(earlier: str, later: str) -> list[list[Segment]]:
    """Return the lines of two Markdown texts that differ, each in segments, in the order of the later text."""
    before, after = plain_lines(earlier), plain_lines(later)
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
