"""The built site as a whole: every link leads somewhere, and every page can be reached."""



import pytest

from .copies import PROJECT
from .links import Links

NEVER_LINKED = {"404.html"}
ENDED = {"calendar/panels/quiet-circle.ics"}  # of Saltmarsh: it answers, and no page offers it


@pytest.fixture(scope="module", params=["council_site", "borough_site"])
def links(request):
    """The links of each of the two councils."""
    return Links(request.getfixturevalue(request.param))


def test_every_link_leads_to_a_file(links):
    assert len(links.inside) > 1000
    assert sorted(links.broken) == []


def test_every_anchor_exists(links):
    assert sorted(links.without_anchor) == []


def test_no_id_stands_twice_on_a_page(links):
    assert links.with_an_id_twice == set()


def test_every_page_is_reached_from_the_home_page(links):
    assert links.out_of_reach == NEVER_LINKED


def test_every_calendar_of_what_has_not_ended_is_listed_on_the_calendar_page(links):
    calendars = {file.relative_to(links.site).as_posix() for file in links.site.rglob("*.ics")}
    assert calendars != set()
    assert calendars - ENDED <= links.from_page("calendar/index.html")


def test_the_calendar_of_a_panel_that_has_ended_is_there_and_its_page_does_not_offer_it(borough_site):
    [calendar] = ENDED
    assert (borough_site / calendar).is_file()
    assert calendar not in Links(borough_site).from_page("panels/quiet-circle/index.html")


def test_an_address_that_leads_nowhere_offers_every_section(browser, council_address):
    with browser.new_page() as page:
        page.goto(f"{council_address}404.html")
        offered = page.locator("article li a").all_inner_texts()
        assert page.get_by_role("heading", level=1).inner_text() == "This page is not here"
        assert offered == page.get_by_role("navigation", name="Sections").get_by_role("link").all_inner_texts() != []


def test_no_script_is_sent_but_ours_and_the_index_of_the_search(council_site):
    ours = {file.name for file in (PROJECT / "overrides/assets/javascripts").iterdir()}
    assert {file.name for file in (council_site / "assets").rglob("*.js")} == {*ours, "search-index.js"}
