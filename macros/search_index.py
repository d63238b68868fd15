"""What search knows: beside the words of the pages, the words that people use for them."""

from .model import Framework
from .month import Month

GLOSSARY = "glossary"
LISTS = {"activities", "panels", "roles"}


def refined(entries: list[dict], framework: Framework) -> list[dict]:
    """Return the entries of the search index, one for each section of a page, with keywords where the page has some.

    A page that lists others has one entry, and a month no text in it: what they list stands on pages of its own, and
    would be found twelve times.
    """
    keywords = _keywords(framework)
    months = {month.page for month in Month}
    found = []
    for entry in entries:
        page, _, section = entry["location"].partition("#")
        page = page.rstrip("/")
        if not section:
            found.append(entry | ({"text": ""} if page in months else {}) | _named(keywords.get(page)))
        elif page not in LISTS | months:
            found.append(entry)
    return found


def _named(keywords):
    return {"keywords": list(keywords)} if keywords else {}


def _keywords(framework):
    """Return the keywords of each page by its address: from its front matter, and from the records it shows."""
    keywords = {address: page.keywords for address, page in framework.pages.items()}
    records = [(record.page, record.keywords) for record in (*framework.activities, *framework.panels)]
    records += [(role.page, role.also + role.keywords) for role in framework.roles]
    records += [(GLOSSARY, (term.term, *term.also, *term.keywords)) for term in framework.glossary]
    for address, words in records:
        keywords[address] = keywords.get(address, ()) + words
    return keywords
