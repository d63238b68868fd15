"""axe finds nothing: on a page of each kind, in any colours and width, with the search and the menu open.

test_every_page looks at every page of the live site, in every setting.
"""

import pytest

from .. import kinds
from ..axe import OPPOSITE, SETTINGS, found_on, show, still, violations


@pytest.mark.parametrize(("site", "pages", "setting"), [
    ("council_address", kinds.EXAMPLESHIRE, OPPOSITE[0]), ("borough_address", kinds.SALTMARSH, OPPOSITE[1]),
])
def test_axe_finds_nothing_on_a_page_of_each_kind(request, browser, site, pages, setting):
    assert found_on(browser, request.getfixturevalue(site), pages, [setting]) == {}


@pytest.mark.parametrize("width, scheme", SETTINGS)
def test_axe_finds_nothing_while_the_search_is_open(browser, council_address, width, scheme):
    with still(browser) as page:
        show(page, width, scheme)
        page.goto(council_address)
        if width == 360:
            page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("search").get_by_role("textbox").press_sequentially("panel")
        page.locator("[href$='h=panel']").first.wait_for()  # not of its first letters
        assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_menu_is_open(browser, council_address, scheme):
    with still(browser) as page:
        show(page, 360, scheme)
        page.goto(f"{council_address}timeline/january/")
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("navigation").get_by_role("link", name="Glossary").wait_for()
        assert violations(page) == []


@pytest.mark.parametrize("width, scheme", SETTINGS)
def test_axe_finds_nothing_while_a_form_says_what_a_file_of_another_version_holds(browser, council_address, tmp_path, width, scheme):
    (tmp_path / "form.json").write_text('{"form": "visit", "answers": {"field-observer": "Somebody", "field-the-weather": "Rain"}}')
    with still(browser) as page:
        show(page, width, scheme)
        page.goto(f"{council_address}standards/observation/record/")
        page.get_by_label("Open a saved file").set_input_files(tmp_path / "form.json")
        page.get_by_text("No place here for").wait_for()
        page.locator("[data-keep]").check()
        assert violations(page) == []


@pytest.fixture
def own_colours(browser):
    """A page for a reader who has chosen all colours."""
    with browser.new_page(forced_colors="active", viewport={"width": 1440, "height": 900}) as page:
        yield page


def test_the_months_of_an_activity_are_seen_in_the_readers_own_colours(own_colours, council_address):
    own_colours.goto(f"{council_address}timeline/")
    content, mark, ink = own_colours.evaluate("""() => {
      const { content, backgroundColor } = getComputedStyle(document.querySelector("td.on"), "::before");
      return [content, backgroundColor, getComputedStyle(document.body).color];
    }""")
    assert (content, mark) == ('""', ink)


def test_the_month_that_is_shown_is_marked_in_the_readers_own_colours(own_colours, council_address):
    own_colours.goto(f"{council_address}timeline/january/")
    marked, highlight = own_colours.evaluate("""() => {
      document.body.style.cssText = "background: Highlight; forced-color-adjust: none";
      const all = [document.querySelector(".months [aria-current]"), document.body];
      return all.map(one => getComputedStyle(one).backgroundColor);
    }""")
    assert marked == highlight
