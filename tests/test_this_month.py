"""The home page shows the month that it is for the reader, and makes sense without script."""

import pytest


def shown_months(page):
    return [section.get_attribute("data-month") for section in page.locator(".this-month").all() if section.is_visible()]


@pytest.mark.parametrize(
    "time_zone, month", [("Europe/London", "1"), ("America/New_York", "12")], ids=["in London", "in New York"]
)
def test_this_month_is_the_month_on_the_readers_clock(browser, council_address, time_zone, month):
    with browser.new_page(timezone_id=time_zone) as page:
        page.clock.set_fixed_time("2027-01-01T02:00:00Z")
        page.goto(council_address)
        assert shown_months(page) == [month]


def test_without_script_the_home_page_leads_to_every_month(browser, council_address):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(council_address)
        assert shown_months(page) == []
        assert page.locator("nav.months a").count() == 12
