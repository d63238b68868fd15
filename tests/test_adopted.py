"""Each page says at its top that the council has not adopted the site, until the data says that it has."""

import pytest

from .copies import COUNCIL, built, copy_of, edit
from .html import page_of

WORDS = "Exampleshire County Council has not adopted these pages. The published Practice Handbook, June 2027, is what counts."


@pytest.fixture(scope="module")
def not_adopted(tmp_path_factory):
    council = copy_of(COUNCIL, tmp_path_factory.mktemp("council") / "council")
    edit(council, "data/framework.yml", "adopted: true\n", "")
    return built(council, council / "site")


@pytest.mark.parametrize("page", ["", "panels/learning-board", "standards/knowledge-and-skills/listening", "handbook/panels", "whats-new"])
def test_a_page_says_that_the_site_is_not_adopted(not_adopted, council_site, page):
    assert WORDS in page_of(not_adopted, page).text
    assert "Not adopted yet" not in page_of(council_site, page).text


def test_the_search_does_not_find_it(not_adopted):
    assert "not adopted these pages" not in (not_adopted / "assets/search-texts.js").read_text(encoding="utf-8")
