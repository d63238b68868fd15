"""Roles chosen once lead the home page, the months, the year and the calendars; the choice stays in the reader's browser.

First comes what names one of them; then, apart, what names nobody and so may be for the reader; then the rest.
"""

import pytest

from macros.model.month import Month
from macros.schedule.timeline import in_month, naming_nobody

LEAD, ANALYST, WORKER, WITHOUT_MONTHS = "Practice Lead", "Performance Analyst", "Family Worker", "Records Keeper"
IDS = {LEAD: "practice-lead", ANALYST: "performance-analyst", WORKER: "family-worker", WITHOUT_MONTHS: "records-keeper"}
KEY = "practice-standards.my-role"
PAGES = ["", "timeline/november/", "timeline/", "calendar/"]
MARCH = "timeline/march/"  # in which the Learning Board meets, and nobody is named


@pytest.fixture
def page(browser, council_address):
    """The home page in November, in a browser that has never been here."""
    with browser.new_page() as page:
        page.clock.set_fixed_time("2027-11-15T12:00:00Z")
        page.goto(council_address)
        yield page


def choose(page, *titles):
    if not page.locator(".my-roles details").evaluate("one => one.open"):
        page.locator("summary", has_text="My roles").click()
    for title in titles:
        page.get_by_label(title, exact=True).check()


def kept(page):
    return page.evaluate("key => localStorage.getItem(key)", KEY)


def under(page, whose):
    """The titles that stand under a heading for the chosen roles: what is for "me", or what may be for "anybody"."""
    return page.locator(f"[data-for={whose}]:visible [data-names] a:not(.headerlink):visible").all_inner_texts()


def rest(page):
    return page.locator("[data-group] [data-names] a:not(.headerlink):visible").all_inner_texts()


def expected(framework, month, holds):
    placements = [placement for group in in_month(framework, month).values() for placement in group]
    return [placement.activity.title for placement in placements if holds(placement)]


def names(*titles):
    return lambda placement: any(IDS[title] in placement.named for title in titles)


def test_the_home_page_leads_with_this_months_work_of_my_role(page, council_framework):
    choose(page, LEAD)
    assert under(page, "me") == expected(council_framework, Month.November, names(LEAD)) != []


def test_several_roles_at_once_lead_with_the_work_of_each(page, council_address, council_framework):
    choose(page, WORKER, ANALYST)
    page.goto(f"{council_address}timeline/june/")
    [own], [other] = (expected(council_framework, Month.June, names(one)) for one in (WORKER, ANALYST))
    assert sorted(under(page, "me")) == sorted([own, other])


def test_what_names_nobody_stands_apart_under_words_that_say_so(page, council_address):
    choose(page, ANALYST)
    page.goto(council_address + MARCH)
    assert under(page, "anybody") == ["Learning Board"]
    assert page.get_by_role("heading", name="May be for you: no one is named").is_visible()


@pytest.mark.parametrize("month", list(Month), ids=lambda month: month.name)
def test_everything_of_a_month_stands_once_whatever_is_chosen(page, council_address, council_framework, month):
    choose(page, ANALYST)
    page.goto(f"{council_address}{month.page}/")
    shown = [*under(page, "me"), *under(page, "anybody"), *rest(page)]
    assert sorted(shown) == sorted(expected(council_framework, month, lambda placement: True))


def test_mine_stands_before_what_may_be_mine_and_that_before_the_rest(page, council_address):
    choose(page, ANALYST)
    page.goto(council_address + MARCH)
    parts = [page.locator(f"[data-for={whose}]") for whose in ("me", "anybody")] + [page.locator("[data-group]:visible").first]
    tops = [part.bounding_box()["y"] for part in parts]
    assert tops == sorted(tops)


def test_a_list_of_contents_leaves_out_what_has_moved_to_the_top(browser, council_address):
    with browser.new_page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(council_address + MARCH)
        listed = page.locator(".md-nav--secondary a:visible")
        assert "Learning Board" in listed.all_inner_texts()
        choose(page, ANALYST)
        assert "Learning Board" not in listed.all_inner_texts()


def test_the_year_leads_with_the_rows_of_my_role_and_can_leave_out_the_rest(page, council_address, council_framework):
    choose(page, ANALYST)
    page.goto(f"{council_address}timeline/")
    assert "Report of the numbers" in under(page, "me")
    assert under(page, "anybody") == [activity.title for activity, _ in naming_nobody(council_framework)]
    assert "Listening Week" in rest(page)
    everything = len([*under(page, "me"), *under(page, "anybody"), *rest(page)])
    page.get_by_role("button", name="Show only what is, or may be, for me").click()
    assert rest(page) == []
    assert "Report of the numbers" in under(page, "me")
    status, shown = page.locator(".only-mine [role=status]"), len([*under(page, "me"), *under(page, "anybody")])
    assert status.inner_text() == f"{shown} of {everything} activities"
    choose(page, WORKER)
    assert status.inner_text() == f"{len([*under(page, 'me'), *under(page, 'anybody')])} of {everything} activities"
    page.get_by_role("button", name="Show only what is, or may be, for me").click()
    assert status.inner_text() == ""


def test_the_year_shows_everything_again_once_no_role_is_chosen(page, council_address):
    page.goto(f"{council_address}timeline/")
    everything = rest(page)
    choose(page, ANALYST)
    page.get_by_role("button", name="Show only what is, or may be, for me").click()
    page.get_by_role("button", name="Forget my roles").click()
    assert rest(page) == everything


def test_the_calendar_page_leads_with_the_calendars_of_my_roles_and_of_what_names_nobody(page, council_address):
    choose(page, LEAD, ANALYST)
    page.goto(f"{council_address}calendar/")
    links = page.locator(".mine:visible a:visible", has_text="Download the file").evaluate_all("all => all.map(one => one.pathname)")
    assert links == ["/calendar/roles/practice-lead.ics", "/calendar/roles/performance-analyst.ics", "/calendar/names-nobody.ics"]


def test_a_role_without_a_calendar_is_told_so(page, council_address):
    choose(page, WITHOUT_MONTHS)
    page.goto(f"{council_address}calendar/")
    assert page.get_by_text("Records Keeper: not named in any month, so it has no calendar.").is_visible()


def test_the_page_of_a_role_lists_what_names_nobody_without_script(browser, council_address):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(f"{council_address}roles/records-keeper/")
        section = page.locator("div", has=page.get_by_role("heading", name="May be for you: no one is named")).last
        assert section.get_by_role("link", name="Learning Board").is_visible()
        assert "March" in section.inner_text() and "September" not in section.inner_text(), "in September somebody is named"


def test_roles_that_have_nothing_in_a_month_are_told_so(page):
    choose(page, WITHOUT_MONTHS)
    assert page.locator("[data-nothing]:visible").all_inner_texts() == [
        "None of your roles is named in November.", "Everything in November names someone."
    ]


@pytest.mark.parametrize("path", PAGES)
def test_each_chosen_role_has_a_link_to_its_page(page, council_address, path):
    choose(page, LEAD, ANALYST)
    page.goto(council_address + path)
    links = page.locator("[data-my-pages] a:visible")
    assert links.all_inner_texts() == [LEAD, ANALYST]
    assert links.first.evaluate("one => one.href") == f"{council_address}roles/practice-lead/"


def test_a_choice_is_said_aloud_and_the_list_is_worked_by_keys(page):
    page.locator("summary", has_text="My roles").press("Enter")
    page.get_by_label(LEAD, exact=True).press("Space")
    page.get_by_label(ANALYST, exact=True).press("Space")
    status = page.locator(".my-roles [role=status]")
    assert status.inner_text() == "Your roles: Practice Lead, Performance Analyst."
    assert page.locator(":focus").get_attribute("value") == IDS[ANALYST], "the focus stays where the reader is"
    page.get_by_label(LEAD, exact=True).press("Space")
    page.get_by_label(ANALYST, exact=True).press("Space")
    assert status.inner_text() == "No role is chosen."


@pytest.mark.parametrize(("path", "name"), [("", "In November"), (MARCH, "For my roles"), ("timeline/", "For my roles")])
def test_done_folds_the_list_and_leads_to_what_the_choice_has_put_first(page, council_address, path, name):
    page.goto(council_address + path)
    choose(page, ANALYST)
    page.get_by_role("button", name="Done").press("Enter")
    assert page.locator(".my-roles details").evaluate("one => one.open") is False
    assert name in page.locator("[data-sorted]:focus").inner_text()
    assert 0 <= page.locator("[data-sorted]:focus").bounding_box()["y"] < page.viewport_size["height"] / 2


def test_nothing_is_said_before_something_is_chosen(page):
    choose(page, LEAD)
    page.reload()
    assert page.locator(".my-roles [role=status]").inner_text() == ""
    assert page.locator("summary", has_text="My roles").inner_text() == "My roles: 1 chosen"


def test_what_is_unticked_goes_back_to_where_it_was(page, council_address):
    page.goto(council_address + MARCH)
    before = rest(page)
    choose(page, ANALYST)
    assert rest(page) != before
    page.get_by_label(ANALYST, exact=True).uncheck()
    assert (rest(page), under(page, "me"), under(page, "anybody")) == (before, [], [])


def test_forgotten_roles_leave_nothing_behind(page):
    choose(page, LEAD, ANALYST)
    page.get_by_role("button", name="Forget my roles").click()
    assert kept(page) is None
    assert under(page, "me") == []
    assert page.locator("[data-for]:visible").count() == 0


def test_the_choice_is_kept_in_the_browser_alone(page, council_address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, LEAD, ANALYST)
    assert kept(page) == "practice-lead performance-analyst"
    assert [one for one in asked if IDS[LEAD] in one] == []
    assert (page.context.cookies(), page.url) == ([], council_address)


def test_a_role_can_be_chosen_and_left_on_its_own_page(page, council_address, council_framework):
    choose(page, ANALYST)
    page.goto(f"{council_address}roles/{IDS[LEAD]}/")
    page.get_by_role("button", name="Add to my roles").click()
    assert page.locator("[data-choose-role] + [role=status]").inner_text().startswith("It is one of your roles now.")
    assert kept(page).split() == [IDS[ANALYST], IDS[LEAD]]
    page.get_by_role("button", name="Remove from my roles").click()
    assert kept(page) == IDS[ANALYST]
    assert page.get_by_role("button", name="Add to my roles").is_visible()


def test_a_role_that_is_no_longer_there_counts_as_none(page):
    page.evaluate("key => localStorage.setItem(key, 'no-such-role')", KEY)
    page.reload()
    assert page.locator(".my-roles input:checked").count() == 0
    assert page.locator("[data-for]:visible").count() == 0


def test_a_browser_that_keeps_nothing_holds_the_roles_for_the_page(browser, council_address, council_framework):
    with browser.new_page() as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
        page.goto(f"{council_address}timeline/november/")
        choose(page, LEAD)
        assert under(page, "me") == expected(council_framework, Month.November, names(LEAD))


@pytest.mark.parametrize("path", PAGES)
def test_without_script_everything_is_shown_and_nothing_is_marked(browser, council_address, path):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(council_address + path)
        assert page.locator(".my-roles details").is_hidden()
        assert page.get_by_role("link", name="See what each role does").is_visible()
        assert page.locator("[data-for]:visible").count() == 0
        assert page.locator("[data-names]:not(.this-month *):visible").count() == page.locator("[data-names]:not(.this-month *)").count()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_large_entry_of_the_home_page_opens_the_search(browser, council_address, width):
    with browser.new_page(viewport={"width": width, "height": 800}) as page:
        page.goto(council_address)
        page.get_by_role("button", name="Search this site").click()
        page.keyboard.type("matching panel")
        page.get_by_role("link", name="Matching Panel").filter(visible=True).first.wait_for()
        assert page.locator(".md-search__input").input_value() == "matching panel"
        assert page.locator("#__search").is_checked()
