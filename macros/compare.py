"""Two versions of a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

MARKS = re.compile(r"^\s*(?:[#>-]+|\d+\.)\s+|\*\*|[*_`](?=\w)|(?<=\w)[*_`]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Piece:
    """Some words: "same", "gone" (only in the earlier version) or "new" (only in the later one)."""

    kind: str
    words: str


def comparison(earlier: str, later: str) -> list[list[Piece]]:
    """Return the lines of two Markdown texts that differ, each in pieces, in the order of the later text."""
    before, after = _lines(earlier), _lines(later)
    compared = []
    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind != "equal":
            old, new = before[a:b], after[c:d]
            pairs = max(len(old), len(new))
            compared += [_line(old[n] if n < len(old) else "", new[n] if n < len(new) else "") for n in range(pairs)]
    return compared


def without_links(text: str) -> str:
    """Return a Markdown text whose links are plain words: what they led to may be gone."""
    return LINK.sub(r"\1", text)


def _lines(text):
    """Return the lines that hold words, without the marks of Markdown."""
    plain = (MARKS.sub("", without_links(line)).strip() for line in text.splitlines())
    return [line for line in plain if line]


def _line(old, new):
    before, after = old.split(), new.split()
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", " ".join(before[a:b])))
        else:
            pieces += [Piece("gone", " ".join(before[a:b]))] if a < b else []
            pieces += [Piece("new", " ".join(after[c:d]))] if c < d else []
    return pieces
