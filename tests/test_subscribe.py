"""The addresses with which people subscribe."""

from urllib.parse import parse_qs, urlsplit

import pytest

from macros.calendars.feeds import Feed
from macros.calendars.icalendar import Writer
from macros.calendars.subscribe import subscription_to

FEED = Feed("calendar/panels/chscp.ics", "Exampleshire", "City & Hackney: children's partnership", "About.", (), Writer(""))


@pytest.fixture
def offer():
    return subscription_to(FEED, "https://standards.example/practice/")


def test_outlook_is_given_the_address_and_the_name(offer):
    query = parse_qs(urlsplit(offer.outlook).query)
    assert query == {"url": [offer.address], "name": [FEED.name]}


def test_google_is_given_the_address_as_webcal(offer):
    assert parse_qs(urlsplit(offer.google).query) == {"cid": ["webcal://standards.example/practice/calendar/panels/chscp.ics"]}


def test_apple_opens_the_address_as_webcal(offer):
    assert offer.apple == "webcal://standards.example/practice/calendar/panels/chscp.ics"


def test_the_address_is_where_the_site_is_published(offer):
    assert offer.address == "https://standards.example/practice/calendar/panels/chscp.ics"


def test_a_site_that_does_not_know_its_address_offers_none():
    assert subscription_to(FEED, "") is None


def test_the_copy_button_copies_the_plain_address(browser, council_address):
    with browser.new_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{council_address}panels/matching-panel/")
        page.get_by_role("button", name="Copy the address").click()
        page.get_by_role("status").get_by_text("Copied", exact=True).wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://standards.example/calendar/panels/matching-panel.ics"


def test_a_browser_that_refuses_to_copy_says_so(browser, council_address):
    with browser.new_page() as page:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
        page.goto(f"{council_address}panels/matching-panel/")
        page.get_by_role("button", name="Copy the address").click()
        page.get_by_role("status").get_by_text("copy it by hand").wait_for()


def test_without_script_the_address_stands_there_to_be_copied_by_hand(browser, council_address):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(f"{council_address}panels/matching-panel/")
        assert page.get_by_role("button", name="Copy the address").count() == 0
        assert page.locator(".address code").inner_text() == "https://standards.example/calendar/panels/matching-panel.ics"
