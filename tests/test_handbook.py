"""Several pages as one document, on the site and on paper."""

import re

import pytest

from macros.pages.handbook import BuiltPage, build_chapters

from .html import Html
from .search.index import index_of
from .seen import words_of

HOST = "https://standards.example/"
PANELS = BuiltPage("panels", "panels/", "Panels", '<h2 id="all">All</h2><a href="home-panel/#when">Home Panel</a>')
PANEL = BuiltPage(
    "panels/home-panel", "panels/home-panel/", "Home Panel",
    '<h2 id="when">When</h2><a href="../">Panels</a> <a href="../../about/">About</a> <a href="https://example.org/x">Out</a>'
    '<svg aria-labelledby="a b"><marker id="arrow"/><line marker-end="url(#arrow)"/></svg>',
)
ABOUT = BuiltPage("about", "about/", "About", "")


def document(site_url=HOST):
    return {chapter.anchor: chapter for chapter in build_chapters(["panels"], [PANELS, ABOUT, PANEL], site_url)}


def test_a_document_holds_a_page_and_what_lies_below_it():
    assert [(chapter.title, chapter.depth) for chapter in document().values()] == [("Panels", 0), ("Home Panel", 1)]


def test_a_link_to_another_page_of_the_document_stays_inside_it():
    assert '<a href="#panels.home-panel:when">' in document()["panels"].content
    assert '<a href="#panels">' in document()["panels.home-panel"].content


def test_a_link_to_a_page_that_is_not_in_the_document_leads_to_the_site():
    assert '<a href="https://standards.example/about/" data-same-site>' in document()["panels.home-panel"].content


def test_a_site_without_an_address_has_no_such_links():
    assert "<a>About</a>" in document(site_url="")["panels.home-panel"].content


def test_a_link_to_another_site_stays_as_it_is():
    assert '<a href="https://example.org/x">' in document()["panels.home-panel"].content


def test_headings_go_down_with_their_page():
    assert '<h3 id="panels:all">All</h3>' in document()["panels"].content
    assert '<h4 id="panels.home-panel:when">When</h4>' in document()["panels.home-panel"].content


def test_a_drawing_keeps_its_parts():
    drawn = document()["panels.home-panel"].content
    assert 'aria-labelledby="panels.home-panel:a panels.home-panel:b"' in drawn
    assert '<marker id="panels.home-panel:arrow"' in drawn and 'marker-end="url(#panels.home-panel:arrow)"' in drawn


@pytest.fixture(scope="module")
def whole(council_site):
    return (council_site / "handbook" / "whole" / "index.html").read_text(encoding="utf-8")


def test_a_page_that_lists_others_brings_its_title_alone():
    listing = BuiltPage("panels", "panels/", "Panels", "<p>Choose a panel.</p>", is_list=True)
    assert [(chapter.title, bool(chapter.content)) for chapter in build_chapters(["panels"], [listing, PANEL], HOST)] == [("Panels", False), ("Home Panel", True)]


def test_a_form_is_printed_by_itself():
    form = BuiltPage("panels/form", "panels/form/", "Form", '<form class="a" data-form="form"></form>')
    assert [chapter.title for chapter in build_chapters(["panels"], [PANELS, form], HOST)] == ["Panels"]


def test_months_are_not_said_again_where_the_activities_are():
    pages = [BuiltPage(at, f"{at}/", at, "") for at in ("timeline", "timeline/may", "activities")]
    assert [chapter.title for chapter in build_chapters(["timeline", "activities"], pages, HOST)] == ["timeline", "activities"]
    assert [chapter.title for chapter in build_chapters(["timeline"], pages, HOST)] == ["timeline", "timeline/may"]


LEFT_OUT = ("", "about", "calendar", "handbook", "whats-new")


def test_the_whole_framework_holds_every_page_of_its_parts_but_months_and_forms(whole, council_site):
    chapters = set(re.findall(r'<div class="chapter[^>]*aria-labelledby="([^"]+)"', whole))
    built = {file.parent.relative_to(council_site).as_posix().replace("/", ".") for file in council_site.rglob("index.html")}
    months_and_forms = {page for page in built if page.startswith("timeline.")} | {"standards.observation.record"}
    assert chapters == {page for page in built if page.split(".")[0] not in LEFT_OUT} - months_and_forms | {"handbook.questions"}


def test_a_role_s_year_is_left_to_the_activities(browser, council_address):
    for document, is_shown in (("handbook/whole/", False), ("roles/practice-lead/", True)):
        with browser.new_page() as page:
            page.goto(council_address + document)
            assert page.locator(".own-year").first.is_visible() == is_shown


def test_a_short_document_has_neither_cover_nor_contents(council_site):
    short = (council_site / "handbook" / "observation" / "index.html").read_text(encoding="utf-8")
    assert 'class="opening"' in short and 'class="cover"' not in short and 'class="contents"' not in short


def test_the_page_that_opens_a_document_leads_to_it(council_page):
    assert "Print all of this: Observing on paper" in words_of(council_page("standards/observation").text)
    assert "Print all of this" not in words_of(council_page("standards/observation/preparing").text)


def test_open_questions_in_short_are_the_question_and_who_can_settle_it(council_page):
    short = words_of(council_page("handbook/questions").text)
    assert "Who chairs the Learning Board? Practice Lead" in short
    assert "Nobody knows whom to send papers to." not in short


def test_the_contents_list_every_chapter(whole):
    contents = Html(whole.split('<nav class="contents"')[1].split("</nav>")[0])
    assert [link.removeprefix("#") for link in contents.links] == re.findall(r'<div class="chapter[^>]*aria-labelledby="([^"]+)"', whole)


def test_search_finds_a_document_by_its_first_words_alone(council_site):
    [whole] = (page for page in index_of(council_site)["pages"] if page["at"] == "handbook/whole/")
    assert [heading for heading, _ in whole["sections"]] == [""]
