"""The marks of Markdown: taken out of a text, or kept from meaning anything."""

import re

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
LINE_MARKS = re.compile(r"^\s*(?:(?:#{1,6}|[-*+>])\s+)+")
INLINE_MARKS = re.compile(r"(?<![\w*_`])[*_`]++(?=\S)|(?<=[^\s*_`])[*_`]++(?!\w)")  # not those inside a word or a number, as in 5*3
SPECIAL = re.compile(r"([\\`*_{}\[\]#|])")
LIST_START = re.compile(r"^(\d+)?([.)+-])(?=\s|$)")
LINE_BREAK = re.compile(r"\s*\n\s*")


def without_links(text: str) -> str:
    """Return a Markdown text whose links are plain words: what they led to may be gone."""
    return LINK.sub(r"\1", text)


def plain_lines(text: str) -> list[str]:
    """Return the lines of a Markdown text that hold words, without its marks and the addresses of its links."""
    lines = (INLINE_MARKS.sub("", LINE_MARKS.sub("", without_links(line))).strip() for line in text.splitlines())
    return [line for line in lines if line]


def escaped(text: str) -> str:
    """Return a text as one line that Markdown shows letter by letter, whatever characters it holds."""
    text = SPECIAL.sub(r"\\\1", LINE_BREAK.sub(" ", text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return LIST_START.sub(lambda start: f"{start[1] or ''}\\{start[2]}", text)
