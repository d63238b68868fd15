"""A role chosen once leads the home page, the months and the calendars; the choice stays in the reader's browser."""


import pytest

from macros.model.involvement import INVOLVEMENTS
from macros.model.month import Month
from macros.schedule.timeline import in_month

ROLE, OTHER, WITHOUT_MONTHS = "practice-lead", "performance-analyst", "records-keeper"
KEY = "practice-standards.my-role"
PAGES = ["", "timeline/november/", "calendar/"]


@pytest.fixture
def page(browser, council_address):
    """The home page in November, in a browser that has never been here."""
    with browser.new_page() as page:
        page.clock.set_fixed_time("2027-11-15T12:00:00Z")
        page.goto(council_address)
        yield page


def chooser(page):
    return page.get_by_label("My role")


def kept(page):
    return page.evaluate("key => localStorage.getItem(key)", KEY)


def led_with(page):
    """The titles that stand first on a page for the chosen role."""
    return page.locator("[data-mine]:visible li:visible a").all_inner_texts()


def expected(framework, role, month):
    placements = [placement for group in in_month(framework, month).values() for placement in group]
    return [placement.activity.title for how in INVOLVEMENTS for placement in placements if role in placement.involved[how]]


def test_the_home_page_leads_with_this_months_work_of_my_role(page, council_framework):
    chooser(page).select_option(ROLE)
    assert led_with(page) == expected(council_framework, ROLE, Month.November) != []


@pytest.mark.parametrize("month", [Month.January, Month.June, Month.November], ids=lambda month: month.name)
def test_a_month_leads_with_the_work_of_my_role(page, council_address, council_framework, month):
    chooser(page).select_option(OTHER)
    page.goto(f"{council_address}{month.page}/")
    assert led_with(page) == expected(council_framework, OTHER, month) != []


def test_the_calendar_page_leads_with_the_calendar_of_my_role(page, council_address):
    chooser(page).select_option(ROLE)
    page.goto(f"{council_address}calendar/")
    links = page.locator("[data-mine]:visible a:visible").evaluate_all("all => all.map(one => one.href)")
    assert f"{council_address}calendar/roles/{ROLE}.ics" in links
    assert [link for link in links if "/calendar/roles/" in link and ROLE not in link] == []


def test_what_leads_stands_before_everything_else_of_the_month(page, council_address):
    chooser(page).select_option(ROLE)
    page.goto(f"{council_address}timeline/november/")
    mine, first = page.locator("[data-mine]").bounding_box(), page.locator("article h2").first.bounding_box()
    assert mine["y"] < first["y"]


def test_a_role_that_has_nothing_in_a_month_is_told_so(page):
    chooser(page).select_option(WITHOUT_MONTHS)
    assert page.locator("[data-nothing]:visible").inner_text().startswith("The framework does not name this role in November.")


@pytest.mark.parametrize("path", PAGES)
def test_a_chosen_role_has_a_link_to_its_page(page, council_address, path):
    chooser(page).select_option(ROLE)
    page.goto(council_address + path)
    assert page.get_by_role("link", name="All about my role").evaluate("one => one.href") == f"{council_address}roles/{ROLE}/"


def test_a_role_can_be_changed(page, council_framework):
    chooser(page).select_option(ROLE)
    chooser(page).select_option(OTHER)
    assert led_with(page) == expected(council_framework, OTHER, Month.November)


def test_a_forgotten_role_leaves_nothing_behind(page):
    chooser(page).select_option(ROLE)
    page.get_by_role("button", name="Forget my role").click()
    assert kept(page) is None
    assert led_with(page) == []


def test_the_choice_is_kept_in_the_browser_alone(page, council_address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    chooser(page).select_option(ROLE)
    assert kept(page) == ROLE
    assert [one for one in asked if ROLE in one] == []
    assert (page.context.cookies(), page.url) == ([], council_address)


def test_a_role_can_be_chosen_on_its_own_page(page, council_address, council_framework):
    page.goto(f"{council_address}roles/{ROLE}/")
    page.get_by_role("button", name="This is my role").click()
    page.goto(council_address)
    assert led_with(page) == expected(council_framework, ROLE, Month.November)


def test_a_role_that_is_no_longer_there_counts_as_none(page):
    page.evaluate("key => localStorage.setItem(key, 'no-such-role')", KEY)
    page.reload()
    assert (chooser(page).input_value(), led_with(page)) == ("", [])
    assert page.locator("[data-mine]:visible").count() == 0


def test_a_browser_that_keeps_nothing_holds_the_role_for_the_page(browser, council_address, council_framework):
    with browser.new_page() as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
        page.goto(f"{council_address}timeline/november/")
        chooser(page).select_option(ROLE)
        assert led_with(page) == expected(council_framework, ROLE, Month.November)


@pytest.mark.parametrize("path", PAGES)
def test_without_script_there_is_a_link_to_the_roles_and_no_chooser(browser, council_address, path):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(council_address + path)
        assert page.locator("select").is_hidden()
        assert page.get_by_role("link", name="See what each role does").is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_large_entry_of_the_home_page_opens_the_search(browser, council_address, width):
    with browser.new_page(viewport={"width": width, "height": 800}) as page:
        page.goto(council_address)
        page.get_by_role("button", name="Search this site").click()
        page.keyboard.type("matching panel")
        page.get_by_role("link", name="Matching Panel").filter(visible=True).first.wait_for()
        assert page.locator(".md-search__input").input_value() == "matching panel"
        assert page.locator("#__search").is_checked()
