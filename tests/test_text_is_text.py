"""Text is text: what stands in any field of any record is shown as it was written, wherever it is shown, and never does anything."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit
from xml.etree import ElementTree

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, vUnknown

from macros.model.explanation import Explanation
from macros.model.field import SEARCH, place_of

from .copies import COUNCIL, built, copy_of, edit, publish, set_fields
from .hard_texts import FILE, LINK, PAGES, RECORDS, HardCouncil, HardText, forms, models
from .html import page_of
from .programs import judged
from .search.index import index_of
from .server import served

PATH = "childrens_services/~qa-new.x/"
SITE_URL = f"https://intranet.example:8443/{PATH}"
TOLD = [model for model in models() if model is not Explanation]  # a reason is told as the amendment that it becomes
FIELDS = {f"{model.__name__}.{name}" for model in TOLD for name, form in forms(model).items() if form in (str, [str], {"": str})}
NOT_FOR_PROGRAMS = ("Synonyms.", "Cycle.", "Step.", "Routes.", "Route.", "End.", "Section.file", "Page.", "PageMenu.", "Edition.", "EarlierEdition.")  # drawn, or the words of pages and menus
RUNS = "Clerk {{ cycler.__init__.__globals__.os.popen('touch ran').read() }}"
TAG = re.compile("</?(p|code|pre|li|ol|ul|sub|sup)>")  # those that the index keeps
MARK = re.compile(r"(?<!-)field\d{4}(?!-)")  # with hyphens it stands in an anchor, which is made of letters

MEETING = "activities/every-meeting"  # is told by the page of its panel, by the months and by the calendars

# The page on which each text of a file of hard_texts is to be seen.
SEEN = {
    **{f"data/{name}.yml": name for name in RECORDS if name.partition("/")[0] in ("activities", "panels", "roles") and name != MEETING},
    **{f"docs/{name}": name.removesuffix(".md").removesuffix("/index") for name in PAGES},
    "data/cycles/everything.yml": "everything",
    "data/routes/everything.yml": "everything",
    "data/questions/everything.yml": "about/questions",
    "data/glossary.yml": "glossary",
    "an abbreviation": "everything",
    "version 1.0": "standards/everything/version-1.0",
    "an amendment": "whats-new",
}

# What stands on no page: the words for the search, which the model says, and these, with the reason.
UNSEEN = {
    ("Question.matters", "data/questions/settled-group.yml"): "what a question mattered for has its answer; data.json keeps it",
    ("QuestionGroup.group", "data/questions/settled-group.yml"): "a group heads its open questions, and here there are none",
}

# Everything on a page that a reader, a screen reader or another program is given, and what has run on it.
READ = """() => {
  const all = [...document.querySelectorAll("*")], attributes = all.flatMap(element => [...element.attributes]);
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT), said = [];
  for (let node; node = texts.nextNode();) if (!node.parentNode.closest?.("script, style, .compared")) said.push(node.data);
  for (const line of document.querySelectorAll(".compared")) {  // two texts woven together
    for (const other of ["ins", "del"]) {
      const one = line.cloneNode(true);
      one.querySelectorAll(other).forEach(words => words.remove());
      said.push(" ", one.textContent, " ");
    }
  }
  return {
    text: said.join(""),
    values: attributes.map(attribute => attribute.value).filter(value => /field\\d{4}/.test(value)),
    names: [...new Set(attributes.map(attribute => attribute.name))],
    tags: [...new Set(all.map(element => element.localName))],
    links: [...document.links].map(link => link.href),
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content,
    heading: document.querySelector("h1")?.textContent,
    ran: window.ran ?? null,
  };
}"""


@dataclass
class Site:
    """The site of a hard council: its files, its pages by address as a browser reads them, and what went on meanwhile."""

    council: HardCouncil
    folder: Path
    address: str
    pages: dict[str, dict]
    events: list[str]

    @property
    def texts(self) -> dict[str, HardText]:
        return self.council.texts

    def text_in(self, field: str, file: str) -> str:
        return one_line(self.council.text_in(field, file))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return HardCouncil(tmp_path_factory.mktemp("hard") / "project")


@pytest.fixture(scope="module")
def site(project, browser, tmp_path_factory):
    """The site, built strictly, served below a path such as an intranet has, and read page by page."""
    root = tmp_path_factory.mktemp("served")
    folder = built(project.project, root / PATH, SITE_URL=SITE_URL)
    with served(root) as server, browser.new_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        events = watched(page, server.address)
        address = server.address + quote(PATH)
        pages = {}
        for file in sorted(folder.rglob("*.html")):
            at = file.relative_to(folder).as_posix().removesuffix("index.html")
            page.goto(address + at)
            pages[at.rstrip("/")] = page.evaluate(READ)
        yield Site(project, folder, address, pages, events)


def watched(page, address) -> list[str]:
    """Return a list that grows with whatever goes on in a page and should not."""
    events = []
    page.on("dialog", lambda dialog: (events.append(f"dialog on {page.url}"), dialog.dismiss()))
    page.on("pageerror", lambda error: events.append(f"{error} on {page.url}"))
    page.on("console", lambda message: message.type == "error" and events.append(f"{message.text} on {page.url}"))
    page.on("request", lambda request: request.url.startswith(address) or events.append(f"{request.url} asked for by {page.url}"))
    return events


def one_line(text: str) -> str:
    return " ".join(text.split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def said_in(page: dict) -> list[str]:
    """Return all that a page gives: its text, and the value of each attribute. In addresses a text is encoded."""
    return [page["text"], *(unquote(value) if "%20" in value else value for value in page["values"])]


def pieces(said: str, texts: dict[str, HardText]) -> Iterator[str]:
    """Yield each text of which less than the whole stands in what is said."""
    for flat, is_meant in ((one_line, is_of_a_page), (squeezed, is_drawn)):
        flat_said = flat(said)
        for mark, count in Counter(MARK.findall(flat_said)).items():
            if is_meant(hard := texts[mark]) and count != 2 * flat_said.count(flat(hard.text)):
                yield f"{hard.field} of {hard.file}: {flat_said[max(0, flat_said.index(mark) - 40):][:700]}"


def whole(said: str, texts: dict[str, HardText]) -> set[str]:
    """Return the marks of the texts that stand in what is said."""
    flat_said = squeezed(said)
    return {mark for mark in set(MARK.findall(said)) if squeezed(texts[mark].text) in flat_said}


def is_drawn(hard: HardText) -> bool:
    """True of a text that is drawn in lines, which may end within a word."""
    return hard.field.startswith(("Route.", "End."))


def is_of_a_page(hard: HardText) -> bool:
    return not is_drawn(hard)


def broken(said: list[str], site: Site) -> list[str]:
    return [piece for text in said for piece in pieces(text, site.texts)]


def fields_in(said: list[str], site: Site) -> set[str]:
    """Return the fields of the texts that stand in what is said."""
    return {site.texts[mark].field for text in said for mark in whole(text, site.texts)}


def strings(value: object) -> Iterator[str]:
    """Yield every text in what JSON holds."""
    if isinstance(value, str):
        yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(inside)


def by_icalendar(content: bytes) -> list[str]:
    """Return every text of a calendar. This reader leaves a property that it does not know as it found it."""
    values = [value for component in Calendar.from_ical(content).walk() for value in component.values()]
    return [unescaped(value) if isinstance(value, vUnknown) else str(value) for value in values]


def unescaped(value: str) -> str:
    """Return the text of a property (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda escaped: "\n" if escaped[1] == "n" else escaped[1], value)


def by_ical(content: bytes) -> list[str]:
    calendar = IcsCalendarStream.calendar_from_ics(content.decode("utf-8"))
    said = [*calendar.name, *calendar.description]
    said += [text for event in calendar.events for text in (event.summary, event.description, event.location)]
    return [text for text in said if text]


READERS = {"icalendar": by_icalendar, "ical": by_ical}


def test_every_field_of_text_in_the_model_holds_one(project):
    """A new field is in here by itself; a new kind of record asks for one in hard_texts.RECORDS."""
    assert FIELDS - {hard.field for hard in project.texts.values()} == set()


def test_nothing_runs_and_nothing_is_asked_of_another_host(site):
    assert [at for at, page in site.pages.items() if page["ran"] is not None] == []
    assert site.events == []
    assert not (site.council.project / "ran").exists()


def test_no_text_becomes_an_element_an_attribute_or_a_link(site):
    for at, page in site.pages.items():
        assert {"img", "iframe", "embed", "object", "base"} & set(page["tags"]) == set(), at
        assert [name for name in page["names"] if name.startswith("on") or not re.fullmatch("[a-zA-Z:-]+[0-9]?", name)] == [], at
        assert [link for link in page["links"] if urlsplit(link).scheme not in ("http", "https", "mailto", "webcal")] == [], at


def test_wherever_a_piece_of_a_text_stands_on_a_page_the_whole_does(site):
    assert {at: pieces for at, page in site.pages.items() if (pieces := broken(said_in(page), site))} == {}


def test_each_text_stands_on_a_page(site):
    """On that of its record, where a record has one; only the words for the search stand on none, and the model says so."""
    on_page = {at: set().union(*(whole(said, site.texts) for said in said_in(page))) for at, page in site.pages.items()}
    missing = site.texts.keys() - set().union(*on_page.values())
    missing |= {mark for mark, hard in site.texts.items() if hard.file in SEEN and mark not in on_page[SEEN[hard.file]]}
    searched = {f"{model.__name__}.{name}" for model in models() for name, field in model.model_fields.items() if place_of(field) == SEARCH}
    unseen = {(hard.field, hard.file) for mark in missing if (hard := site.texts[mark]).field not in searched}
    assert unseen == UNSEEN.keys()


@pytest.mark.parametrize(("at", "file", "field"), [
    ("panels/everything", "data/panels/everything.yml", "Panel.title"),
    ("roles/everything", "data/roles/everything.yml", "Role.title"),
    ("activities/every-month", "data/activities/every-month.yml", "Activity.title"),
    ("everything/below", "docs/everything/below.md", "Page.title"),
    ("document", "docs/document.md", "Page.title"),
    ("standards/everything", "docs/standards/everything.md", "Standard.title"),
])
def test_a_title_heads_its_page_and_names_its_window(site, at, file, field):
    page, title = site.pages[at], site.text_in(field, file)
    assert one_line(page["heading"]) == title
    assert one_line(page["title"]) == f"{title} - {site.text_in('Edition.site_name', 'data/framework.yml')}"


def test_a_superseded_version_keeps_its_title(site):
    title = f"{site.text_in('Standard.title', 'version 1.0')} (version 1.0)"
    assert one_line(site.pages["standards/everything/version-1.0"]["heading"]) == title


@pytest.mark.parametrize(("at", "field", "sentence"), [
    ("everything/below", "Page.description", "{}"),
    ("panels/everything", "Panel.title", "Terms of reference of the {}: purpose, chair, members and when it meets."),
])
def test_a_description_tells_search_engines_all_of_it(site, at, field, sentence):
    file = f"docs/{at}.md" if at in ("everything/below",) else f"data/{at}.yml"
    assert one_line(site.pages[at]["description"]) == sentence.format(site.text_in(field, file))


def test_a_page_that_is_not_there_still_has_the_whole_menu(site):
    titles = {mark for mark, hard in site.texts.items() if hard.field == "PageMenu.title" and hard.file == "docs/everything/index.md"}
    assert titles <= set().union(*(whole(said, site.texts) for said in said_in(site.pages["404.html"])))


def test_a_table_that_a_screen_reader_announces_is_named_in_full(site):
    name = f"The year: {site.text_in('Role.title', 'data/roles/everything.yml')}"
    assert name in map(one_line, site.pages["roles/everything"]["values"])


def test_an_abbreviation_is_spelt_out_in_full(site):
    assert site.text_in("Term.meaning", "an abbreviation") in map(one_line, site.pages["everything"]["values"])


def test_a_message_to_the_editors_names_the_page_in_full(site):
    message = urlsplit(next(link for link in site.pages["panels/everything"]["links"] if link.startswith("mailto:")))
    fields = parse_qs(message.query)
    assert message.path == "quality@example.org"
    assert one_line(fields["subject"][0]) == f"Something wrong: {site.text_in('Panel.title', 'data/panels/everything.yml')}"
    assert fields["body"][0].startswith(f"Page: {SITE_URL}panels/everything/\r\n")


def test_outlook_is_offered_a_calendar_under_its_name(site):
    link = next(link for link in site.pages["panels/everything"]["links"] if "outlook" in link)
    query = parse_qs(urlsplit(link).query)
    assert one_line(query["name"][0]) == site.text_in("Panel.title", "data/panels/everything.yml")
    assert query["url"] == [f"{SITE_URL}calendar/panels/everything.ics"]


@pytest.mark.parametrize("address", ["panels/everything", "activities/every-month"])
def test_a_document_leads_where_its_link_says(site, address):
    assert {LINK, site.address + quote(FILE)} <= set(site.pages[address]["links"])


def test_the_address_of_a_calendar_is_copied_as_it_is(site, browser):
    with browser.new_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{site.address}panels/everything/")
        page.get_by_role("button", name="Copy the address").click()
        page.get_by_role("status").get_by_text("Copied", exact=True).wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"{SITE_URL}calendar/panels/everything.ics"
        assert page.locator(".address code").text_content() == f"{SITE_URL}calendar/panels/everything.ics"


@pytest.mark.parametrize(("file", "field", "title"), [
    ("data/panels/everything.yml", "Panel.title", "Panel.title"),
    ("data/roles/everything.yml", "Role.keywords", "Role.title"),
    ("docs/everything/below.md", "Page.title", "Page.title"),
])
def test_the_search_shows_a_title_as_it_was_written(site, browser, file, field, title):
    mark = site.text_in(field, file).split(" ", 1)[0]
    with browser.new_page() as page:
        events = watched(page, site.address)
        page.goto(site.address)
        box = page.get_by_role("search").get_by_role("textbox")
        box.fill(mark)
        page.locator(".md-search-result__link").first.wait_for()
        titles = page.locator(".md-search-result__link strong").all_text_contents()
        assert site.text_in(title, file) in map(one_line, titles)
        assert page.evaluate("window.ran ?? null") is None
        assert events == []


def test_the_search_index_holds_texts_as_they_were_written(site):
    pages = index_of(site.folder)["pages"]
    said = [text for page in pages for text in (page["title"], page.get("about", ""), *page["keywords"], *(text for texts in page["sections"] for text in texts))]
    assert broken(said, site) == []
    assert fields_in(said, site) >= {name for name in FIELDS if name.endswith(".keywords")} | {
        "Activity.title", "Panel.title", "Role.title", "Role.also", "Page.title", "Standard.title", "Term.term", "Term.also",
    }


def test_data_json_holds_texts_as_they_were_written(site):
    said = [*strings(json.loads((site.folder / "data.json").read_text(encoding="utf-8")))]
    assert broken(said, site) == []
    missing = FIELDS - fields_in(said, site)
    assert [name for name in missing if not name.endswith(".keywords") and not name.startswith(NOT_FOR_PROGRAMS)] == []


def test_data_json_is_as_its_schema_has_it_whatever_stands_in_any_field(site):
    done = judged(site.folder / "data.json", site.folder / "data.schema.json")
    assert done.returncode == 0, done.stdout


def test_the_news_feed_holds_texts_as_they_were_written(site):
    said = [*ElementTree.parse(site.folder / "whats-new.xml").getroot().itertext()]
    assert broken(said, site) == []
    assert fields_in(said, site) == {"Amendment.what", "Amendment.why", "Amendment.do", "Edition.council", "Edition.site_name"}


@pytest.mark.parametrize("reader", ["icalendar", "ical"])
def test_calendars_hold_texts_as_they_were_written(site, reader):
    said = [text for file in (site.folder / "calendar").rglob("*.ics") for text in READERS[reader](file.read_bytes())]
    assert broken(said, site) == []
    assert fields_in(said, site) >= {
        "Edition.council", "Edition.title", "Edition.edition", "Activity.title", "Activity.summary", "MonthDetail.summary", "Panel.title",
        "Role.title", "Standard.title", "Rule.place", "ConfirmedDate.place", "Move.place", "Move.because", "Cancellation.because",
    }


@pytest.fixture(scope="module")
def odd_titles(tmp_path_factory):
    """The site of Exampleshire with a title in data and one in front matter that would write a file, and one that YAML takes for false."""
    project = copy_of(COUNCIL, tmp_path_factory.mktemp("odd") / "project")
    set_fields(project, "data/roles/practice-lead.yml", title=RUNS)
    edit(project, "docs/about/index.md", "title: About\n", f'title: "{RUNS}"\n')
    edit(project, "docs/about/data.md", "title: Data\n", "title: No\n")
    publish(project)
    built(project, project / "site")
    return project


@pytest.mark.parametrize("address", ["roles/practice-lead", "about"])
def test_a_title_is_never_run_as_a_template(odd_titles, address):
    assert not (odd_titles / "ran").exists()
    assert unescape(re.search("<h1>(.*)</h1>", page_of(odd_titles / "site", address).text)[1]) == RUNS


def test_a_title_that_looks_like_no_text_is_text(odd_titles):
    assert "<h1>No</h1>" in page_of(odd_titles / "site", "about/data").text
    assert [page["title"] for page in index_of(odd_titles / "site")["pages"] if page["at"] == "about/data/"] == ["No"]
