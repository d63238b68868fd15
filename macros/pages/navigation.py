"""The menu: the folders of the site and their pages, with a title for each.

A folder's index speaks for the folder: its front matter (`menu:`) may give it a shorter title, a position among its
neighbours, and the page under which it stands. Pages go by position; then as the framework orders what they show (its
statements by number, its parts as in the published document, its records as in the data); then by title.
"""

from collections.abc import Iterable
from typing import Any

from ..model import address
from ..model.framework import Framework
from ..model.page import Page, PageMenu
from ..model.record import NO_POSITION

INDEX = "index.md"
MOST_LISTED = 100  # more nobody looks through, and each page of the folder would carry them all


def above(framework: Framework, at: str) -> list[str]:
    """Return the addresses of the pages above the one at an address, the home page first: as the menu has them, or by its folders."""
    trail: list[str] = []
    while at != address.HOME:
        page = framework.pages.get(at)
        under = page.menu.under if page else None
        at = at.rpartition("/")[0] if under is None or under in trail else under
        trail.insert(0, at)
    return trail


class Menu:
    """The menu of a site: `tree` holds, by the address of a folder, what stands in it."""

    def __init__(self, framework: Framework, paths: Iterable[str], titles: dict[str, str]):
        """`paths` are the Markdown files that belong in it, generated ones in the order of the data, `titles` those of generated pages."""
        self.framework = framework
        self.titles = titles
        self.order = {path: n for n, path in enumerate(titles)}
        self.sections = {section.file: n for n, section in enumerate(framework.edition.sections)}
        self.tree: dict[str, set[str]] = {}
        for path in paths:
            self._add(path)

    def build(self, folder: str = address.HOME) -> list[Any]:
        """Return what MkDocs takes as its `nav`."""
        return [self._item(path) for path in sorted(self.tree.get(folder, ()), key=self._sort_key)]

    def _add(self, path: str) -> None:
        """Put a page into the folder where it stands."""
        parent = self._menu_of(path).under
        folder, _, name = path.rpartition("/")
        if parent is None:
            parent = folder.rpartition("/")[0] if name == INDEX else folder
        self.tree.setdefault(parent, set()).add(path)

    def _item(self, path: str) -> Any:
        """Return an item of the menu: a page, or a folder with its index first."""
        folder = path.removesuffix(INDEX).rstrip("/")
        below = self.build(folder) if path.endswith(f"/{INDEX}") else []
        shorter = self._menu_of(path).title
        if below:
            return {shorter or self._title_of(path): [path, *below]}
        return {shorter: path} if shorter else path

    def _page_of(self, path: str) -> Page | None:
        return self.framework.pages.get(address.of_file(path))

    def _title_of(self, path: str) -> str:
        page = self._page_of(path)
        return page.title if page else self.titles[path]

    def _menu_of(self, path: str) -> PageMenu:
        page = self._page_of(path)
        return page.menu if page else PageMenu()

    def _sort_key(self, path: str) -> tuple[int, int, str]:
        page = self._page_of(path)
        position, statement, title = page.place if page else (NO_POSITION, NO_POSITION, self._title_of(path))
        if statement == NO_POSITION:
            statement = self.sections.get(path, self.order.get(path, NO_POSITION))
        return position, statement, title


def listed(pages: list[Any], index: Any) -> list[Any]:
    """Return the pages beside the index of a folder that its menu lists: all, or of very many the one that the reader is on.

    The index itself lists all.
    """
    return [page for page in pages if page is not index and (len(pages) <= MOST_LISTED or page.active)]
