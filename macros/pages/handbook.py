"""Several pages as one document: chapters whose headings, ids and links fit together on one page."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urldefrag, urljoin

from ..model import address
from ..model.month import Month

FORM = ' data-form="'  # is printed by itself, to be filled in
MONTHS = {month.page for month in Month}
ATTRIBUTE = re.compile(r' (id|for|href|aria-labelledby|aria-describedby|marker-end)="([^"]*)"')
TAG = re.compile(rf"(</?h)([1-6])([^>]*>)|<[a-z][^>]*?{ATTRIBUTE.pattern}[^>]*>")  # of a heading, or with such an attribute
NAME = re.compile(r' aria-label="[^"]*"')
joined = lru_cache(4096)(urljoin)  # many pages have the same links, and several documents the same pages


@dataclass(frozen=True)
class BuiltPage:
    """A page as it was built: its address in the framework, its address in the site, its title and its HTML.

    `is_list` is True for a page that leads to those below it and says nothing else: a document has them as its chapters.
    """

    address: str
    url: str
    title: str
    content: str
    is_list: bool = False

    @property
    def anchor(self) -> str:
        return self.address.replace("/", ".")


@dataclass(frozen=True)
class Chapter:
    """A page as a part of a document, of which `page_at` has every page. `depth` is 0 for one that opens a part of it."""

    page: BuiltPage
    depth: int
    page_at: Mapping[str, BuiltPage]
    site_url: str

    @property
    def anchor(self) -> str:
        return self.page.anchor

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def content(self) -> str:
        """Its HTML, made when it is asked for: a document can be as long as the site."""
        return _fitted(self.page, self.depth, self.page_at, self.site_url)


def build_chapters(addresses: Collection[str], pages: Iterable[BuiltPage], site_url: str) -> list[Chapter]:
    """Return the pages at these addresses, each followed by every page below it, in the order of `pages`, and each fact once.

    A page that lists others brings its title alone. Where the activities are in the document, what they say by month is not. A link
    to a page of the document leads to its chapter; any other leads to `site_url`, or nowhere where that is empty.
    """
    pages = [page for page in pages if FORM not in page.content and not (address.ACTIVITIES in addresses and page.address in MONTHS)]
    collected_pages = [
        (page, page.address.count("/") - top.count("/"))
        for top in addresses for page in pages if page.address == top or page.address.startswith(f"{top}/")
    ]
    page_at = {page.url: page for page, _ in collected_pages}
    return [Chapter(page, depth, page_at, site_url) for page, depth in collected_pages]


def _fitted(page: BuiltPage, depth: int, page_at: Mapping[str, BuiltPage], site_url: str) -> str:
    """Return the HTML of a page as it stands in the document: headings one level or more down, ids and links its own."""
    if page.is_list:
        return ""

    def attribute(match: re.Match[str]) -> str:
        name, value = match.groups()
        if name == "href":
            return _link(joined(page.url, value), page_at, site_url)
        if name == "marker-end":
            return f' marker-end="url(#{page.anchor}:{value.removeprefix("url(#")}"'
        return f' {name}="{" ".join(f"{page.anchor}:{id}" for id in value.split())}"'

    def tag(match: re.Match[str]) -> str:
        start, level, end = match.group(1, 2, 3)
        lower = f"{start}{min(int(level) + depth + 1, 6)}{end}" if level else match[0]
        fitted = ATTRIBUTE.sub(attribute, lower)
        return fitted if " href=" in fitted or not fitted.startswith("<a ") else NAME.sub("", fitted)  # what leads nowhere has no name

    return TAG.sub(tag, page.content)


def _link(target: str, page_at: Mapping[str, BuiltPage], site_url: str) -> str:
    """Return the attributes of a link. `target` is within the site, or a full address."""
    url, fragment = urldefrag(target)
    if page := page_at.get(url):
        is_there = f' id="{fragment}"' in page.content  # and not in what the skeleton adds to a page
        return f' href="#{page.anchor}{f":{fragment}" if is_there else ""}"'
    if re.match(r"[a-z]+:", target):
        return f' href="{target}"'
    return f' href="{joined(site_url, target)}" data-same-site' if site_url else ""
