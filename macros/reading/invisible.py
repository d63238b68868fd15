"""Signs in a text that nobody sees: they turn what follows around, hide words, or keep the search from finding a word."""

import html
import re
from collections.abc import Iterator
from unicodedata import name

from ..model.text import INVISIBLE

SIGN = re.compile(f"[{INVISIBLE}]")


def invisible_signs(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each line of a text with such a sign, also where it is written as HTML, such as &rlm;."""
    if SIGN.search(text) or "&" in text:
        for number, line in enumerate(text.split("\n"), 1):
            if found := SIGN.search(html.unescape(line)):
                yield number, f"there is {named(found[0])} here: delete it."


def named(sign: str) -> str:
    """Return what to call a sign that nobody can see."""
    called = name(sign, "").lower()
    return f"a sign that nobody can see (U+{ord(sign):04X}, {called})" if called else "an invisible control character"
