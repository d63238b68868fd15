"""On paper: no navigation, nothing cut, and on every sheet what it is and when it was printed."""

import pytest

from .paper import printed, sheets, torn

A4 = (210, 297)


@pytest.fixture
def on_paper(browser, council_address):
    """Open a page as it is printed, on a known day."""
    with browser.new_context() as context:
        def opened(path):
            page = context.new_page()
            page.clock.set_fixed_time("2027-01-31T12:00:00Z")
            page.goto(council_address + path)
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            return page

        yield opened


@pytest.mark.parametrize("path", ["", "panels/matching-panel/", "timeline/june/", "handbook/standards/"])
def test_navigation_is_not_printed(on_paper, path):
    page = on_paper(path)
    navigation = page.locator("header.md-header, .md-tabs, .md-sidebar, .md-footer, .headerlink")
    assert navigation.evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0


@pytest.mark.parametrize("path", ["panels/matching-panel/", "handbook/standards/"])
def test_a_printed_page_says_which_edition_it_is_and_when_it_was_printed(on_paper, path):
    said = on_paper(path).locator(".printed").inner_text()
    assert said.startswith("Practice Handbook, June 2027, printed 31 January 2027. Check the site for the current version: https://standards.example/")


def test_the_margin_of_every_sheet_says_the_same(on_paper):
    margin = on_paper("panels/matching-panel/").evaluate("document.documentElement.style.getPropertyValue('--margin')")
    assert margin == '"Practice Handbook, June 2027, printed 31 January 2027"'


def test_on_a_screen_nothing_of_this_is_shown(browser, council_address):
    with browser.new_page() as page:
        page.goto(f"{council_address}panels/matching-panel/")
        assert page.locator(".printed").is_hidden()


def test_the_address_of_an_outside_link_is_printed(on_paper):
    link = on_paper("about/")
    link.locator("article p").first.evaluate("one => one.innerHTML = '<a href=\"https://example.org/\">out</a>'")
    assert "https://example.org/" in link.evaluate("getComputedStyle(document.querySelector('article p a'), '::after').content")


def test_the_year_is_printed_on_one_sheet(on_paper):
    assert printed(on_paper("timeline/")) == [(297, 210)]


def test_a_panel_is_printed_on_paper_of_this_country(on_paper):
    assert set(printed(on_paper("panels/matching-panel/"))) == {A4}


def test_the_roles_of_a_reader_take_one_short_line_of_the_sheet_of_her_year(on_paper):
    page = on_paper("timeline/")
    page.evaluate("localStorage.setItem('practice-standards.my-role', 'performance-analyst')")
    page.reload()
    assert 0 < page.locator(".my-roles").bounding_box()["height"] < 20


def test_the_poster_is_printed_on_one_large_sheet(on_paper):
    assert printed(on_paper("handbook/poster/")) == [(420, 297)]


@pytest.mark.parametrize("path", ["framework/cycle/", "roles/practice-lead/"])
def test_a_picture_stands_beside_its_words_and_can_be_read(on_paper, path):
    page = on_paper(path)
    picture, words = (page.locator(f":is(.drawn, .own-year) > {part}").first.bounding_box() for part in (".picture", ":is(ul, .year)"))
    assert picture["y"] < words["y"] + words["height"] and words["y"] < picture["y"] + picture["height"]
    assert page.locator(".picture text").first.evaluate("one => one.getScreenCTM().a * parseFloat(getComputedStyle(one).fontSize) * 0.75") >= 7


def test_the_year_lies_on_a_wide_sheet_in_a_document_of_many_pages(on_paper):
    assert printed(on_paper("handbook/year/")).count((297, 210)) == 1


def test_what_is_folded_up_on_screen_is_printed(on_paper):
    assert on_paper("panels/learning-board/").locator(".provenance details li").first.is_visible()


def pushed_down(page, millimetres):
    """Let what a page says start further down, so that a sheet ends elsewhere."""
    page.evaluate("push => { document.querySelector('.md-content__inner').style.paddingTop = `${push}mm` }", millimetres)
    return page


@pytest.mark.parametrize("push", [0, 190, 215])
def test_no_entry_of_a_month_is_torn(on_paper, push):
    assert torn(pushed_down(on_paper("timeline/november/"), push), ".entry", "h3, p, dt, dd") == []


@pytest.mark.parametrize("push", [0, 60, 90, 120])
def test_the_name_of_a_panel_stands_above_its_table(on_paper, push):
    assert torn(pushed_down(on_paper("handbook/panels/"), push), ".chapter:has(> .facts)", "h3, dt:first-of-type, dd:first-of-type") == []


def test_a_standard_fits_on_one_sheet_with_its_version_dates_and_owner(on_paper):
    page = on_paper("standards/knowledge-and-skills/listening/")
    assert len(sheets(page)) == 1
    assert page.locator(".standard dt").evaluate_all("all => new Set(all.map(one => one.offsetTop)).size") == 1


def test_what_only_leads_on_is_not_printed_in_a_document(on_paper):
    assert on_paper("handbook/whole/").locator(".chapter :is(.cards, .label, .no-print)").evaluate_all("all => all.filter(one => one.checkVisibility())") == []
