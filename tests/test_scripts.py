"""A script of ours keeps its names to itself: two that chose the same one would stop each other."""



import pytest

from . import kinds

INTENDED = {"searchIndex", "Finder"}  # what finder.js leaves for search.js, which asks for both when somebody searches
OWN_NAMES = "Object.keys(window)"  # var and function; the browser alone knows of let, const and class


@pytest.fixture(scope="module")
def page(browser):
    with browser.new_page(bypass_csp=True) as page:  # a test puts scripts into it
        yield page


@pytest.fixture(scope="module")
def browsers(page, council_address):
    """The names that a browser has where no script runs."""
    page.goto(f"{council_address}data.json")
    return set(page.evaluate(OWN_NAMES))


@pytest.fixture(scope="module")
def global_names(page, browsers):
    """The names in the global scope of the page that is shown, but for those of the browser and of the theme."""
    session = page.context.new_cdp_session(page)

    def global_names():
        lexical = session.send("Runtime.globalLexicalScopeNames")["names"]
        names = {*lexical, *page.evaluate(OWN_NAMES)} - browsers
        return sorted(name for name in names if name not in INTENDED)

    return global_names


@pytest.mark.parametrize("path", kinds.EXAMPLESHIRE, ids=lambda path: path or "home")
def test_no_script_of_ours_leaves_a_name_in_the_global_scope(page, council_address, global_names, path):
    page.goto(council_address + path)
    assert global_names() == []


@pytest.mark.parametrize("script", ["const leaked = 1", "let leaked", "class leaked {}", "var leaked", "function leaked() {}"])
def test_a_name_of_any_kind_would_be_seen(page, council_address, global_names, script):
    page.goto(council_address)
    page.add_script_tag(content=script)
    assert global_names() == ["leaked"]
