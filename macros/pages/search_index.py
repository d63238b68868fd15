"""What search knows: beside the words of the pages, the words that people use for them."""

from collections.abc import Iterable
from html import escape
from typing import Any

from ..model import address
from ..model.framework import Framework
from ..model.month import Month

LISTS = {address.ACTIVITIES, address.PANELS, address.ROLES}
Entry = dict[str, Any]


def with_keywords(entries: list[Entry], framework: Framework) -> list[Entry]:
    """Return the entries of the search index, one for each section of a page, with keywords where the page has some.

    A page that lists others has one entry, and a month no text in it: what they list stands on pages of its own, and
    would be found twelve times.
    """
    keywords = _keywords(framework)
    months = {month.page for month in Month}
    kept = []
    for entry in entries:
        path, _, section = entry["location"].partition("#")
        page = address.of_file(path)
        if not section:
            title = escape(entry["title"], quote=False)  # what is found is shown as HTML
            text = {"text": ""} if page in months else {}
            kept.append(entry | {"title": title} | text | _named(keywords.get(page)))
        elif page not in LISTS | months:
            kept.append(entry)
    return kept


def _named(keywords: Iterable[str] | None) -> Entry:
    return {"keywords": list(keywords)} if keywords else {}


def _keywords(framework: Framework) -> dict[str, tuple[str, ...]]:
    """Return the keywords of each page by its address: from its front matter, and from the records it shows."""
    keywords = {at: page.keywords for at, page in framework.pages.items()}
    records = [(record.page, record.keywords) for record in (*framework.activities, *framework.panels)]
    records += [(role.page, role.also + role.keywords) for role in framework.roles]
    records += [(address.GLOSSARY, (term.term, *term.also, *term.keywords)) for term in framework.glossary]
    for at, words in records:
        keywords[at] = keywords.get(at, ()) + words
    return keywords
