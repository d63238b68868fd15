"""No page runs or loads anything that its policy does not allow, and the policy allows nothing but the site's own files."""

import re

import pytest

from . import kinds


@pytest.fixture
def watched(browser):
    """A page of a browser, and what it has to say of what it shows."""
    said = []
    with browser.new_page() as page:
        page.on("console", lambda message: said.append(f"{message.text} on {page.url}"))
        page.on("pageerror", lambda error: said.append(f"{error} on {page.url}"))
        yield page, said


@pytest.mark.parametrize("council, pages", [("council_address", kinds.EXAMPLESHIRE), ("borough_address", kinds.SALTMARSH)])
def test_no_kind_of_page_has_anything_to_complain_of(request, watched, council, pages):
    page, said = watched
    for path in pages:
        page.goto(request.getfixturevalue(council) + path)
    assert said == []


def test_the_search_has_nothing_to_complain_of(watched, council_address):
    page, said = watched
    page.goto(council_address)
    page.get_by_role("search").get_by_role("textbox").press_sequentially("panel")
    page.locator(".md-search-result__link").first.wait_for()
    assert said == []


def test_a_form_that_saves_what_was_written_has_nothing_to_complain_of(watched, council_address):
    page, said = watched
    page.goto(f"{council_address}standards/observation/record/")
    page.get_by_role("main").get_by_role("textbox").last.fill("What was seen")
    with page.expect_download():
        page.get_by_role("button", name="Save as a file").click()
    assert said == []


def test_a_script_that_somebody_smuggles_in_does_not_run(watched, council_address):
    page, said = watched
    page.goto(council_address)
    page.evaluate("""document.body.append(Object.assign(document.createElement("script"), { text: "window.ran = true" }))""")
    assert page.evaluate("window.ran") is None
    assert ["Content Security Policy" in text for text in said] == [True]


def test_every_page_names_its_policy_before_it_loads_anything(council_site):
    pages = [file for file in council_site.rglob("*.html") if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")]
    loading = [file.read_text(encoding="utf-8").split("Content-Security-Policy", 1)[0] for file in pages]
    assert [text for text in loading if "<link" in text or "<script" in text] == []


def test_the_policy_allows_no_script_or_style_that_stands_in_a_page(council_site):
    home = (council_site / "index.html").read_text(encoding="utf-8")
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', home)
    assert "default-src 'none'" in policy.replace("&#39;", "'")
    assert "unsafe" not in policy
