"""The live site on paper: how many sheets each document takes, with letters as wide as those of DejaVu, which few devices exceed."""

import pytest

from ..paper import printed

MOST = {  # with room for what an amendment adds: today each takes one sheet less or fewer, and the whole 47
    "": 2, "handbook/whole/": 70, "handbook/observation/": 3, "handbook/roles/": 18, "roles/finance/": 2, "panels/home-panel/": 3,
    "framework/governance/": 3, "framework/review-cycle/": 3, "standards/observation/afterwards/": 2, "timeline/": 2, "timeline/june/": 3,
    "standards/observation/record/": 3, "standards/knowledge-and-skills/abuse-and-neglect/": 2,
    "standards/knowledge-and-skills/assessment/": 2,
}


@pytest.mark.parametrize("path", MOST)
def test_a_document_takes_few_sheets(browser, address, path):
    with browser.new_page() as page:
        page.goto(address + path)
        assert len(printed(page)) <= MOST[path]
