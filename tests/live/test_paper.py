"""The live site on paper: how many sheets each document takes, with letters as wide as those of DejaVu, which few devices exceed."""

import pytest

from ..paper import printed, sheets

MOST = {
    "": 1, "handbook/whole/": 70, "handbook/observation/": 2, "handbook/poster/": 1, "handbook/roles/": 15, "roles/finance/": 1,
    "framework/governance/": 2, "framework/review-cycle/": 2, "standards/observation/afterwards/": 1, "timeline/": 1, "timeline/june/": 2, "standards/observation/record/": 2,
    "standards/knowledge-and-skills/abuse-and-neglect/": 1, "standards/knowledge-and-skills/assessment/": 1, "panels/home-panel/": 1,
}
FEW = 250  # letters, about three lines: a sheet that holds no more is near empty


@pytest.mark.parametrize("path", MOST)
def test_a_document_takes_few_sheets(browser, address, path):
    with browser.new_page() as page:
        page.goto(address + path)
        assert len(printed(page)) <= MOST[path]


def test_no_sheet_of_the_whole_framework_is_near_empty_but_the_cover(browser, address):
    with browser.new_page() as page:
        page.goto(f"{address}handbook/whole/")
        assert [number for number, words in enumerate(sheets(page), 1) if number > 1 and len(words) < FEW] == []
