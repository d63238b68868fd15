"""The marks of Markdown: taken out of a text, or kept from meaning anything."""

import re
from collections.abc import Iterator

# Where a link leads: in brackets, with pairs of them in it or between < and >; or after a colon at the start of a line.
TARGET = re.compile(r"\]\(\s*(?:<([^<>\n]+)>|((?:[^\s()<>]|\([^\s()]*\))+))|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
CALL = re.compile(r"""\{\{\s*(?:field\(\s*(?:"([^"]*)"|'([^']*)'))?.*?\}\}""", re.DOTALL)
MADE = "(What the page makes here is left out.)"
LINE_MARKS = re.compile(r"^\s*(?:(?:#{1,6}|[-*+>])\s+)+")
INLINE_MARKS = re.compile(r"(?<![\w*_`])[*_`]++(?=\S)|(?<=[^\s*_`])[*_`]++(?!\w)")  # not those inside a word or a number, as in 5*3
# Signs that mean something to Markdown or HTML wherever they stand, and those that do at the start of a line.
SPECIAL = re.compile(r"[\\`*_{}\[\]#|<>&]|^[-+:=~]|^\d+(?=[.)])")
LINE_BREAK = re.compile(r"\s*\n\s*")


def without_links(text: str) -> str:
    """Return a Markdown text whose links are plain words: what they led to may be gone."""
    return LINK.sub(r"\1", text)


def without_calls(text: str) -> str:
    """Return a Markdown text without the calls of macros in it: of a field of a form its label stays."""
    return CALL.sub(lambda call: f"- {call[call.lastindex]}" if call.lastindex else MADE, text)


def link_targets(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, target) for each link and picture of a Markdown text; the first line is 1."""
    for match in TARGET.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match[match.lastindex or 0]


def plain_lines(text: str) -> list[str]:
    """Return the lines of a Markdown text that hold words, without its marks and the addresses of its links."""
    lines = (INLINE_MARKS.sub("", LINE_MARKS.sub("", without_links(line))).strip() for line in without_calls(text).splitlines())
    return [line for line in lines if line]


def escaped(text: str) -> str:
    """Return a text as one line that shows letter by letter, whatever it holds, in Markdown and in HTML inside it."""
    return SPECIAL.sub(lambda special: as_entities(special[0]), LINE_BREAK.sub(" ", text))


def as_entities(text: str) -> str:
    """Return each character of a text as HTML's number for it, which Markdown leaves alone."""
    return "".join(f"&#{ord(character)};" for character in text)
