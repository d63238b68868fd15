"""Readers can say that a page is wrong, where the data gives an address to write to."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.model.problem import DataError

from .copies import set_fields, site_in

LINK = re.compile(r'href="(mailto:[^"]+)"[^>]*>Something wrong on this page\?')


def test_a_message_names_the_page_and_the_version(borough_page):
    message = urlsplit(unescape(LINK.search(borough_page("panels/tide-circle").text)[1]))
    fields = parse_qs(message.query)
    assert message.path == "manual@saltmarsh.example"
    assert fields["subject"] == ["Something wrong: Tide Circle"]
    page, version = fields["body"][0].split("\r\n")[:2]
    assert page == "Page: https://standards.example/panels/tide-circle/"
    assert version == "Version: Casework Manual, Spring 2026; site as of 2026-11-17"


def test_without_an_address_no_page_asks(council_site):
    assert [file for file in council_site.rglob("*.html") if "Something wrong" in file.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("wrong", ["quality", "quality@example", "a b@example.org", "quality@example.org?cc=x@example.org"])
def test_what_is_no_address_is_refused(council, wrong):
    set_fields(council, "data/framework.yml", feedback=wrong)
    with pytest.raises(DataError, match=r"is not an e-mail address: write one such as name@example\.org\."):
        site_in(council)
