"""What search knows: beside the words of the pages, the words that people use for them."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from ..model import address
from ..model.framework import Framework
from ..model.glossary import Term
from ..model.month import Month
from ..model.record import Stated

LISTS = {address.ACTIVITIES, address.PANELS, address.ROLES}
Entry = dict[str, Any]


def with_keywords(entries: list[Entry], framework: Framework) -> list[Entry]:
    """Return the entries of the search index, one for each section of a page, with keywords where the page has some.

    A page that lists others has one entry, and a month no text in it: what they list stands on pages of its own, and
    would be found twelve times.
    """
    keywords = _keywords(framework)
    months = {month.page for month in Month}
    indexed = []
    for entry in entries:
        path, _, section = entry["location"].partition("#")
        page = address.of_file(path)
        if not section:
            title = escape(entry["title"], quote=False)  # a result is shown as HTML
            text = {"text": ""} if page in months else {}
            indexed.append(entry | {"title": title} | text | _keyword_field(keywords.get(page)))
        elif page not in LISTS | months:
            indexed.append(entry)
    return indexed


def _keyword_field(keywords: Iterable[str] | None) -> Entry:
    return {"keywords": list(keywords)} if keywords else {}


def _keywords(framework: Framework) -> dict[str, tuple[str, ...]]:
    """Return the keywords of each page by its address: from its front matter, and from the records it shows."""
    keywords = {at: page.keywords for at, page in framework.pages.items()}
    for at, words in [*_of_records(framework), *((address.GLOSSARY, _of_term(term)) for term in framework.glossary)]:
        keywords[at] = keywords.get(at, ()) + words
    return keywords


def _of_records(framework: Framework) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the address of each record that can have keywords, with its other names and its keywords."""
    for records in framework.records.values():
        for record in records.values():
            if isinstance(record, Stated):
                yield record.page, getattr(record, "also", ()) + record.keywords


def _of_term(term: Term) -> tuple[str, ...]:
    return term.term, *term.also, *term.keywords
