"""What people say for the words of the site: the search knows both."""

from .base import Record
from .field import SEARCH, described
from .text import Texts


class Synonyms(Record):
    """Words that people type, and the words of the site that stand for the same."""

    say: Texts = described("People say", "Words that people type, each alone or as a phrase.", place=SEARCH)
    means: Texts = described("The site says", "Words that stand on pages of the site, in any form.", place=SEARCH)


class Thesaurus(Record):
    """The words of everyday and of the trade (`data/thesaurus.yml`). Like keywords, they say nothing: nobody sees them."""

    words: tuple[Synonyms, ...] = described("Words", "Each with what the site says for it.", (), place=SEARCH)
