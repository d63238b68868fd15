"""axe finds nothing on any page, and none has to be scrolled sideways; `make test` looks at one page of each kind."""

import pytest

from ..axe import BETWEEN, KINDS, OPPOSITE, WHOLE, every_page, found_on, shown
from ..reflow import too_wide

SHARES = 3  # so that several processes can share the pages


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("width, scheme", OPPOSITE)
def test_axe_finds_nothing_on_any_page(browser, address, site, width, scheme, share):
    with shown(browser, width, scheme) as page:
        assert found_on(page, address, every_page(site)[share::SHARES]) == {}


@pytest.mark.parametrize("width, scheme", BETWEEN)
def test_axe_finds_nothing_on_a_page_of_each_kind(browser, address, width, scheme):
    with shown(browser, width, scheme) as page:
        assert found_on(page, address, KINDS) == {}


def test_axe_finds_nothing_on_the_whole_of_the_framework(browser, address):
    with shown(browser, *OPPOSITE[0]) as page:
        page.set_default_timeout(0)
        assert found_on(page, address, [WHOLE]) == {}


def test_no_page_is_wider_than_a_screen_of_320_pixels(browser, address, site):
    assert too_wide(browser, address, [*every_page(site), WHOLE]) == []
