"""axe finds nothing on any page, of versions on some, and none has to be scrolled sideways or is cut; test_access looks at the invented councils."""

import pytest

from ..axe import OPPOSITE, every_page, found_on, still
from ..kinds import FILLED
from ..reflow import EVERY_LOOK, faults

SHARES = 6  # so that several processes can share the pages


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page_in_any_setting(browser, address, site, share):
    pages = [page for page in every_page(site) if "/version-" not in page]
    assert found_on(browser, address, pages[share::SHARES]) == {}


def test_axe_finds_nothing_on_versions_which_are_all_made_alike(browser, address, site):
    versions = [page for page in every_page(site) if "/version-" in page]
    assert found_on(browser, address, versions[::10], OPPOSITE) == {}


@pytest.fixture
def page(browser):
    with still(browser) as page:
        yield page


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_is_cut_or_too_wide_on_any_page(page, address, site, share):
    every = [page for page in every_page(site) if "/version-" not in page]
    versions = [page for page in every_page(site) if "/version-" in page]
    assert faults(page, address, [*every, *versions[::10]][share::SHARES]) == {}


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_nothing_is_cut_or_too_wide_with_every_field_filled_in_any_look(page, filled_address, look):
    assert faults(page, filled_address, FILLED, [look]) == {}


@pytest.mark.parametrize("setting", OPPOSITE)
def test_axe_finds_nothing_with_every_field_filled(browser, filled_address, setting):
    assert found_on(browser, filled_address, FILLED, [setting]) == {}
