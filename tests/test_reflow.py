"""Nothing has to be scrolled sideways, and nothing is cut: on the narrowest screen, enlarged four times, with wide spacing."""

import pytest

from .axe import KINDS
from .reflow import TOO_WIDE, opened, too_wide

SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" \
    " p { margin-bottom: 2em !important }"
TWICE = "html { font-size: 250% }"  # the theme has 125%
CUT = """() => [...document.querySelectorAll("body *")].filter(it => {
  const { overflow, overflowX, visibility } = getComputedStyle(it);
  const words = [...it.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const hides = [overflow, overflowX].some(value => ["hidden", "clip"].includes(value));
  const shown = visibility === "visible" && it.clientWidth > 1; // what is for ears alone is one pixel wide
  return words && hides && shown && it.scrollWidth > it.clientWidth + 1;
}).map(it => `${it.className}: ${it.textContent.trim()}`)"""
CUT_TITLE = """() => {
  const title = document.querySelector(".md-header__title");
  return title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight;
}"""
SMALL = """() => [...document.querySelectorAll("button, summary, select, input, .md-button, .menu a, .md-nav a, .md-tabs a, label[for]")]
  .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map(it => [it, it.getBoundingClientRect()])
  .filter(([it, { width, height }]) => Math.min(width, height) > 1 && (width < 24 || height < 24))
  .filter(([it]) => !(it.matches("[type=checkbox], [type=radio]") && it.labels.length))
  .map(([it, { width, height }]) => `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}: ${width} by ${height}`)"""
SPACED = ["", "timeline/", "timeline/january/", "panels/home-panel/", "standards/observation/record/", "calendar/", "about/data/"]


@pytest.fixture
def problems(browser, address):
    """What is found on the pages at a width, with a style added to each: by page, and nothing for a page that is well."""
    def problems(find, width, style=""):
        found = {}
        with opened(browser, width, 800) as page:
            for path in SPACED:
                page.goto(address + path)
                if style:
                    page.add_style_tag(content=style)
                found[path] = page.evaluate(find)
        return {path: problems for path, problems in found.items() if problems}
    return problems


def test_no_kind_of_page_is_wider_than_a_screen_of_320_pixels(browser, address):
    assert too_wide(browser, address, KINDS) == []


@pytest.mark.parametrize("find", [TOO_WIDE, CUT], ids=["wide", "cut"])
@pytest.mark.parametrize("width", [320, 1280])
def test_wide_spacing_cuts_nothing_and_makes_no_page_too_wide(problems, width, find):
    assert problems(find, width, SPACING) == {}


@pytest.mark.parametrize("find", [TOO_WIDE, CUT_TITLE], ids=["wide", "cut"])
def test_letters_twice_as_large_cut_no_title_and_make_no_page_too_wide(problems, find):
    assert problems(find, 360, TWICE) == {}


@pytest.mark.parametrize("width", [360, 1440])
def test_what_can_be_pressed_is_24_pixels_high_and_wide(problems, width):
    assert problems(SMALL, width) == {}
