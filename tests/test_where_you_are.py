"""Each page says where it is and leads on: the pages above it, those before and after it, and a menu with it in."""

import re
from html import unescape
from types import SimpleNamespace

import pytest

from macros.pages.navigation import MOST_LISTED, listed

from .copies import COUNCIL, built, copy_of, set_front_matter
from .html import page_of


def part(site, page, name):
    """Return the links of a landmark of a page, each with where it leads and its words; and the words of what is no link."""
    found = re.search(rf'<nav class="{name}\b.*?</nav>', page_of(site, page).text, re.DOTALL)
    return re.findall(r'<a (?:rel="\w+" )?href="([^"]*)">(.*?)</a>', words(found[0])) if found else []


def words(html):
    return unescape(re.sub(r"</?(?:span|abbr)[^>]*>", "", html))


@pytest.mark.parametrize(("page", "above"), [
    ("", []),
    ("panels", ["Home"]),
    ("panels/learning-board", ["Home", "Panels"]),
    ("timeline/march", ["Home", "Year"]),
    ("activities", ["Home", "Year"]),
    ("activities/numbers-report", ["Home", "Year", "Activities"]),
    ("standards/knowledge-and-skills/writing", ["Home", "Standards", "Knowledge and skills"]),
])
def test_a_page_leads_to_each_page_above_it(council_site, page, above):
    assert [title for _, title in part(council_site, page, "trail")] == above


def test_the_page_itself_is_the_last_of_them_and_no_link(council_site):
    trail = page_of(council_site, "activities/numbers-report").text.split('class="trail')[1].split("</nav>")[0]
    assert '<li aria-current="page">Report of the numbers</li>' in trail and 'aria-label="Where you are"' in trail


def test_a_superseded_version_leads_to_the_page_that_it_is_a_version_of(borough_site):
    assert part(borough_site, "standards/visits/knocking/version-1.0", "trail")[-1][0] == "../"


def test_a_statement_says_which_of_how_many_it_is(council_site):
    assert "Statement 2 of 2</p>" in page_of(council_site, "standards/knowledge-and-skills/writing").text
    assert "Statement " not in page_of(council_site, "standards/observation/observer").text


@pytest.mark.parametrize(("page", "turns"), [
    ("standards/knowledge-and-skills/listening", [("../writing/", "Next: Writing it down")]),
    ("standards/observation/observer", [("../preparing/", "Previous: Preparing"), ("../afterwards/", "Next: Afterwards")]),
    ("panels", []),
    ("timeline/march", []),
    ("about/questions", []),
])
def test_what_restates_the_document_leads_to_what_stands_before_and_after_it(council_site, page, turns):
    assert part(council_site, page, "onward") == turns


def test_activities_follow_one_another_in_the_order_of_the_list(council_site):
    listed = re.findall(r'href="(?:\.\./activities/)?([\w-]+)/"', page_of(council_site, "activities").text.split("<article")[1].split("In your calendar")[0])
    [(first, _)] = part(council_site, f"activities/{listed[0]}", "onward")
    assert first == f"../{listed[1]}/"


def test_an_activity_is_in_the_menu_and_its_section_is_marked(council_site):
    page = page_of(council_site, "activities/numbers-report").text
    assert '<a href="./" aria-current="page">Report of the numbers</a>' in page.split('<nav class="menu"')[1].split("</nav>")[0]
    assert re.search(r'md-tabs__item--active">\s*<a href="../../timeline/"', page)


def test_pages_that_stand_under_one_another_end_no_build_in_a_circle(tmp_path):
    copy = copy_of(COUNCIL, tmp_path / "copy")
    set_front_matter(copy, "docs/activities/index.md", menu={"under": "timeline"})
    set_front_matter(copy, "docs/timeline/index.md", menu={"under": "activities"})
    site = built(copy, copy / "site")
    assert "Activities" in [title for _, title in part(site, "timeline/march", "trail")]


@pytest.mark.parametrize("width", [360, 1440])
def test_on_a_phone_the_title_does_not_stand_there_twice(browser, council_address, width):
    with browser.new_page(viewport={"width": width, "height": 800}) as page:
        page.goto(f"{council_address}activities/numbers-report/")
        assert page.locator(".trail [aria-current]").is_visible() == (width > 360)


def test_of_very_many_pages_of_a_folder_the_menu_has_the_one_that_the_reader_is_on():
    pages = [SimpleNamespace(active=n == 7) for n in range(MOST_LISTED + 1)]
    index = SimpleNamespace(active=False)
    assert listed([index, *pages], index) == [pages[7]]
    assert listed([index, *pages[2:]], index) == pages[2:]
