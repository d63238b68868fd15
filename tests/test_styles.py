"""Of the theme's styles a page is sent what something can match, with ours behind them, in one file."""

import gzip
from pathlib import Path

import material
import pytest

from macros.pages.used_styles import names_in, used_styles

from . import kinds
from .copies import append, built

MOST = 16_000  # bytes, compressed
[THEME] = (Path(material.__file__).parent / "templates" / "assets" / "stylesheets").glob("main.*.min.css")
# The rules of the theme that match something on the page that is shown, in whatever state, and are not among those that it was sent.
# What a rule says of a custom property is left out: nothing may ask for it.
MISSING = """theme => {
  const rulesOf = (rules, within = "") => [...rules].flatMap(rule => rule.selectorText ? eachOf(rule, within) : rulesOf(rule.cssRules ?? [], rule.conditionText));
  const eachOf = ({ selectorText, style }, within) => {
    const says = [...style].filter(name => !name.startsWith("--")).map(name => `${name}: ${style.getPropertyValue(name)}`).join("; ");
    return selectorText.split(/,(?![^(]*\\))/).map(selector => [selector.trim(), `@media ${within} { ${selector.trim()} { ${says} } }`]);
  };
  const inAnyState = selector => selector.replace(/::?[\\w-]+(\\([^()]*\\))?/g, ":is(*)");
  const sent = new Set([...document.styleSheets].flatMap(sheet => rulesOf(sheet.cssRules)).map(([, whole]) => whole));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme);
  const matching = rulesOf(sheet.cssRules).filter(([selector]) => document.querySelector(inAnyState(selector)));
  if (matching.length < 100) throw new Error(`only ${matching.length} rules match`);
  return matching.map(([, whole]) => whole).filter(whole => !sent.has(whole));
}"""


@pytest.fixture
def page(browser):
    with browser.new_page() as page:
        yield page


def missing(page):
    return page.evaluate(MISSING, THEME.read_text(encoding="utf-8"))


@pytest.mark.parametrize("council, pages", [("council_address", kinds.EXAMPLESHIRE), ("borough_address", kinds.SALTMARSH)])
def test_every_rule_of_the_theme_that_matches_something_on_a_page_is_sent(request, page, council, pages):
    for path in pages:
        page.goto(request.getfixturevalue(council) + path)
        assert missing(page) == [], path


@pytest.mark.parametrize("question", ["panel", "panle", "zzqqx"])
def test_every_rule_of_the_theme_that_matches_something_of_a_search_is_sent(page, council_address, question):
    page.goto(council_address)
    page.get_by_role("search").get_by_role("textbox").press_sequentially(question)
    page.locator(".md-search-result__link, .search-notes li").first.wait_for()
    assert missing(page) == []


def test_the_styles_of_a_page_are_one_small_file(council_site):
    [styles] = council_site.rglob("*.css")
    assert (council_site / "index.html").read_text(encoding="utf-8").count('rel="stylesheet"') == 1
    assert len(gzip.compress(styles.read_bytes())) <= MOST


def test_what_a_page_is_the_first_to_have_is_styled(council_site, council):
    styles = "assets/stylesheets/all.css"
    append(council, "docs/about/data.md", '\n<div class="admonition">To be seen.</div>\n')
    assert ".admonition" not in (council_site / styles).read_text(encoding="utf-8")
    assert ".md-typeset .admonition" in (built(council, council / "site") / styles).read_text(encoding="utf-8")


PAGE = '<html class="no-js"><p class="a b" id="c" title="x > y" data-d="e">gone</p><a href="https://www.gone.org/"><br/>'


@pytest.mark.parametrize("css", [
    "p{top:0}", ".a.b>#c:hover::before{top:0}", "*{top:0}", "br{top:0}", "p:not(.gone){top:0}", "p:is(.gone,:not(:is(.gone))){top:0}", ".no-js p{top:0}",
    "[title]{top:0}", '[title^="g"]{top:0}', "[data-gone=gone]{top:0}", '[title="x,y"] p{top:0}', ".made{top:0}", "@media print{p{top:0}}", "@media print{@media screen{p{top:0}}}",
    "@page{margin:0}", "@keyframes gone{0%{top:0}to{top:1px}}", '@charset "UTF-8";p{top:0}', """p{content:"}.gone{'/*"}""", "p{--p:0;top:var(--p)}", "p{&.a{top:0}}",
])
def test_what_may_match_stays_as_it_is(css):
    assert used_styles(css, names_in([PAGE], ['element.className = "made"'])) == css


@pytest.mark.parametrize(("css", "left"), [
    (".gone{top:0}p{top:0}", "p{top:0}"), ("p,.gone:is(p,p),p.gone,i{top:0}", "p{top:0}"), ("[dir=rtl] p{top:0}", ""), ("gone{top:0}", ""),
    ("@media print{.gone{top:0}.gone{top:1px}}p{top:0}", "p{top:0}"), ("p{--p:0;top:0}", "p{top:0}"), (""":root{--p:url("{;}");--q:0}""", ""),
    (".a--b:hover{top:0}.a:hover{top:0}", ".a:hover{top:0}"), ("/* p{} */p{top:0}/*# sourceMappingURL=p.map */", "p{top:0}"),
])
def test_what_nothing_can_match_or_ask_for_goes(css, left):
    assert used_styles(css, names_in([PAGE], [])) == left
