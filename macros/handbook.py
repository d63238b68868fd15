"""Several pages as one document: chapters whose headings, ids and links fit together on one page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

TAG = re.compile(r"<[a-z][^>]*>|</h[1-6]>")
HEADING = re.compile(r"(?<=^<h)[1-6]|(?<=^</h)[1-6]")
ATTRIBUTE = re.compile(r' (id|for|href|aria-labelledby|marker-end)="([^"]*)"')


@dataclass(frozen=True)
class Leaf:
    """A page as it was built: its address in the framework, its address in the site, its title and its HTML."""

    address: str
    url: str
    title: str
    content: str

    @property
    def anchor(self) -> str:
        return self.address.replace("/", ".")


@dataclass(frozen=True)
class Chapter:
    """A page as a part of a document. `depth` is 0 for a page that opens a part of it."""

    anchor: str
    title: str
    depth: int
    content: str


def chapters(collected: Iterable[str], leaves: Iterable[Leaf], site_url: str) -> list[Chapter]:
    """Return the pages at these addresses, each followed by every page below it, in the order of `leaves`.

    A link to a page of the document leads to its chapter; any other leads to `site_url`, or nowhere where that is empty.
    """
    leaves = list(leaves)
    chosen = [
        (leaf, leaf.address.count("/") - top.count("/"))
        for top in collected for leaf in leaves if leaf.address == top or leaf.address.startswith(f"{top}/")
    ]
    leaf_at = {leaf.url: leaf for leaf, _ in chosen}
    return [Chapter(leaf.anchor, leaf.title, depth, _fitted(leaf, depth, leaf_at, site_url)) for leaf, depth in chosen]


def _fitted(leaf, depth, leaf_at, site_url):
    """Return the HTML of a page as it stands in the document: headings one level or more down, ids and links its own."""

    def attribute(found):
        name, value = found.groups()
        if name == "href":
            return _link(urljoin(leaf.url, value), leaf_at, site_url)
        if name == "marker-end":
            return f' marker-end="url(#{leaf.anchor}:{value.removeprefix("url(#")}"'
        return f' {name}="{" ".join(f"{leaf.anchor}:{one}" for one in value.split())}"'

    def tag(found):
        lower = HEADING.sub(lambda level: str(min(int(level[0]) + depth + 1, 6)), found[0])
        return ATTRIBUTE.sub(attribute, lower)

    return TAG.sub(tag, leaf.content)


def _link(address, leaf_at, site_url):
    """Return the attributes of a link. `address` is within the site, or a full one."""
    page, fragment = urldefrag(address)
    if leaf := leaf_at.get(page):
        is_there = f' id="{fragment}"' in leaf.content  # and not in what the skeleton adds to a page
        return f' href="#{leaf.anchor}{f":{fragment}" if is_there else ""}"'
    if re.match(r"[a-z]+:", address):
        return f' href="{address}"'
    return f' href="{urljoin(site_url, address)}" data-same-site' if site_url else ""
