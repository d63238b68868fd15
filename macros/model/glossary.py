"""The glossary: every abbreviation, and a few names."""

from .base import Record
from .field import SEARCH, described
from .text import Keywords, SectionId, Text, Texts

PAGE = "glossary.md"


class Term(Record):
    """An abbreviation or a term; without a meaning where the framework never expands it."""

    term: Text = described("Term", "The abbreviation or the name. Wherever it stands on a page, its meaning is one tap away.", place=PAGE)
    also: Texts = described("Also", "Other forms of the same term.", (), place=PAGE)
    meaning: Text | None = described(
        "Meaning", "What it stands for. Left out where the document never expands a local abbreviation.", None, place=PAGE
    )
    general_knowledge: bool = described(
        "General knowledge", "true where the meaning is national common knowledge and not from the document.", False, place=PAGE
    )
    note: Text | None = described("Note", "What a reader should know about the meaning.", None, place=PAGE)
    keywords: Keywords = described("Search words", "Other words that people search for it with; never a fact.", (), place=SEARCH)
    source: tuple[SectionId, ...] = described("Source", "The sections of the framework where it stands.", place=PAGE)


class Glossary(Record):
    """The terms in the order of the alphabet (`data/glossary.yml`)."""

    terms: tuple[Term, ...] = described("Terms", "In the order of the alphabet.", place="reading/load.py")
