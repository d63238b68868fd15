"""axe finds nothing on a page of each kind of the live site, and none has to be scrolled sideways or is cut; `make audit` looks at every page."""

import pytest

from .. import kinds
from ..axe import OPPOSITE, found_on
from ..reflow import SPACING, TWICE, Measured, too_wide

PAGES = ["", "timeline/", "timeline/january/", "panels/home-panel/", "standards/observation/record/", "calendar/", "about/data/"]


@pytest.mark.parametrize("setting", OPPOSITE, ids=str)
def test_axe_finds_nothing_on_a_page_of_each_kind(browser, address, setting):
    assert found_on(browser, address, kinds.LIVE, [setting]) == {}


def test_no_kind_of_page_is_wider_than_a_screen_of_320_pixels(browser, address):
    assert too_wide(browser, address, kinds.LIVE) == []


@pytest.fixture(scope="module")
def measured(browser, address):
    return Measured(browser, address, PAGES)


@pytest.mark.parametrize("measure", ["wide", "cut"])
@pytest.mark.parametrize("width", [320, 1280])
def test_wide_spacing_cuts_nothing_and_makes_no_page_too_wide(measured, width, measure):
    assert measured(measure, width, SPACING) == {}


@pytest.mark.parametrize("measure", ["wide", "title"])
def test_letters_twice_as_large_cut_no_title_and_make_no_page_too_wide(measured, measure):
    assert measured(measure, 360, TWICE) == {}
