"""The built site as a whole: every link leads somewhere, and every page can be reached."""



import pytest

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


def test_links_of_one_name_lead_to_one_address(links):
    assert links.of_one_name == {}


def test_links_of_one_name_lead_to_one_address_where_every_field_is_filled(filled_site):
    assert Links(filled_site).of_one_name == {}


def test_every_link_has_a_name(links):
    assert [page for page, html in links.pages.items() for _, name, _ in html.named if not name] == []


def test_every_page_is_reached_from_the_home_page(links):
    assert links.out_of_reach == NEVER_LINKED


def test_every_calendar_of_what_has_not_ended_is_offered_on_the_calendar_page_or_one_that_it_leads_to(links):
    calendars = {file.relative_to(links.site).as_posix() for file in links.site.rglob("*.ics")}
    assert calendars != set()
    listed = links.from_page("calendar/index.html")
    offered = listed.union(*(links.from_page(page) for page in listed if page.startswith("activities/")))
    assert calendars - ENDED <= offered


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


def test_a_tap_anywhere_on_a_card_follows_its_title(browser, council_address):
    with browser.new_page() as page:
        page.goto(council_address + "panels/")
        card = page.locator(".cards li", has_text="Learning Board").first
        box = card.bounding_box()
        card.click(position={"x": box["width"] - 5, "y": box["height"] - 5})
        assert page.url.endswith("/panels/learning-board/")


def test_a_page_is_sent_one_script_before_it_is_seen_and_one_after_and_a_search_three_more(council_site):
    scripts = {file.relative_to(council_site / "assets").as_posix() for file in (council_site / "assets").rglob("*.js")}
    assert scripts == {"javascripts/first.js", "javascripts/all.js", "javascripts/finder.js", "search-index.js", "search-texts.js"}
    home = (council_site / "index.html").read_text(encoding="utf-8")
    assert home.count("<script src=") == home.count("<script defer src=") == 1


def test_a_script_that_fails_leaves_the_others_alone(browser, council_address):
    with browser.new_page() as page:
        page.add_init_script("window.ResizeObserver = undefined")  # which access.js wants
        page.goto(council_address)
        page.get_by_role("button", name="Dark colours").click()
        assert page.locator("html").get_attribute("data-colours") == "dark"
