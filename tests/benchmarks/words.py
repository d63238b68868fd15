"""Texts that differ from those they were made of, and are of the same kind: as long, of the same words, with the same links."""

import re
from collections.abc import Iterable
from random import Random

WORD = re.compile(r"\b[A-Za-z]?[a-z]{4,}\b")
LEFT_ALONE = re.compile(r"\]\([^)]*\)|\{\{.*?\}\}|<[^>]*>|`[^`]*`", re.DOTALL)  # links, calls of macros, HTML and code
PART = re.compile(f"{LEFT_ALONE.pattern}|{WORD.pattern}", re.DOTALL)


class Words:
    """The words of some texts, each as often as they say it, and some that none of them says.

    A text ten times as long has more different words, some three times as many: the search looks through them for each slip.
    """

    NEW = 4  # one new word for so many that are known

    def __init__(self, texts: Iterable[str], chance: Random):
        self.said = [word.lower() for text in texts for word in WORD.findall(LEFT_ALONE.sub(" ", text))]
        known = sorted(set(self.said))
        self.said += [_joined(*chance.sample(known, 2)) for _ in known[::self.NEW]]

    def varied(self, text: str, chance: Random) -> str:
        """Return a text with about half of its longer words changed for others."""

        def other(part: re.Match[str]) -> str:
            if not WORD.fullmatch(part[0]) or chance.random() < 0.5:
                return part[0]
            word = chance.choice(self.said)
            return word.capitalize() if part[0][0].isupper() else word

        return PART.sub(other, text)


def _joined(one: str, other: str) -> str:
    return one[:(len(one) + 1) // 2] + other[len(other) // 2:]
