"""Lighthouse's scores on a phone, and how much a first visit sends."""

import pytest

from ..server import served
from .lighthouse import scores

FAST = {
    "": 95, "timeline/january/": 95, "panels/home-panel/": 95, "standards/knowledge-and-skills/assessment/": 95, "timeline/": 90,
}
FIRST_VISIT = 40_000


@pytest.fixture(scope="module")
def server(site):
    with served(site, compresses=True) as server:
        yield server


def median_of_three(address, wanted):
    """Measure the performance of a page, of 100, and check that all else is perfect; two of three can decide."""
    speeds = []
    while len(speeds) < 3 and sum(speed >= wanted for speed in speeds) < 2:
        found, failed = scores(address)
        speeds.append(found.pop("performance"))
        assert set(found.values()) == {100}, f"{address} fails {failed}: {found}"
    return sorted(speeds)[-2]


@pytest.mark.parametrize("path", FAST)
def test_a_page_is_fast_and_perfect_in_all_else(server, path):
    """Other work on the machine makes a page slower and never faster: a slow page is measured once more."""
    medians = []
    while len(medians) < 2 and max(medians, default=0) < FAST[path]:
        medians.append(median_of_three(server.address + path, FAST[path]))
    assert max(medians) >= FAST[path], f"/{path} has a performance of {medians}, not {FAST[path]}"


def test_a_first_visit_is_small(browser, site):
    with served(site, compresses=True) as server, browser.new_page() as page:
        page.goto(server.address, wait_until="networkidle")
        assert server.sent <= FIRST_VISIT, f"a first visit sends {server.sent} bytes, not {FIRST_VISIT}"
