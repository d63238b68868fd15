"""The addresses with which people subscribe."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.calendars.feeds import Feed
from macros.calendars.icalendar import Writer
from macros.calendars.subscribe import subscription_to

from .html import page_of

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


def test_the_calendar_page_goes_from_mine_to_everyone_to_what_an_entry_means_to_panels_to_activities(council_site):
    headings = re.findall(r'<h2 id="([\w-]+)"', page_of(council_site, "calendar").text)
    assert headings == ["yours", "for-everyone", "what-an-entry-means", "a-panel-or-meeting", "one-activity"]


def test_single_activities_are_folded_into_one_list_that_leads_to_their_pages(council_site):
    [folded] = re.findall(r"<summary>Calendars of single activities.*?</details>", page_of(council_site, "calendar").text, re.DOTALL)
    assert folded.startswith("<summary>Calendars of single activities (5)</summary>")
    assert "../activities/numbers-report/" in folded and "Outlook" not in folded


def test_wherever_a_calendar_is_offered_it_says_on_what_to_add_it(council_site):
    for page in ("calendar", "panels/matching-panel", "roles/practice-lead", "activities/numbers-report", "timeline/may"):
        assert page_of(council_site, page).text.count("do this once on a computer: it then shows on your phone") == 1


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
