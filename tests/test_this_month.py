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


@pytest.fixture
def march(browser):
    """A page for a reader for whom it is March."""
    with browser.new_page() as page:
        page.clock.set_fixed_time("2027-03-15T12:00:00Z")
        yield page


@pytest.mark.parametrize("path", ["", "timeline/", "timeline/june/", "roles/practice-lead/"])
def test_the_present_month_is_marked_wherever_months_are_chosen_from(march, council_address, path):
    march.goto(council_address + path)
    assert march.locator("[aria-current=date]").evaluate_all("all => all.map(one => one.ariaLabel)") == ["March"]


def test_the_column_of_the_present_month_is_marked_in_the_year(march, council_address):
    march.goto(f"{council_address}timeline/")
    assert set(march.locator("td.now.on").all_text_contents()) == {"March"}
    assert march.locator("td.now").count() == march.locator("tbody tr:not(.group)").count()


@pytest.mark.parametrize("path", ["", "timeline/", "timeline/june/"])
def test_a_screen_reader_is_given_whole_names_of_months(march, council_address, path):
    march.goto(council_address + path)
    for month in ("January", "June", "December"):
        assert march.locator("article").get_by_role("link", name=month, exact=True).count() == 1


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 400)])
def test_the_head_of_the_year_stays_in_sight_below_the_header(browser, council_address, width, height):
    with browser.new_page(viewport={"width": width, "height": height}) as page:
        page.goto(f"{council_address}timeline/")
        page.locator(".year-grid tr").last.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 120)")
        head = page.locator(".year-grid thead th").last.bounding_box()
        assert head["y"] == pytest.approx(page.locator(".md-header").evaluate("one => one.getBoundingClientRect().bottom"), abs=1)
