"""Readers can say that a page is wrong, where the data gives an address to write to."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.model.problem import DataError
from macros.reading.load import load

from .copies import append, build

LINK = re.compile(r'href="(mailto:[^"]+)"[^>]*>Something wrong on this page\?')


def write_to(copy, address):
    append(copy, "data/framework.yml", f"feedback: {address}\n")


def test_a_message_names_the_page_and_the_version(copy):
    write_to(copy, "quality@example.org")
    done = build(copy, copy / "site", SITE_URL="https://standards.example/")
    assert done.returncode == 0, done.stderr
    message = urlsplit(unescape(LINK.search((copy / "site" / "panels" / "send-panel" / "index.html").read_text(encoding="utf-8"))[1]))
    fields = parse_qs(message.query)
    assert message.path == "quality@example.org"
    assert fields["subject"] == ["Something wrong: SEND Panel"]
    page, version = fields["body"][0].split("\r\n")[:2]
    assert page == "Page: https://standards.example/panels/send-panel/"
    assert version.startswith("Version: Quality Assurance Framework, March 2023; site as of 20")


def test_without_an_address_no_page_asks(site):
    assert [file for file in site.rglob("*.html") if "Something wrong" in file.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("wrong", ["quality", "quality@example", "a b@example.org", "quality@example.org?cc=x@example.org"])
def test_what_is_no_address_is_refused(copy, wrong):
    write_to(copy, f'"{wrong}"')
    with pytest.raises(DataError, match=r"is not an e-mail address: write one such as name@example\.org\."):
        load(copy)
