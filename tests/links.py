"""Where the links of a built site lead."""

from collections import defaultdict
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from .copies import ADDRESS
from .html import Html


class Links:
    """The pages of a site that was built for ADDRESS, by file, and the links between them."""

    def __init__(self, site: Path):
        self.site = site
        self.pages = {file.relative_to(site).as_posix(): Html(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}

    @cached_property
    def inside(self) -> list[tuple[str, str, str, str]]:
        """(page, link, file, anchor) for every link that stays within the site."""
        targets = [(page, link, target(page, link)) for page, html in self.pages.items() for link in html.links]
        return [(page, link, *place) for page, link, place in targets if place]

    @property
    def broken(self) -> set[tuple[str, str]]:
        """The links that lead to no file, each with its page."""
        return {(page, link) for page, link, file, _ in self.inside if not (self.site / file).is_file()}

    @property
    def without_anchor(self) -> set[tuple[str, str]]:
        """The links to a place that their page does not have."""
        return {
            (page, link) for page, link, file, anchor in self.inside
            if anchor and file in self.pages and anchor not in self.pages[file].ids
        }

    @property
    def with_an_id_twice(self) -> set[str]:
        return {page for page, html in self.pages.items() if len(html.ids) != len(set(html.ids))}

    @property
    def of_one_name(self) -> dict[tuple[str, str, str], set[str]]:
        """The links of a page that have one name and lead to different addresses, by the page, the chapter and the name.

        A link to a place on its own page stands in a list of contents, and is told apart from one that leads on. Of a document that joins
        many pages, each is a group with a name of its own, in which its links mean what they mean on it.
        """
        leading = defaultdict(set)
        for page, html in self.pages.items():
            here = urljoin(ADDRESS, page.removesuffix("index.html"))
            for chapter, name, link in html.named:
                address = urljoin(here, link)
                leading[page, chapter, name.casefold(), address.startswith(f"{here}#")].add(address)
        return {(page, chapter, name): addresses for (page, chapter, name, _), addresses in leading.items() if len(addresses) > 1}

    def from_page(self, page: str) -> set[str]:
        """Return the files that a page leads to."""
        return {file for origin, _, file, _ in self.inside if origin == page}

    @property
    def out_of_reach(self) -> set[str]:
        """The pages that nobody comes to who starts at the home page."""
        leads_to = defaultdict(set)
        for page, _, file, _ in self.inside:
            leads_to[page].add(file)
        reached, waiting = set(), ["index.html"]
        while waiting:
            page = waiting.pop()
            if page in self.pages and page not in reached:
                reached.add(page)
                waiting += leads_to[page]
        return set(self.pages) - reached


def target(page: str, link: str) -> tuple[str, str] | None:
    """Return (file in the site, anchor) that a link on a page leads to, or None where it leads out of the site."""
    address = urlsplit(urljoin(ADDRESS + page.removesuffix("index.html"), link))
    if f"{address.scheme}://{address.netloc}/" != ADDRESS:
        return None
    path = unquote(address.path).lstrip("/")
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(address.fragment)
