"""What the search knows: of each page its words, section by section, the words that people use for it, and facts to show."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from markdown.extensions.toc import slugify

from ..model import address
from ..model.activity import Activity
from ..model.framework import Framework
from ..model.glossary import Term
from ..model.month import Month
from ..model.page import Standard
from ..model.panel import Panel
from ..model.record import Stated
from ..model.role import Role
from ..schedule.timeline import Rows, by_role

LISTS = {address.ACTIVITIES, address.PANELS, address.ROLES}  # what they list stands on pages of its own
HEADINGS = {"h1", "h2", "h3"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"button", "script", "select", "style", "svg", "template"}
LEFT_OUT = " data-search-exclude"  # marks what stands on many pages
TOKEN = re.compile(r'([^<]+)|<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^">]++|"[^"]*")*+)>', re.DOTALL)  # some text, a comment, or a tag
ID = re.compile(r' id="([^"]*)"')
SOURCE = re.compile(r"^Source(: |\n).*\n?", re.MULTILINE)  # tells of a page, and is no answer
IN_A_WORD = {"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong"}


@dataclass
class Section:
    """A part of a page below a heading; what stands above the first one has neither id nor heading."""

    id: str = ""
    heading: str = ""
    text: str = ""


@dataclass(frozen=True)
class SearchedPage:
    """A built page that the search finds, and what it searches there; `url` leads to it from the root of the site."""

    at: str
    url: str
    title: str
    description: str
    sections: Sequence[Section]
    weight: float = 1


class _Reader:
    """Reads the sections of a page that MkDocs built: its attributes stand in double quotes, and what is no tag has no "<"."""

    def __init__(self, html: str):
        self.sections, self._open, self._silent, self._in_heading = [Section()], list[str](), 0, False
        for text, slash, tag, attributes in TOKEN.findall(html):
            if text:
                self._data(unescape(text))
            elif slash:
                self._end(tag.lower())
            elif tag:
                self._start(tag.lower(), attributes)

    def _start(self, tag: str, attributes: str) -> None:
        if tag not in EMPTY:
            self._open.append(tag)
            if self._silent or tag in SILENT or LEFT_OUT in attributes:
                self._silent += 1
        if tag in HEADINGS and not self._silent:
            self._in_heading = True
            if tag != "h1":
                self.sections.append(Section(unescape(said[1]) if (said := ID.search(attributes)) else ""))
        self._part(tag)

    def _end(self, tag: str) -> None:
        if tag in EMPTY or tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._silent = max(self._silent - 1, 0)
            if closed == tag:
                break
        if tag in HEADINGS:
            self._in_heading = False
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in IN_A_WORD and not self._in_heading:
            self.sections[-1].text += "\n"

    def _data(self, data: str) -> None:
        if self._silent:
            return
        if not self._in_heading:
            self.sections[-1].text += data.replace("\n", " ")
        elif len(self.sections) > 1:
            self.sections[-1].heading += data


def sections_of(html: str) -> list[Section]:
    """Return what stands on a page, section by section, as plain text without its title."""
    sections = _Reader(html).sections
    for section in sections:
        section.heading = " ".join(section.heading.split())
        section.text = "\n".join(filter(None, (" ".join(line.split()) for line in section.text.split("\n"))))
        section.text = SOURCE.sub("", section.text).rstrip("\n")
    return [section for section in sections if section.heading or section.text]


def build_search(framework: Framework, pages: Iterable[SearchedPage]) -> dict[str, str]:
    """Return what the search knows as two scripts by their addresses, which a page takes from a server and from a disk alike.

    The first has titles, keywords, headings and facts, enough for an answer: {"pages": […], "words": …}. The second has the
    texts, page by page and section by section, and comes after it. To make less to send, phrases that stand together are one
    text, a line each; so is the thesaurus, each entry below what it means and apart from the next by an empty line. A section
    has its id, behind a tab, only where that does not follow from its heading.
    """
    keywords, years, pages = _keywords(framework), by_role(framework), list(pages)
    entries = [_entry(framework, page, keywords.get(page.at, ()), years) for page in pages]
    words = "\n\n".join(_parted([" ".join(entry.means), *entry.say]) for entry in framework.thesaurus)
    index = {"pages": entries, "words": words, "tell": framework.edition.feedback}
    texts = [_texts(page.sections, entry.get("says", "")) for entry, page in zip(entries, pages, strict=True)]
    return {address.SEARCH_INDEX: _call("searchIndex", index), address.SEARCH_TEXTS: _call("searchTexts", texts)}


def _texts(sections: Iterable[Section], says: str) -> list[str]:
    """Return the text of each section without what the result says of the page anyhow."""
    return [section.text.replace(says, "") for section in sections]


def _call(name: str, given: Any) -> str:
    return f"{name}({json.dumps(given, ensure_ascii=False, separators=(',', ':'))})\n"


def searched_sections(at: str, html: str, weight: float) -> list[Section]:
    """Return the sections to search of a page: of a month none, of one that lists others the first. What they list has pages of its own.

    A page that is weighed down has headings and no texts: whatever word it holds, it is not the answer.
    """
    if at in {month.page for month in Month}:
        return []
    sections = sections_of(html)[:1 if at in LISTS else None]
    return sections if weight >= 1 else [replace(section, text="") for section in sections]


def _entry(framework: Framework, page: SearchedPage, keywords: Iterable[str], years: Mapping[str, Rows]) -> dict[str, Any]:
    facts = _facts(framework, page.at, years)
    entry = {"at": page.url, "title": page.title, "keywords": _parted([*keywords, *_name_in(page)])}
    headings = "\n".join("\t".join([section.heading, *_id_of(section)]) for section in page.sections)
    about = {} if "says" in facts or "next" in facts else {"about": page.description}  # the roles' descriptions differ by a name alone
    return entry | ({"sections": headings} if page.sections else {}) | facts | about | ({"weight": page.weight} if page.weight != 1 else {})


def _parted(phrases: Iterable[str]) -> str:
    return "\n".join(" ".join(phrase.split()) for phrase in phrases)


def _id_of(section: Section) -> Iterator[str]:
    """Yield the id of a section, unless the finder makes the same of its heading."""
    if section.id != slugify(section.heading, "-"):
        yield section.id


def _name_in(page: SearchedPage) -> Iterator[str]:
    """Yield what the address calls the page, where the title does not say it: the year at a glance is the "timeline".

    A month is asked for with words that stand on many pages.
    """
    name = page.at.rpartition("/")[2].replace("-", " ")
    if name.casefold() not in page.title.casefold():
        yield name
    if page.at in {month.page for month in Month}:
        yield from (f"calendar and timeline of {page.title}", f"everything in {page.title}")


def _facts(framework: Framework, at: str, years: Mapping[str, Rows]) -> dict[str, Any]:
    """Return what a result says beside the words that were found: what it is, who chairs it and when it meets, what is next."""
    if at == address.GLOSSARY:
        return {"kind": "Glossary"}
    thing = framework.thing_at.get(at)
    if isinstance(thing, Panel):
        chair = {"chair": framework.role[thing.chair].title} if thing.chair else {}
        activity = framework.activity.get(thing.id)
        months = {"months": [int(month) for month in activity.placements]} if activity else {}
        return {"kind": "Panel", "says": thing.purpose, **chair, **months}
    if isinstance(thing, Role):
        return {"kind": "Role", "next": _duties(years.get(thing.id, {}))}
    if isinstance(thing, Standard) and not thing.is_own:
        return {"kind": "Practice standard"}
    if isinstance(thing, Activity):
        return {"kind": "Activity", "says": thing.summary, "months": [int(month) for month in thing.placements]}
    return {}


def _duties(year: Rows) -> dict[int, str]:
    """Return the first thing that a role has to do in each month that has one."""
    duties: dict[int, str] = {}
    for activities in year.values():
        for activity, months in activities:
            for month in months:
                duties.setdefault(int(month), activity.heading)
    return duties


def _keywords(framework: Framework) -> Mapping[str, tuple[str, ...]]:
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
