"""Nothing of the live site is cut or too wide, with wide spacing and with letters twice as large."""

import pytest

from ..reflow import SPACING, TWICE, Measured

PAGES = ["", "timeline/", "timeline/january/", "panels/home-panel/", "standards/observation/record/", "calendar/", "about/data/"]


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
