"""What one build makes, put together from the framework and its history. MkDocs is told of it by `hooks.py`."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment

from .calendars.feeds import Feed, Scheduled, build_feeds, schedule
from .history.history import History
from .history.reviews import SOON
from .model import address
from .model.edition import EarlierEdition
from .model.framework import Framework, Thing
from .model.grouped import grouped
from .model.month import in_words
from .model.page import Page, Standard
from .model.problem import DataError, Problem
from .model.text import KEY, SITE_ADDRESS
from .pages.check_calls import check_calls
from .pages.check_places import check_places
from .pages.desk import CALENDAR_RUNS_OUT
from .pages.facts import missing_facts
from .pages.failure import Failure, guarded
from .pages.generated import GeneratedPage, generate_pages, taken_over
from .pages.handbook import BuiltPage, Chapter, build_chapters
from .pages.navigation import Menu, above
from .pages.origin import Origin, origin_at
from .pages.page_macros import PageMacros, macros_of
from .pages.render import day, render
from .pages.search_index import LISTS, SearchedPage, build_search, searched_sections
from .pages.versions import Change, VersionPage, timeline_of, version_pages
from .programs.atom import build_atom
from .programs.data_json import build_data_json, build_data_schema
from .programs.edit_form import build_settings, hosts_of
from .programs.headers import PAGE_POLICY
from .programs.redirects import redirect_pages, redirects

DEAD = (
    "this address was public and is gone. Put the page or record back and give it an end (ended:), "
    "or name the address under formerly: on the page that took its place."
)
EXPLAIN = "Say why under change: in that file, or with make amend."
EXPLAIN_REMOVED = "Say why in a file below data/amendments/, or with make amend."
FEW = 5  # examples of what is new
NO_ADDRESS = (  # which it does not repeat: somebody may have written a password into it
    "SITE_URL is not the address of a site: write one such as https://standards.example.org/ or https://example.org/standards/, without a "
    "name, a password, a page or a question mark."
)
NO_KEY = 'CALENDAR_KEY is not hard to guess: take 20 or more letters and digits at random, as "openssl rand -hex 20" prints them.'
NO_ANSWER = "OFFLINE says neither true nor false: write one of the two, or leave it out."
COVERED = "a page or file that data makes stands at this address: take this file away, or give it another name."


@dataclass(frozen=True, repr=False)  # mkdocs-macros would write all of it into a trace
class Site:
    """A site to build. `site_url` ends with a slash, or is "" where nobody knows yet where it will be published."""

    history: History
    site_url: str
    is_kept: bool = False  # True for the copy of an edition that is to be replaced
    is_offline: bool | str = False  # True for the copy that opens from disk; a text where the environment says something else
    edits_through: str = ""  # the address of the server on this machine that saves what the form at /edit/ changes
    calendar_key: str = ""  # the folder with calendars for programs that cannot sign in, where pages ask people to; hard to guess
    is_proposal: bool = False  # True for what is to be looked at before it is taken in
    copies: Collection[str] = ()  # the names of the copies to keep that the site will hold

    searched: list[SearchedPage] = field(default_factory=list)  # filled while pages are built
    failed: list[Failure] = field(default_factory=list)  # macros that broke on the page that is being rendered
    broken: list[Problem] = field(default_factory=list)  # what to say of those that broke on the pages before

    soon: ClassVar = SOON.days  # how near a review counts as due soon
    filters: ClassVar = {"date": in_words, "day": day}  # for the templates of the skeleton

    @property
    def framework(self) -> Framework:
        return self.history.framework

    @cached_property
    def scheduled(self) -> list[Scheduled]:
        return schedule(self.history)

    @cached_property
    def feeds(self) -> dict[str, Feed]:
        return build_feeds(self.history, self.scheduled, self.site_url)

    @property
    def calendars_url(self) -> str:
        """The address below which people's programs find the calendars: as `site_url`."""
        return f"{self.site_url}{self.calendar_key}/" if self.site_url and self.calendar_key else self.site_url

    @cached_property
    def macros(self) -> dict[str, Callable[..., str]]:
        """What pages may call, by name."""
        occurrences = [item.occurrence for item in self.scheduled]
        feeds = {} if self.is_kept else self.feeds
        return macros_of(PageMacros(self.history, occurrences, feeds, self.site_url, self.calendars_url, self._offered_copies))

    @property
    def _offered_copies(self) -> list[str]:
        """The copies that the site will hold; a PDF file is printed where there is a page to print."""
        return [copy for copy in self.copies if copy != address.PDF_COPY or address.WHOLE in self.framework.pages]

    @cached_property
    def pages(self) -> dict[str, GeneratedPage]:
        """Each page that data makes, by its path; a page that somebody wrote at its address wins."""
        return {page.path: page for page in generate_pages(self.history)}

    @cached_property
    def taken_over(self) -> dict[str, str | None]:
        """The Markdown of each hand-written page that is to be built otherwise than its file says, by its path; None for no page yet."""
        return taken_over(self.history)

    @cached_property
    def files(self) -> dict[str, str | bytes]:
        """Every other file that data makes, by its path."""
        feeds: dict[str, str | bytes] = {path: feed.content for path, feed in self.feeds.items()}
        open_feeds = {f"{self.calendar_key}/{path}": content for path, content in feeds.items() if self.calendar_key}
        return feeds | open_feeds | {
            **redirect_pages(self.framework),
            address.NEWS_FEED: build_atom(self.history, self.site_url),
            address.DATA_JSON: build_data_json(self.history, self.scheduled, self.site_url),
            address.DATA_SCHEMA: build_data_schema(self.site_url),
            **(self._form if self.has_form else {}),
        }

    @property
    def policy(self) -> str:
        """What each page says it may load and run, for a host that sends no headers of ours; a copy on disk has no host to name."""
        return "" if self.is_offline else PAGE_POLICY

    @property
    def changed(self) -> list[Thing]:
        """What is not as it was published and has a page, each page once."""
        return self.history.shown(difference.concern for difference in self.history.differences)

    @property
    def has_form(self) -> bool:
        """True where the site has a form at /edit/, which needs the script of the editor beside it."""
        return bool(self.edits_through or self.framework.edition.editor) and not (self.is_kept or self.is_offline)

    @property
    def _form(self) -> dict[str, str | bytes]:
        hosts = hosts_of(self.framework.edition.editor, self.edits_through)
        return {
            f"{address.EDIT}/index.html": render("edit.html", framework=self.framework, hosts=hosts),
            f"{address.EDIT}/edit.js": render("edit.js"),
            f"{address.EDIT}/settings.json": build_settings(self.framework, self.edits_through),
        }

    @property
    def entries(self) -> dict[str, str]:
        """The digest of what each entry of the calendars says, by its UID."""
        return {entry.uid: entry.digest for feed in self.feeds.values() for entry in feed.entries}

    @property
    def addresses(self) -> set[str]:
        """Every address that people may have kept: of pages, and of calendars."""
        pages = (page.address for page in self.pages.values() if page.is_in_search)  # the record itself knows the versions
        earlier = (edition.page for edition in self.framework.edition.earlier)
        return {*self.framework.pages, *pages, *self.feeds, *redirects(self.framework), *earlier}

    @property
    def documents(self) -> dict[str, str]:
        """The digest of each document, by its address."""
        return {file: document.digest for file, document in self.framework.documents.items()}

    def is_for_readers(self, path: str) -> bool:
        """True for a file of `docs/` that is a page, a document, or a part of an earlier edition: no other is published."""
        if path.startswith(f"{address.EDITIONS}/"):
            return any(path.startswith(f"{edition.page}/") for edition in self.earlier)
        return path.endswith(".md") or path in self.framework.documents

    @property
    def earlier(self) -> tuple[EarlierEdition, ...]:
        """The earlier editions that the site holds; a copy of it holds none."""
        return () if self.is_kept or self.is_offline else self.framework.edition.earlier

    def restated_at(self, page: str) -> str:
        """Return which edition the page at an address restates."""
        here = self.framework.things_at.get(page, ())
        return self.framework.edition.restated(dict.fromkeys(source for thing in here for source in thing.source))

    def versions_at(self, page: str) -> list[VersionPage]:
        """Return every version of what the page at an address shows."""
        return version_pages(self.history, page)

    @staticmethod
    def missing_of(standard: Standard) -> list[str]:
        """Return what nobody has set of a standard."""
        return missing_facts(standard)

    def timeline_of(self, page: str) -> list[Change]:
        """Return every change of the page at an address, the latest first."""
        return timeline_of(self.history, page)

    def origin_at(self, page: str) -> Origin:
        """Return where the words of the page at an address come from."""
        return origin_at(self.history, page)

    @property
    def seconds(self) -> int:
        """The start of the day on which the site last changed, as MkDocs wants its build date."""
        return int(datetime.combine(self.history.changed, time(), UTC).timestamp())

    def copyright_of(self, page: str) -> str:
        """Return whose document the page at an address restates, and which edition of it."""
        edition = self.framework.edition
        return f"{edition.council}, {edition.title}, {self.restated_at(page)}"

    @property
    def hover_texts(self) -> dict[str, str]:
        """What each abbreviation of the glossary stands for, as Markdown puts it into an attribute.

        A number has none: Markdown numbers what it keeps aside while it works, and would take that for the abbreviation.
        """
        edition = self.framework.edition
        meanings = {
            name: term.meaning or f"not expanded in the {edition.restated(term.source)} framework"
            for term in self.framework.glossary for name in (term.term, *term.also)
        }
        return {name: escape(meaning, quote=False) for name, meaning in meanings.items() if not name.isdecimal()}

    def unexplained(self) -> Iterator[str]:
        """Yield what to say of each change that nothing explains."""
        for difference in self.history.unexplained:
            yield f"{difference} {EXPLAIN_REMOVED if difference.is_removed else EXPLAIN}"

    def unrecorded(self) -> Iterator[str]:
        """Yield what readers would get and what is not recorded: explained changes, entries of calendars, addresses."""
        if not self.history.log.publications:
            yield "everything, for the first time."
            return
        for amendment in self.history.proposed:
            changes = [f"{change.concern}: {change.what}" for change in self.history.differences if change.concern in amendment.concerns]
            [file, _], *_ = self.history.places_of(amendment)
            yield f"{file}: {amendment.what} ({'; '.join(changes)})"
        if not self.history.differences:
            entries, addresses = self._new_entries, sorted(self._new_addresses | (self.documents.keys() - self.history.log.documents))
            yield from (f"{uid} is new, or says something new, in the calendars." for uid in entries[:FEW])
            yield from (f"{page or 'the home page'} is a new address." for page in addresses[:FEW])
            if more := max(len(entries) - FEW, 0) + max(len(addresses) - FEW, 0):
                yield f"and {more} more of this kind."

    @property
    def _new_entries(self) -> list[str]:
        """The UID of each entry that is new or says something else than is recorded."""
        recorded = self.history.log.entries
        return [uid for uid, digest in self.entries.items() if uid not in recorded or not recorded[uid].is_as(digest)]

    @property
    def _new_addresses(self) -> set[str]:
        """The addresses that nobody has recorded, but for those that come with what was recorded, on its day."""
        recorded = {thing.page for thing in self.history.thing_at.values() if thing.concern in self.history.log.versions}
        return self.addresses - self.history.log.addresses - recorded - set(map(address.feed, recorded))

    def refused(self) -> Iterator[str]:
        """Yield why the site is not to be built for readers. A proposal is checked as if what it explains were recorded."""
        yield from self.unexplained()
        if not self.is_proposal:
            yield from (f"Not recorded yet: {one} Record it with make amend." for one in self.unrecorded())
        yield from self.dead()

    def dead(self) -> Iterator[str]:
        """Yield what to say of each address that was public and is gone."""
        for gone in sorted(self.history.log.addresses - self.addresses):
            yield f"{gone}: {DEAD}"

    def notices(self) -> Iterator[str]:
        """Yield what to say to whoever builds the site, without refusing to build it."""
        end = self.framework.calendar.to
        if end - self.history.day < CALENDAR_RUNS_OUT:
            yield f"data/calendar.yml: the calendars end on {end}. Move `to` on by a year."
        for concern, coming in self.history.coming_statements.items():
            for line in self.history.lacking(concern):
                yield f"{coming.file} does not say what now applies, which then ends on {coming.starts}: {line}"

    def problems(self, paths: Collection[str], skeleton: Path) -> Iterator[Problem]:
        """Yield what is wrong with the site's address, the files under `docs/`, and the templates, partly in the folder `skeleton`."""
        yield from self.wrong_settings()
        yield from self._covering(paths)
        yield from check_places(skeleton)

    def wrong_settings(self) -> Iterator[Problem]:
        """Yield what is wrong with what the environment says of the site."""
        if self.site_url and not re.fullmatch(SITE_ADDRESS, self.site_url):
            yield Problem("mkdocs.yml", 1, NO_ADDRESS)
        if self.calendar_key and not re.fullmatch(KEY, self.calendar_key):
            yield Problem("mkdocs.yml", 1, NO_KEY)
        if not isinstance(self.is_offline, bool):
            yield Problem("mkdocs.yml", 1, NO_ANSWER)

    def _covering(self, paths: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem for each file that would be built over a page or a file that data makes."""
        pages = {page.address: page.path for page in self.pages.values()}
        for path in paths:
            at = address.of_file(path)
            if at in self.files:
                yield Problem(f"docs/{path}", 1, COVERED)
            elif pages.get(at, path) != path:
                yield Problem(f"docs/{path}", 1, f"{COVERED} Only docs/{pages[at]} can take the place of that page.")

    def problems_of_calls(self, path: str, text: str, environment: Environment) -> Iterator[Problem]:
        """Yield what is wrong between the braces of a page, which is rendered in `environment`."""
        return check_calls(f"docs/{path}", text, environment, self.macros, self.framework)

    def guarded(self, name: str, macro: Callable[..., str]) -> Callable[..., str]:
        """Return a macro that shows nothing where it breaks, and notes that it did."""
        return guarded(name, macro, self.failed)

    def note_what_broke(self, path: str, text: str) -> None:
        """Note which macros broke on the page that was just rendered, whose whole text this is."""
        self.broken.extend(failure.problem(f"docs/{path}", text) for failure in self.failed)
        self.failed.clear()

    @staticmethod
    def report(problems: Iterable[Problem]) -> str:
        """Return what to say of mistakes that end a build."""
        return DataError(problems).report("Nothing was built.")

    @staticmethod
    def address_of(path: str) -> str:
        """Return the address of a Markdown file."""
        return address.of_file(path)

    @staticmethod
    def is_in(folder: str, path: str) -> bool:
        """True where a Markdown file is a page of the folder at an address, and of none below it."""
        return address.of_file(path).rpartition("/")[0] == folder

    def texts_of(self, path: str) -> dict[str, str]:
        """Return the title and the description of the page of a Markdown file."""
        page = self.framework.pages.get(address.of_file(path)) or self.pages[path]
        return {"title": page.title, "description": page.description}

    def made(self, path: str) -> str | None:
        """Return the Markdown that a macro makes of data for the page of a Markdown file; None for one that somebody wrote."""
        if address.of_file(path) in self.framework.pages or not self.pages[path].call:
            return None
        name, *given = self.pages[path].call
        return self.guarded(name, self.macros[name])(*given)

    def menu(self, paths: Iterable[str]) -> list[Any]:
        """Return the menu, as MkDocs takes it, of a site with these Markdown files."""
        titles = {path: page.title for path, page in self.pages.items()}
        hidden = {path for path, page in self.pages.items() if not page.is_in_menu}
        shown = [path for path in paths if path not in hidden and address.of_file(path) not in self.framework.out_of_use]
        return Menu(self.framework, shown, titles).build()

    def menu_title(self, at: str) -> str:
        """Return the title that the page at an address has in the menu."""
        page = self.framework.pages.get(at)
        return (page.menu.title or page.title) if page else self._generated_titles[at]

    @cached_property
    def _generated_titles(self) -> dict[str, str]:
        return {page.address: page.title for page in self.pages.values()}

    def above(self, at: str) -> list[tuple[str, str]]:
        """Return the address and the title of each page above the one at an address, the home page first."""
        return [(page, self.menu_title(page)) for page in above(self.framework, at)]

    def chapters(self, at: str, pages: Iterable[Any]) -> list[Chapter]:
        """Return the chapters of the page at an address where it collects others: of these pages of MkDocs, in their order."""
        document = self.framework.pages.get(at)
        if not document or not document.collects:
            return []
        built = [
            BuiltPage(address.of_file(page.file.src_uri), page.url, page.meta["title"], page.content, self._is_list(page.file.src_uri))
            for page in pages if not page.meta.get("search", {}).get("exclude")  # superseded versions, and what has ended
        ]
        return build_chapters(document.collects, built, self.site_url)

    def documents_of(self, at: str) -> list[Page]:
        """Return the documents to print that hold the page at an address, what lies below it, and nothing else."""
        return self._documents_of.get(at, [])

    @cached_property
    def _documents_of(self) -> dict[str, list[Page]]:
        return grouped(self.framework.pages.values(), lambda page: page.collects if len(page.collects) == 1 else ())

    def _is_list(self, path: str) -> bool:
        """True for a Markdown file that lists the pages below it, and restates nothing itself."""
        at = address.of_file(path)
        page = self.framework.pages.get(at)
        return at in LISTS or (path.endswith("/index.md") and not (page and page.source))

    def let_find(self, at: str, url: str, html: str, meta: Mapping[str, Any]) -> None:
        """Let the search find a built page, unless its front matter keeps it out."""
        wanted = meta.get("search", {})
        if not wanted.get("exclude"):
            weight = float(wanted.get("boost", 1))
            sections = searched_sections(at, html, weight)  # and not the page, which would be kept until all are built
            self.searched.append(SearchedPage(at, url, meta["title"], meta["description"], sections, weight))

    @property
    def search(self) -> dict[str, str]:
        """What the search knows of the pages that it finds, as files by their addresses."""
        return build_search(self.framework, self.searched)

    def anchors(self, path: str) -> set[str]:
        """Return the places on a page that the skeleton adds to what the page itself says."""
        return {address.OPEN_QUESTIONS} if address.of_file(path) in self.framework.questions_about else set()
