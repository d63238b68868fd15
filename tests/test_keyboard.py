"""What a person does with keys alone, and what a screen reader is told."""

from contextlib import contextmanager
from functools import cache

import pytest

from macros.model.month import Month

LONGEST = 200  # more stops than any page that is opened here has
FOCUSED = """() => {
  const it = document.activeElement;
  if (it === document.body) return null;
  const box = it.getBoundingClientRect();
  const { outlineStyle, outlineWidth, visibility } = getComputedStyle(it);
  return {
    what: `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}`,
    left: box.left, right: box.right, height: box.height, visible: visibility === "visible",
    line: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
  };
}"""

BEHIND = """() => {
  const it = document.activeElement;
  if (!it.closest(".md-content, .md-footer, .md-sidebar")) return null;
  const header = document.querySelector(".md-header").getBoundingClientRect();
  return it.getBoundingClientRect().top < header.bottom ? [it.outerHTML.slice(0, 80)] : [];
}"""


@pytest.fixture(params=[1440, 360])
def width(request):
    return request.param


@pytest.fixture
def page(browser, council_address, width):
    with opened(browser, council_address, width) as page:
        yield page


@pytest.fixture(scope="module")
def stops_of_a_page(browser, council_address):
    """What has the focus while Tab leads through a page at a width."""
    @cache
    def stops_of_a_page(width):
        with opened(browser, council_address, width) as page:
            return stops(page)
    return stops_of_a_page


@contextmanager
def opened(browser, address, width):
    with browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce", bypass_csp=True) as page:  # or a test could wait for nothing
        page.goto(f"{address}timeline/january/")
        yield page


def stops(page, key="Tab", told=FOCUSED):
    """Press a key until the focus leaves the page, or what is told of it ends. Returns what was told of each stop."""
    every = []
    for _ in range(LONGEST):
        page.keyboard.press(key)
        if (stop := page.evaluate(told)) is None:
            return every
        every.append(stop)
    pytest.fail("the focus never leaves the page")


def focus_is_in(page, selector):
    return page.evaluate("selector => document.activeElement.closest(selector) !== null", selector)


def on_a_phone(test):
    return pytest.mark.parametrize("width", [360], indirect=True)(test)


def test_the_first_stop_is_a_link_that_skips_to_the_page_itself(page):
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focus_is_in(page, ".md-content")


def test_no_stop_is_out_of_sight(stops_of_a_page, width):
    every = stops_of_a_page(width)
    assert len(every) > 20
    assert [stop["what"] for stop in every if not stop["visible"] or stop["right"] <= 0 or stop["left"] >= width or not stop["height"]] == []


def test_every_stop_shows_the_focus_with_a_line_of_three_pixels(stops_of_a_page, width):
    assert [stop["what"] for stop in stops_of_a_page(width) if stop["line"] < 3] == []


@on_a_phone
def test_the_menu_is_a_button_that_says_whether_it_is_open(page):
    menu = page.get_by_role("button", name="Menu", exact=True)
    assert menu.get_attribute("aria-expanded") == "false"
    menu.press("Enter")
    assert page.locator(".opens-menu").get_attribute("aria-expanded") == "true"


@on_a_phone
def test_the_open_menu_holds_the_focus_and_escape_gives_it_back(page):
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    assert page.locator(":focus").get_attribute("aria-label") == "Close the menu"
    menu = stops(page)
    assert len(menu) > 10 and not any("md-header" in stop["what"] for stop in menu)
    page.get_by_role("button", name="Close the menu").focus()
    page.keyboard.press("Escape")
    assert page.locator(":focus").get_attribute("aria-label") == "Menu"


@on_a_phone
def test_a_menu_that_closes_as_the_screen_widens_leaves_the_focus_on_the_page(page):
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_function("document.activeElement.matches('#__content')")


@on_a_phone
def test_a_heading_chosen_in_the_menu_is_where_reading_goes_on(page):
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    page.locator(".menu__headings").get_by_role("link", name="Reports").press("Enter")
    assert page.locator(":focus").get_attribute("id") == "part-reports"


@pytest.mark.parametrize("path", ["timeline/january/", "standards/observation/record/"])
def test_no_stop_is_behind_the_header_on_the_way_back(page, council_address, path):
    page.goto(council_address + path)
    page.locator(".foot a").last.focus()
    behind = stops(page, "Shift+Tab", BEHIND)
    assert len(behind) > 20 and not any(behind)


@on_a_phone
def test_the_search_opens_and_closes_with_keys_and_gives_the_focus_back(page):
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    assert focus_is_in(page, ".md-search__input")
    page.keyboard.press("Escape")
    assert page.locator(":focus").get_attribute("aria-label") == "Search"


@pytest.fixture
def searched(page, width):
    """The page with the results of a whole word: those of its first letters come and go."""
    if width == 360:
        page.get_by_role("button", name="Search", exact=True).press("Enter")
    page.get_by_role("search").get_by_role("textbox").press_sequentially("panel")
    page.locator("[href$='h=panel']").first.wait_for()
    return page


@pytest.mark.parametrize("width", [1440], indirect=True)
def test_after_a_search_on_a_wide_screen_the_keys_go_on_where_they_were(searched):
    searched.keyboard.press("Escape")
    assert not searched.locator("#__search").is_checked()
    assert focus_is_in(searched, "#__find")


def test_the_number_of_results_is_announced(searched):
    assert searched.get_by_role("status").get_by_text("pages found").is_visible()


def test_tab_leads_to_the_button_that_clears_and_to_the_results(searched, width):
    for _ in ["close", "clear", "result"][width != 360:]:
        searched.keyboard.press("Tab")
    assert focus_is_in(searched, ".md-search-result__link")


def test_shift_and_tab_lead_from_a_result_back_to_the_button_that_clears(searched):
    searched.locator(".md-search-result__link").first.focus()
    searched.keyboard.press("Shift+Tab")
    assert searched.locator(":focus").get_attribute("aria-label") == "Clear"


def test_the_space_bar_clears_the_search(searched):
    searched.get_by_role("button", name="Clear", exact=True).focus()
    searched.keyboard.press("Space")
    assert searched.get_by_role("search").get_by_role("textbox").input_value() == ""


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_where_the_focus_leaves_the_search_it_closes(searched, key):
    for _ in range(LONGEST):
        searched.keyboard.press(key)
        if not focus_is_in(searched, ".md-search"):
            break
    assert not searched.locator("#__search").is_checked()
    assert searched.evaluate("document.activeElement !== document.body")


def test_the_down_arrow_leads_from_the_search_to_its_results(searched):
    searched.keyboard.press("ArrowDown")
    assert focus_is_in(searched, ".md-search-result__link")


def test_a_single_key_does_nothing(page):
    before = page.url
    for key in "fs/":
        page.keyboard.press(key)
        assert (page.url, page.locator(":focus").count()) == (before, 0), key


@on_a_phone
def test_a_table_that_is_too_wide_is_scrolled_with_keys(page, council_address):
    page.goto(f"{council_address}about/data/")
    page.set_viewport_size({"width": 240, "height": 800})
    page.get_by_role("group", name="Table").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_without_script_the_menu_stands_below_the_page(browser, council_address):
    with browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 900}) as page:
        page.goto(council_address)
        link = page.locator(".menu").get_by_role("link", name="Glossary")
        assert link.is_visible()
        assert link.bounding_box()["y"] > page.locator("h1").bounding_box()["y"]


@pytest.mark.parametrize("path", ["", "timeline/", "timeline/january/", "roles/practice-lead/", "handbook/poster/"])
def test_months_are_read_out_as_whole_words(page, council_address, path):
    page.goto(council_address + path)
    told = [name for role, name in read_out(page) if role in ("link", "columnheader", "cell")]
    months = [month.name for month in Month]
    assert set(months) <= set(told)
    pieces = {month[:letters] for month in months for letters in (1, 3)} - {*months}
    assert [name for name in told if name in pieces or (" " in name and name.replace(" ", "") in months)] == []


def read_out(page):
    """Return the role and the name of everything that a screen reader is told of a page."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]


def test_the_links_beside_headings_are_no_stops_and_are_not_read_out(page):
    assert page.locator(".headerlink").count() > 3
    assert page.locator(".headerlink:not([tabindex='-1'][aria-hidden='true'])").count() == 0


def test_the_year_is_a_stop_only_where_it_is_wider_than_the_page(page, council_address):
    page.goto(f"{council_address}timeline/")
    page.wait_for_function("document.querySelector('.year').tabIndex === -1")
    page.locator(".year-grid").evaluate("grid => { grid.style.minWidth = '200rem'; }")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function("document.querySelector('.year').tabIndex === 0")
