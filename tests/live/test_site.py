"""The live site as a whole: every link leads somewhere, every page can be reached, and none asks another host for anything."""

import re

import pytest

from .. import kinds
from ..fetched import READERS, asked_of_others, named_of_others
from ..links import Links

LEFT_ALONE = {"404.html"}
OUT_OF_USE = re.compile(r'http-equiv="refresh"|<strong>This ended on')  # an old address, and what has ended, need no link


@pytest.fixture(scope="module")
def links(site):
    return Links(site)


def test_every_link_leads_to_a_file(links):
    assert len(links.inside) > 1000
    assert sorted(links.broken) == []


def test_every_anchor_exists(links):
    assert sorted(links.without_anchor) == []


def test_no_id_stands_twice_on_a_page(links):
    assert links.with_an_id_twice == set()


def test_links_of_one_name_lead_to_one_address(links):
    assert links.of_one_name == {}


def test_every_link_has_a_name(links):
    assert [page for page, html in links.pages.items() for _, name, _ in html.named if not name] == []


def test_every_page_is_reached_from_the_home_page(links):
    out_of_use = {page for page, html in links.pages.items() if OUT_OF_USE.search(html.text)}
    assert links.out_of_reach - out_of_use == LEFT_ALONE


@pytest.mark.parametrize("pattern", READERS)
def test_no_file_asks_another_host_for_anything(site, pattern):
    assert named_of_others(site, pattern) == {}


def test_no_script_of_any_kind_of_page_asks_another_host_for_anything(browser, address):
    assert asked_of_others(browser, address, kinds.LIVE) == []
