"""The built site as a whole: every link leads somewhere, and every page can be reached."""

import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from .html import Html

HOST = "https://standards.example/"
NEVER_LINKED = {"404.html"}


@pytest.fixture(scope="module")
def pages(site):
    """Every page of the site by its address."""
    return {file.relative_to(site).as_posix(): Html(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}


def target(page, link):
    """Return (file in the site, anchor) that a link on a page leads to, or None where it leads out of the site."""
    address = urlsplit(urljoin(HOST + page.removesuffix("index.html"), link))
    if f"{address.scheme}://{address.netloc}/" != HOST:
        return None
    path = unquote(address.path).lstrip("/")
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(address.fragment)


def inside(pages):
    """Yield (page, link, file, anchor) for every link that stays within the site."""
    for page, html in pages.items():
        for link in html.links:
            found = target(page, link)
            if found:
                yield page, link, *found


def test_every_link_leads_to_a_file(site, pages):
    assert sorted({(page, link) for page, link, file, _ in inside(pages) if not (site / file).is_file()}) == []


def test_every_anchor_exists(pages):
    broken = {
        (page, link) for page, link, file, anchor in inside(pages)
        if anchor and file in pages and anchor not in pages[file].ids
    }
    assert sorted(broken) == []


def test_no_id_stands_twice_on_a_page(pages):
    assert {page for page, html in pages.items() if len(html.ids) != len(set(html.ids))} == set()


def test_every_page_is_reached_from_the_home_page(pages):
    links = {}
    for page, _, file, _ in inside(pages):
        links.setdefault(page, set()).add(file)
    reached, waiting = set(), ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in pages and page not in reached:
            reached.add(page)
            waiting += links.get(page, ())
    assert set(pages) - reached == NEVER_LINKED


def test_every_calendar_is_listed_on_the_calendar_page(site, pages):
    listed = {file for page, _, file, _ in inside(pages) if page == "calendar/index.html"}
    assert {file.relative_to(site).as_posix() for file in site.rglob("*.ics")} <= listed


def test_an_address_that_leads_nowhere_offers_every_section(browser, address):
    with browser.new_page() as page:
        page.goto(f"{address}404.html")
        offered = page.locator("article li a").all_inner_texts()
        assert page.get_by_role("heading", level=1).inner_text() == "This page is not here"
        assert offered == page.get_by_role("navigation", name="Sections").get_by_role("link").all_inner_texts() != []


def test_the_search_asks_a_worker_that_is_there(site):
    home = (site / "index.html").read_text(encoding="utf-8")
    ours, theirs = re.search(r'"search": "([^"?]+)\?([^"]+)"', home).groups()
    assert (site / ours).is_file()
    assert (site / "assets/javascripts/workers" / theirs).is_file()
