"""Dates are judged on the reader's own day: a site built in February is still right in September."""

from datetime import date

import pytest

from .copies import COUNCIL, append, built, copy_of, edit, publish
from .server import served

PAGES = "docs/standards/knowledge-and-skills"
CHANGES = [
    (date(2027, 2, 1), "urgent", "listening", "First change."),
    (date(2027, 2, 20), "scheduled", "writing", "Second change."),
]


def changed(folder):
    """Build a copy of Exampleshire with a review that is due in June, and two changes behind it."""
    copy = copy_of(COUNCIL, folder / "project")
    edit(copy, f"{PAGES}/listening.md", "review_by: 2028-01-02\n", "review_by: 2027-06-01\n")
    for day, kind, page, what in CHANGES:
        append(copy, f"{PAGES}/{page}.md", "\nOne more line.\n")
        publish(copy, day, kind=kind, what=what, why="It was unclear.", do="Read it.")
    built(copy, folder / "site")


@pytest.fixture(scope="module")
def address(shared):
    with served(shared("changed", changed) / "site") as server:
        yield server.address


@pytest.fixture
def page(browser):
    with browser.new_page(timezone_id="Europe/London") as page:
        yield page


@pytest.mark.parametrize(
    "day, words", [("2027-03-01", []), ("2027-04-15", [" (due soon)"]), ("2027-06-02", [" (overdue)"])]
)
def test_the_register_says_what_is_due_on_the_readers_day(page, address, day, words):
    page.clock.set_fixed_time(f"{day}T09:00:00Z")
    page.goto(f"{address}standards/")
    row = page.locator("tr", has=page.get_by_role("link", name="Listening", exact=True))
    assert row.locator(".date-note").all_text_contents() == words


def test_without_script_the_dates_themselves_stand(browser, address):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(f"{address}standards/")
        assert page.locator("time[data-due]").first.text_content() == "Tuesday 1 June 2027"


def order(page):
    return [heading.split("\n")[0] for heading in page.locator(".amendment h2").all_inner_texts()]


@pytest.mark.parametrize("day, first", [("2027-02-25", "First change."), ("2027-04-01", "Second change.")], ids=["fresh", "old"])
def test_an_urgent_change_stands_first_while_it_is_fresh(page, address, day, first):
    page.clock.set_fixed_time(f"{day}T09:00:00Z")
    page.goto(f"{address}whats-new/")
    assert order(page)[0].startswith(first)


def test_what_is_new_since_the_last_visit_is_marked(page, address):
    page.clock.set_fixed_time("2027-02-10T09:00:00Z")
    page.goto(f"{address}whats-new/")
    assert page.locator(".since-visit").count() == 0
    page.clock.set_fixed_time("2027-02-25T09:00:00Z")
    page.reload()
    marked = page.locator(".amendment", has=page.locator(".since-visit"))
    assert [text.split("\n")[0].startswith("Second change.") for text in marked.all_inner_texts()] == [True]


def test_the_briefing_sheet_shows_what_changed_since_the_chosen_day(page, address):
    page.goto(f"{address}whats-new/briefing/")
    page.locator("#since").fill("2027-02-10")
    shown = [change for change in page.locator(".amendment").all() if change.is_visible()]
    assert ["Second change." in change.inner_text() for change in shown] == [True]
