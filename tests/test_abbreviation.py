"""A tap on an abbreviation, or the Enter key, tells what it means."""

import pytest


@pytest.fixture
def page(browser, council_address):
    with browser.new_page(viewport={"width": 360, "height": 800}, has_touch=True) as page:
        page.goto(f"{council_address}timeline/november/")
        yield page


def meaning_shown(page):
    """Return what the page shows after the first abbreviation of its text."""
    return page.locator("article p > abbr").first.evaluate("it => it.matches(':has(+ .meaning)') ? it.nextSibling.textContent : null")


def test_nothing_is_shown_before_a_tap(page):
    assert meaning_shown(page) is None


def test_a_tap_shows_the_meaning_after_the_abbreviation(page):
    page.locator("article p > abbr").first.tap()
    assert meaning_shown(page) == " (lantern family)"


def test_a_second_tap_hides_it(page):
    page.locator("article p > abbr").first.tap()
    page.locator("article p > abbr").first.tap()
    assert meaning_shown(page) is None


def test_a_tap_elsewhere_hides_it(page):
    page.locator("article p > abbr").first.tap()
    page.locator("h1").tap()
    assert meaning_shown(page) is None


def test_an_abbreviation_inside_a_link_leaves_the_link_alone(page, council_address):
    page.goto(f"{council_address}panels/")
    page.get_by_role("link", name="Records Group (RG)").locator("abbr").tap()
    page.wait_for_url(f"{council_address}panels/records-group/")


def test_the_enter_key_shows_the_meaning_and_hides_it_again(page):
    abbreviation = page.locator("article p > abbr").first
    abbreviation.focus()
    assert abbreviation.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert (meaning_shown(page), abbreviation.get_attribute("aria-expanded")) == (" (lantern family)", "true")
    page.keyboard.press("Enter")
    assert (meaning_shown(page), abbreviation.get_attribute("aria-expanded")) == (None, "false")


def test_an_abbreviation_is_one_stop_of_the_tab_key_however_often_it_stands_there(page):
    stops = page.locator("article abbr[tabindex='0']").all_inner_texts()
    assert "LF" in stops and len(stops) == len(set(stops))
    assert page.locator("article a abbr[tabindex]").count() == 0


def test_a_term_of_the_glossary_is_no_stop_as_its_meaning_stands_beside_it(page, council_address):
    page.goto(f"{council_address}glossary/")
    assert page.locator("dt abbr", has_text="LF").count() > 0
    assert page.locator("dt abbr[tabindex]").count() == 0
