"""axe finds nothing on any page in any setting; `make test` looks at every page in the first of them only."""

import pytest

from ..axe import SETTINGS, WHOLE, every_page, found_on, shown


@pytest.mark.parametrize("width, scheme", SETTINGS[1:])
def test_axe_finds_nothing_on_any_page(browser, address, site, width, scheme):
    with shown(browser, width, scheme) as page:
        assert found_on(page, address, every_page(site)) == {}


def test_axe_finds_nothing_on_the_whole_of_the_framework(browser, address):
    with shown(browser, *SETTINGS[0]) as page:
        page.set_default_timeout(0)
        assert found_on(page, address, [WHOLE]) == {}
