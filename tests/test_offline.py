"""The copy that opens from disk: its links and its search work without a server."""

from functools import partial
from urllib.parse import unquote, urlsplit

import pytest

from .copies import BOROUGH, COUNCIL, built, copy_of
from .html import Html


@pytest.fixture(scope="module")
def given_away(shared):
    """Each council's site as a copy to give away."""
    def fill(source, folder):
        built(copy_of(source, folder / "project"), folder / "practice-standards", OFFLINE="true")
    return lambda source: shared(f"offline {source.name}", partial(fill, source)) / "practice-standards"


@pytest.fixture
def copy(given_away):
    return given_away(COUNCIL)


def is_there(file, link):
    """Tell whether a link of a page leads out, or to a place on the same page, or to a file."""
    return bool(link.scheme or not link.path or (file.parent / unquote(link.path)).is_file())


@pytest.fixture
def page(browser, copy):
    with browser.new_page() as page:
        page.goto((copy / "index.html").as_uri())
        yield page


@pytest.mark.parametrize("source", [COUNCIL, BOROUGH], ids=lambda source: source.name)
def test_every_link_of_the_copy_leads_to_a_file(given_away, source):
    copy = given_away(source)
    pages = [file for file in copy.rglob("*.html") if file.name != "404.html"]  # a server's page for a wrong address
    links = {(file, link) for file in pages for link in Html(file.read_text(encoding="utf-8")).links}
    assert len(links) > 1000
    assert [(file.name, link) for file, link in links if not is_there(file, urlsplit(link))] == []


def test_a_question_finds_its_page_first_and_leads_to_it(page, copy):
    answer = (copy / "panels" / "matching-panel.html").as_uri()
    page.locator(".md-search__input").first.click()
    page.keyboard.type("new home")
    page.locator(f".md-search-result__item:first-child > [href^='{answer}']").click()
    page.wait_for_url(f"{answer}*")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Matching Panel")


def test_where_nothing_is_found_there_are_the_same_ways_on(page, copy):
    page.locator(".md-search__input").first.click()
    page.keyboard.type("xylophone")
    page.get_by_role("status").get_by_text("Nothing found").wait_for()
    ways = page.get_by_role("search").get_by_role("link")
    assert ways.all_text_contents()[:4] == ["Panels and boards", "Roles", "Glossary", "Open questions"]
    ways.first.click()
    page.wait_for_url((copy / "panels" / "index.html").as_uri())


def test_it_asks_no_server_for_anything(browser, copy):
    asked = []
    with browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto((copy / "panels" / "matching-panel.html").as_uri(), wait_until="networkidle")
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []


def test_no_kind_of_page_has_anything_to_complain_of(browser, copy):
    said = []
    with browser.new_page() as page:
        page.on("console", lambda message: said.append(f"{message.text} on {page.url}"))
        page.on("pageerror", lambda error: said.append(f"{error} on {page.url}"))
        for name in ("index", "panels/matching-panel", "timeline/november", "calendar/index", "standards/observation/record", "about/data"):
            page.goto((copy / f"{name}.html").as_uri())
        page.locator(".md-search__input").first.click()
        page.keyboard.type("panel")
        page.locator(".md-search-result__link").first.wait_for()
    assert said == []
