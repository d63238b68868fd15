"""axe finds nothing on any page, of versions on some, and none has to be scrolled sideways or is cut; test_access looks at the invented councils."""

import pytest

from ..axe import OPPOSITE, every_page, found_on
from ..kinds import LIVE
from ..reflow import ENLARGED, Measured, too_wide

SHARES = 6  # so that several processes can share the pages


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page_in_any_setting(browser, address, site, share):
    pages = [page for page in every_page(site) if "/version-" not in page]
    assert found_on(browser, address, pages[share::SHARES]) == {}


def test_axe_finds_nothing_on_versions_which_are_all_made_alike(browser, address, site):
    versions = [page for page in every_page(site) if "/version-" in page]
    assert found_on(browser, address, versions[::10], OPPOSITE) == {}


def test_no_page_is_wider_than_a_screen_of_320_pixels(browser, address, site):
    assert too_wide(browser, address, every_page(site)) == []


@pytest.fixture(scope="module")
def measured(browser, address):
    return Measured(browser, address, LIVE)


@pytest.mark.parametrize(("measure", "width", "style"), ENLARGED)
def test_no_kind_of_page_is_cut_or_too_wide_with_wide_spacing_or_larger_letters(measured, measure, width, style):
    assert measured(measure, width, style) == {}
