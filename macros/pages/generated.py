"""The pages that nobody writes: each is a title, a description and one call of a macro, or the list of a folder.

A hand-written page at the same address wins, and can call the same macro.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ..history.history import History
from ..history.tracked import says
from ..model import address
from ..model.framework import Framework
from ..model.month import Month
from ..model.page import Page
from .versions import version_pages


@dataclass(frozen=True)
class GeneratedPage:
    """A page at an address, with the name of the macro that fills it and what that is given; of a folder, a list of its pages."""

    address: str
    title: str
    description: str
    call: tuple[str, ...] = ()
    is_in_menu: bool = True
    is_in_search: bool = True
    is_folder: bool = False

    @property
    def path(self) -> str:
        """Its path under `docs/`."""
        return f"{self.address}/index.md" if self.is_folder else f"{self.address}.md"

    @property
    def markdown(self) -> str:
        """Its front matter (JSON is YAML). The rest is made while the page is built."""
        front: dict[str, object] = {"title": self.title, "description": self.description}
        if not self.is_in_search:
            front["search"] = {"exclude": True}
        if self.is_folder:
            front["template"] = "folder.html"
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
        return "\n".join(["---", *lines, "---", ""])


def taken_over(history: History) -> dict[str, str | None]:
    """Return the Markdown of each hand-written page whose text on the day is not the one in its file, by its path; None for no page yet.

    Once a coming version has started it is the page, until somebody takes its text over into the file. One that is edited in place
    for a later day is not the page before that.
    """
    written, apart = history.written.pages, {name.removeprefix("docs/"): text for name, text in history.apart.items()}
    not_yet: dict[str, str | None] = {path: None for path, text in apart.items() if text is None}
    return not_yet | {
        page.file: as_markdown(page) for at, page in history.framework.pages.items()
        if at not in written or page.file in apart or says(page) != says(written[at])
    }


def as_markdown(page: Page) -> str:
    """Return a page as a file: its front matter (JSON is YAML), then its text."""
    left_out = {"page", "file", "text", "id", "starts", "ended"}
    fields = page.model_dump(mode="json", exclude_defaults=True, exclude=left_out)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", page.text])


def generate_pages(history: History) -> Iterator[GeneratedPage]:
    """Yield every page that data makes, in the order of the menu."""
    pages = [*_months(), *_records(history.framework), *_versions(history), *_to_come(history)]
    yield from pages
    yield from _folders({**dict.fromkeys(history.framework.pages, True), **{page.address: page.is_in_menu for page in pages}})


def _months() -> Iterator[GeneratedPage]:
    for month in Month:
        description = f"What the framework places in {month.name}, with who takes part and where it says so."
        yield GeneratedPage(month.page, month.name, description, ("month", month.name))


def _records(framework: Framework) -> Iterator[GeneratedPage]:
    """Yield a page for each record of a kind that has pages, but for the meeting of a panel, which has the panel's."""
    for kind, records in framework.records.items():
        for id, record in records.items():
            if kind.KIND.has_pages and record.page == f"{kind.KIND.folder}/{id}":
                description = kind.KIND.description.format(title=record.heading)
                yield GeneratedPage(record.page, record.heading, description, (kind.KIND.name, id))


def _versions(history: History) -> Iterator[GeneratedPage]:
    """Yield a page for each version of what has several, out of the reach of the search. One that was public stays."""
    for page in history.thing_at:
        for one in version_pages(history, page):
            if one.is_public:
                number = one.version.number
                title = f"{one.title} (version {number})"
                description = f"Version {number} of {one.title}: what it said, and what it changed."
                yield GeneratedPage(one.address, title, description, ("version", page, number), is_in_menu=False, is_in_search=False)


def _to_come(history: History) -> Iterator[GeneratedPage]:
    """Yield a page for what is not there yet, at the address at which it will stand, out of the reach of the search."""
    for thing in history.only_coming:
        *_, newest = version_pages(history, thing.page)
        description = f"{newest.title}, which does not hold yet."
        call = ("version", thing.page, newest.version.number)
        yield GeneratedPage(thing.page, newest.title, description, call, is_in_menu=False, is_in_search=False)


def _folders(in_menu: dict[str, bool]) -> Iterator[GeneratedPage]:
    """Yield a page for each folder that has none, given the address of every page and whether it stands in the menu.

    So the address of the folder answers, and the menu can lead to it if it has anything to show there.
    """
    shown = address.folders(at for at, is_in_menu in in_menu.items() if is_in_menu)
    for folder in sorted(address.folders(in_menu) - in_menu.keys()):
        title = folder.rpartition("/")[2].replace("-", " ").capitalize()
        yield GeneratedPage(folder, title, f"Every page under {title}.", is_in_menu=folder in shown, is_folder=True)
