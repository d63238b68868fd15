"""What the thesaurus gives for a word leads somewhere."""

import re
from bisect import bisect
from collections.abc import Iterator

from ..model.problem import Problem
from ..model.thesaurus import Thesaurus
from .checked_file import Sources

WORD = re.compile(r"[^\W\d_]+")
FORM = 3  # letters at the end in which the forms of a long word may differ
TYPED = re.compile(r"[^\W_]")
UNTYPED = "has no letter and no digit, so that nobody finds anything by it: write a word that people type."
NOWHERE = 'stands in no data and on no page, so that it leads nowhere: give a word of the page that people mean.'


def check_thesaurus(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each word given for what people say that stands nowhere else, in whatever form, and for what nobody says."""
    file, thesaurus = sources.single["thesaurus"].file, sources.single["thesaurus"].record
    stand = sorted({word for other in sources.files if other.file is not file for word in WORD.findall(other.file.text.lower())})
    for n, entry in enumerate(thesaurus.words if isinstance(thesaurus, Thesaurus) else ()):
        for m, said in enumerate(entry.say):
            if not TYPED.search(said):
                yield file.problem(("words", n, "say", m), f'"{said}" {UNTYPED}')
        for m, means in enumerate(entry.means):
            for word in WORD.findall(means.lower()):
                start = word[:max(4, len(word) - FORM)]
                at = bisect(stand, start)
                if not any(other.startswith(start) for other in stand[max(at - 1, 0):at + 1]):
                    yield file.problem(("words", n, "means", m), f'"{word}" {NOWHERE}')
