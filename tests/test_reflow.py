"""Nothing has to be scrolled sideways, and nothing is cut: on the narrowest screen, enlarged four times, with wide spacing."""

import pytest

from . import kinds
from .reflow import ENLARGED, Measured, too_wide

PAGES = [
    "", "timeline/", "timeline/november/", "panels/matching-panel/", "standards/observation/record/", "calendar/", "whats-new/briefing/", "about/data/",
]


@pytest.fixture(scope="module")
def measured(browser, council_address):
    return Measured(browser, council_address, PAGES)


@pytest.mark.parametrize(("site", "pages"), [("council_address", kinds.EXAMPLESHIRE), ("borough_address", kinds.SALTMARSH)])
def test_no_kind_of_page_is_wider_than_a_screen_of_320_pixels(request, browser, site, pages):
    assert too_wide(browser, request.getfixturevalue(site), pages) == []


@pytest.mark.parametrize(("measure", "width", "style"), ENLARGED)
def test_wide_spacing_and_letters_twice_as_large_cut_nothing_and_make_no_page_too_wide(measured, measure, width, style):
    assert measured(measure, width, style) == {}


@pytest.mark.parametrize("width", [360, 1440])
def test_what_can_be_pressed_is_24_pixels_high_and_wide(measured, width):
    assert measured("small", width) == {}
