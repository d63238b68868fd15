"""No kind of page of the live site has to be scrolled sideways or is cut; `make audit` looks at every page, and with axe as well."""

import pytest

from .. import kinds
from ..reflow import SPACING, TWICE, Measured, too_wide

PAGES = ["", "timeline/", "timeline/january/", "panels/home-panel/", "standards/observation/record/", "calendar/", "about/data/"]


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
