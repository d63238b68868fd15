"""Under the stylesheet of MaterialX a reader sees what can be seen now, and nothing else: that of mkdocs-material hides other things."""

import pytest

from .. import kinds
from ..server import served

WIDE, NARROW = 1280, 390


@pytest.fixture(scope="module")
def addresses(built_twice):
    """Where Exampleshire is served, as it is built now and as its successors build it."""
    now, then = built_twice("Exampleshire")
    with served(now) as first, served(then) as second:
        yield first.address, second.address


@pytest.mark.parametrize(("width", "media"), [(WIDE, "screen"), (NARROW, "screen"), (WIDE, "print")])
def test_the_same_words_are_seen_on_each_kind_of_page(browser, addresses, width, media):
    now, then = (words(browser, address, width, media) for address in addresses)
    assert all(now.values())
    assert [page for page in kinds.EXAMPLESHIRE if then[page] != now[page]] == []


def words(browser, address, width, media):
    """Return what is to be seen of each kind of page, and how wide it is, by its path."""
    with browser.new_page(viewport={"width": width, "height": 900}) as page:
        page.emulate_media(media=media)
        return {path: seen(page, address + path) for path in kinds.EXAMPLESHIRE}


def seen(page, address):
    page.goto(address)
    return page.evaluate("[document.body.innerText, document.documentElement.scrollWidth]")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_search_finds_and_shows_the_same(browser, addresses, width):
    now, then = (found(browser, address, width) for address in addresses)
    assert "Matching Panel" in now
    assert then == now


def found(browser, address, width):
    """Return what the search shows to somebody who asks for matching."""
    with browser.new_page(viewport={"width": width, "height": 900}) as page:
        page.goto(address)
        page.get_by_role("button", name="Search this site").click()
        page.get_by_role("textbox", name="Search").fill("matching")
        page.wait_for_selector("#__find [role=group]:not([aria-busy]) li")
        return page.inner_text(".md-search-result")
