"""What one build makes, put together from the framework and its history. MkDocs is told of it by `hooks.py`."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timezone
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment

from .calendars.feeds import Feed, Scheduled, build_feeds, schedule
from .history.history import History
from .history.reviews import SOON
from .model import address
from .model.framework import Framework
from .model.problem import DataError, Problem
from .model.text import SITE_ADDRESS
from .pages.check_places import check_places
from .pages.desk import CALENDAR_RUNS_OUT
from .pages.generated import GeneratedPage, generated_pages
from .pages.handbook import BuiltPage, Chapter, chapters
from .pages.navigation import Menu, start_of
from .pages.page_macros import PageMacros, macros_of
from .pages.render import day
from .pages.search_index import with_keywords
from .programs.atom import atom
from .programs.data_json import data_json
from .reading.check_calls import check_calls

NO_ADDRESS = 'SITE_URL "{}" is not the address of a site: write one such as https://standards.example.org/.'
COVERED = "a page or file that data makes stands at this address: take this file away, or give it another name."


@dataclass(frozen=True)
class Site:
    """A site to build. `site_url` ends with a slash, or is "" where nobody knows yet where it will be published."""

    history: History
    site_url: str

    soon = SOON.days  # how near a review counts as due soon
    filters = {"day": day}  # for the templates of the skeleton

    @property
    def framework(self) -> Framework:
        return self.history.framework

    @cached_property
    def scheduled(self) -> list[Scheduled]:
        return schedule(self.history, self.site_url)

    @cached_property
    def feeds(self) -> dict[str, Feed]:
        return build_feeds(self.history, self.scheduled, self.site_url)

    @cached_property
    def macros(self) -> dict[str, Callable[..., str]]:
        """What pages may call, by name."""
        occurrences = [item.occurrence for item in self.scheduled]
        return macros_of(PageMacros(self.history, occurrences, self.feeds, self.site_url))

    @cached_property
    def pages(self) -> dict[str, GeneratedPage]:
        """Each page that data makes, by its path; a page that somebody wrote at its address wins."""
        return {page.path: page for page in generated_pages(self.history)}

    @cached_property
    def files(self) -> dict[str, str | bytes]:
        """Every other file that data makes, by its path."""
        feeds = {path: feed.content for path, feed in self.feeds.items()}
        return feeds | {
            address.NEWS_FEED: atom(self.history, self.site_url),
            address.DATA_JSON: data_json(self.history, self.scheduled, self.site_url),
        }

    @property
    def seconds(self) -> int:
        """The start of the day on which the site last changed, as MkDocs wants its build date."""
        return int(datetime.combine(self.history.published.changed, time(), timezone.utc).timestamp())

    @property
    def copyright(self) -> str:
        edition = self.framework.edition
        return f"{edition.council}, {edition.title}, {edition.edition}"

    @property
    def hover_texts(self) -> dict[str, str]:
        """What each abbreviation of the glossary stands for, as Markdown puts it into an attribute.

        A number has none: Markdown numbers what it keeps aside while it works, and would take that for the abbreviation.
        """
        unknown = f"not expanded in the {self.framework.edition.name}"
        meanings = {name: term.meaning or unknown for term in self.framework.glossary for name in (term.term, *term.also)}
        return {name: escape(meaning, quote=False) for name, meaning in meanings.items() if not name.isdecimal()}

    def unexplained(self) -> Iterator[str]:
        """Yield what to say of each change that nothing explains. A build for readers refuses them."""
        for change in self.history.unexplained:
            yield f"{change} Explain it with make amend."

    def notices(self, today: date) -> Iterator[str]:
        """Yield what to say to whoever builds the site on a day, without refusing to build it."""
        end = self.framework.calendar.to
        if end - today < CALENDAR_RUNS_OUT:
            yield f"data/calendar.yml: the calendars end on {end}. Move `to` on by a year."

    def problems(self, paths: Iterable[str], skeleton: Path) -> Iterator[Problem]:
        """Yield what is wrong with the site's address, the files under `docs/`, and the templates, partly in the folder `skeleton`."""
        if self.site_url and not re.fullmatch(SITE_ADDRESS, self.site_url):
            yield Problem("mkdocs.yml", 1, NO_ADDRESS.format(self.site_url))
        yield from (Problem(f"docs/{path}", 1, COVERED) for path in paths if path in self.files)
        yield from check_places(skeleton)

    def problems_of_calls(self, path: str, text: str, environment: Environment, variables: set[str]) -> Iterator[Problem]:
        """Yield what is wrong between the braces of a page, which is rendered in `environment` with these variables."""
        return check_calls(f"docs/{path}", text, environment, self.macros, variables, self.framework)

    @staticmethod
    def report(problems: Iterable[Problem]) -> str:
        """Return what to say of mistakes that end a build."""
        return DataError(problems).report("Nothing was built.")

    @staticmethod
    def address_of(path: str) -> str:
        """Return the address of a Markdown file."""
        return address.of_file(path)

    def texts_of(self, path: str) -> dict[str, str]:
        """Return the title and the description of the page of a Markdown file."""
        page = self.framework.pages.get(address.of_file(path)) or self.pages[path]
        return {"title": page.title, "description": page.description}

    def menu(self, paths: Iterable[str]) -> list[Any]:
        """Return the menu, as MkDocs takes it, of a site with these Markdown files."""
        titles = {path: page.title for path, page in self.pages.items()}
        hidden = {path for path, page in self.pages.items() if not page.is_in_menu}
        return Menu(self.framework, [path for path in paths if path not in hidden], titles).build()

    @staticmethod
    def start_of(item: Any) -> Any:
        """Return the page that an item of MkDocs's menu leads to."""
        return start_of(item)

    def chapters(self, at: str, pages: Iterable[Any]) -> list[Chapter]:
        """Return the chapters of the page at an address where it collects others: of these pages of MkDocs, in their order."""
        page = self.framework.pages.get(at)
        if not page or not page.collects:
            return []
        built = [
            BuiltPage(address.of_file(one.file.src_uri), one.url, one.meta["title"], one.content)
            for one in pages if not one.meta.get("search", {}).get("exclude")  # superseded versions
        ]
        return chapters(page.collects, built, self.site_url)

    def refined(self, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the entries of the search index with what the search knows beside the words of the pages."""
        return with_keywords(entries, self.framework)

    def anchors(self, path: str) -> set[str]:
        """Return the places on a page that the skeleton adds to what the page itself says."""
        return {address.OPEN_QUESTIONS} if self.framework.questions_about(address.of_file(path)) else set()
