"""Nothing has to be scrolled sideways, and nothing is cut: on the narrowest screen, enlarged four times, with wide spacing."""

import pytest

from .axe import KINDS
from .reflow import TOO_WIDE, opened, too_wide

SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
CUT = """() => [...document.querySelectorAll("body *")].filter(it => {
  const { overflow, overflowX, visibility } = getComputedStyle(it);
  const words = [...it.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const hides = [overflow, overflowX].some(value => ["hidden", "clip"].includes(value));
  const shown = visibility === "visible" && it.clientWidth > 1; // what is for ears alone is one pixel wide
  return words && hides && shown && it.scrollWidth > it.clientWidth + 1;
}).map(it => `${it.className}: ${it.textContent.trim()}`)"""
SMALL = """() => [...document.querySelectorAll("button, summary, select, input, .md-button, .menu a, .md-nav a, .md-tabs a, label[for]")]
  .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map(it => [it, it.getBoundingClientRect()])
  .filter(([it, { width, height }]) => Math.min(width, height) > 1 && (width < 24 || height < 24))
  .filter(([it]) => !(it.matches("[type=checkbox], [type=radio]") && it.labels.length))
  .map(([it, { width, height }]) => `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}: ${width} by ${height}`)"""
SPACED = ["", "timeline/", "timeline/january/", "panels/home-panel/", "standards/observation/record/", "calendar/", "about/data/"]


def test_no_kind_of_page_is_wider_than_a_screen_of_320_pixels(browser, address):
    assert too_wide(browser, address, KINDS) == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", SPACED)
def test_wide_spacing_cuts_nothing(browser, address, path, width):
    with opened(browser, width, 800) as page:
        page.goto(address + path)
        page.add_style_tag(content=SPACING)
        assert (page.evaluate(TOO_WIDE), page.evaluate(CUT)) == (False, [])


@pytest.mark.parametrize("path", SPACED)
def test_letters_twice_as_large_need_no_sideways_scroll_and_cut_no_title(browser, address, path):
    with opened(browser, 360, 800) as page:
        page.goto(address + path)
        page.add_style_tag(content="html { font-size: 250% }")  # the theme has 125%
        title = page.locator(".md-header__title").evaluate("it => [it.scrollWidth > it.clientWidth, it.scrollHeight > it.clientHeight]")
        assert (page.evaluate(TOO_WIDE), title) == (False, [False, False])


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", SPACED)
def test_what_can_be_pressed_is_24_pixels_high_and_wide(browser, address, path, width):
    with opened(browser, width, 800) as page:
        page.goto(address + path)
        assert page.evaluate(SMALL) == []
