"""A text shows letter by letter wherever a template puts it, and every template says how it is put there."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import Markdown
from pydantic import TypeAdapter, ValidationError

from macros.model.text import Text
from macros.pages.render import TEMPLATES, attribute, escape_markdown

from .copies import PROJECT

TEXT = TypeAdapter(Text)
SKELETON = PROJECT / "overrides"

# Every kind of place at which a template puts a text, between two lines of other text.
PLACES = {
    "a paragraph": "{}",
    "a list": "- {}\n- {}",
    "a heading": "## {} {{ #id }}",
    "a term": "**{}**\n\n:   {}\n\n    {}",
    "a fact": "{}\n:   {}\n\nMore\n:   - {}\n    - {}",
    "a link": "[{}](/page.md)",
    "a line after a mark": "- **Why:** {}",
    "an item in bold": "- **[{}](/page.md)**<br>{}",
    "a block": '<div class="facts" markdown>\n\n{}\n\n</div>',
    "a cell": "<table markdown><tbody markdown><tr markdown><th markdown>[{}](/page.md)</th></tr></tbody></table>",
    "an item of a block": "<ul markdown>\n<li hidden markdown>[{}](/page.md#id) x</li>\n</ul>",
    "HTML": '<p class="compared"><del>{}</del> {}</p>',
    "HTML in a block": "<div markdown>\n\n<details markdown>\n<summary>{}</summary>\n\nx\n</details>\n\n</div>",
}
HARD = [
    '"', "'", "<b>", "&lt;b&gt;", "A & B", "AT&T;", "&#38;", "\\", "\\*", "a_b_c", "*a*", "`a`", "{: .a }", "{{ a }}", "<!-- a", "]]>",
    "[a](b)", "[a]: b", "]:(", "![a](b)", "*[a]: b", "[^1]", "[TOC]", "http://a.b", "<a@b.c>",
    "# a", "1. a", "1) a", "1986. A year", "- a", "+ a", "* a", "> a", ": a", "| a |", "---", "===", "~~~", "***", "    a",
    "a\nb", "a\n\n    b", "a  \nb", "é — 家 👩‍👧‍👦", "مرحبا", "a\u00a0b",
]
SIGNS = st.text(st.sampled_from("ab1 \n\t\\`*_{}[]()#+-.!|<>&;:=~^\"'/@$%é"), min_size=1, max_size=20)
ANY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


class Shown(HTMLParser):
    """What a reader sees of HTML, and the value of each attribute."""

    def __init__(self, html):
        super().__init__()
        self.text, self.values = "", []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.values += [value for _, value in attributes]


def shown(markdown: str) -> Shown:
    extensions = ["abbr", "attr_list", "def_list", "md_in_html", "tables", "toc"]  # as in mkdocs.yml
    return Shown(Markdown(extensions=extensions).convert(f"Before.\n\n{markdown}\n\nAfter."))


def one_line(text: str) -> str:
    return " ".join(text.split())


def altered(text: str, place: str) -> str:
    """Return what a reader sees in a place where they do not see just the text, else ""."""
    count = PLACES[place].count("{}")
    seen = one_line(shown(PLACES[place].format(*[escape_markdown(text)] * count)).text)
    around = shown(PLACES[place].format(*["QQQ"] * count)).text
    return "" if seen == one_line(around.replace("QQQ", text)) else seen


@pytest.mark.parametrize("text", HARD, ids=ascii)
def test_a_hard_text_shows_letter_by_letter(text):
    text = TEXT.validate_python(text)
    assert {place: seen for place in PLACES if (seen := altered(text, place))} == {}


@settings(deadline=None, max_examples=150)
@given(text=SIGNS | ANY, place=st.sampled_from(list(PLACES)))
def test_any_text_shows_letter_by_letter(text, place):
    try:
        text = TEXT.validate_python(text)
    except ValidationError:
        return
    assert altered(text, place) == ""


@settings(deadline=None, max_examples=100)
@given(text=SIGNS | ANY | st.sampled_from(HARD))
def test_any_text_is_the_value_of_an_attribute(text):
    try:
        text = TEXT.validate_python(text)
    except ValidationError:
        return
    block = shown(f'<div aria-label="{attribute(text)}" markdown>\n\nx\n\n</div>')
    assert one_line(block.values[0]) == one_line(text)


def expressions_of(source: str) -> tuple[list[str], str]:
    """Return what stands between the braces of a template, and its HTML, in which PUT0, PUT1 … stand for them."""
    expressions, html, is_inside = [], "", False
    for _, kind, value in Environment().lex(source):
        if kind in ("variable_begin", "variable_end"):
            is_inside = kind == "variable_begin"
            if is_inside:
                html += f"PUT{len(expressions)}."
                expressions.append("")
        elif is_inside:
            expressions[-1] += value
        elif kind == "data":
            html += value
    return [expression.strip() for expression in expressions], html


class Attributes(HTMLParser):
    """What a template puts into attributes, by whether Markdown builds the element anew or leaves it as it is."""

    def __init__(self, source):
        super().__init__()
        self.anew, self.as_it_is = [], []
        self.expressions, html = expressions_of(source)
        self.unquoted = re.findall(r"\s([\w-]+)=PUT", html)
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        put = [expression for _, value in attributes for expression in self._put_into(value or "")]
        (self.anew if "markdown" in dict(attributes) else self.as_it_is).extend(put)

    def handle_data(self, data):
        for attributes in re.findall(r"\{[^}]*\}", data):  # as in [words](link){ name="value" }
            self.as_it_is += [expression for value in re.findall('="([^"]*)"', attributes) for expression in self._put_into(value)]

    def _put_into(self, value):
        return [self.expressions[int(n)] for n in re.findall(r"PUT(\d+)\.", value)]


def filtered(expression: str) -> str:
    """Return the last filter that an expression goes through."""
    return expression.strip().rpartition("|")[2].strip()


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.md")), ids=lambda path: path.name)
def test_what_stands_in_an_attribute_is_escaped_for_it(template):
    attributes = Attributes(template.read_text(encoding="utf-8"))
    assert attributes.unquoted == []
    assert [expression for expression in attributes.anew if filtered(expression) != "attribute"] == []
    assert [expression for expression in attributes.as_it_is if filtered(expression) != "e"] == []


def test_this_test_sees_attributes():
    attributes = Attributes('<p a="{{ b }}" c={{ d }} markdown><i e="{{ f|e }}">{% if g %}[h](i){ j="{{ k }}" }{% endif %}')
    assert (attributes.anew, attributes.as_it_is, attributes.unquoted) == (["b", "d"], ["f|e", "k"], ["c"])


# What is HTML by its nature, and so is put into the skeleton as it is.
HTML = [
    ("handbook.html", "chapter.content | safe", "a page, as Markdown made it"),
    ("handbook.html", "page.content | safe", "a page, as Markdown made it"),
    ("home.html", 'config.site.macros["wheel"]() | safe', "a picture, as its own template made it"),
    ("home.html", "page.content | safe", "a page, as Markdown made it"),
    ("partials/content.html", "page.content | safe", "a page, as Markdown made it"),
    ("partials/nav.html", "item.title | safe", "a heading of a page, as Markdown made it"),
    ("partials/standard.html", '"</dd>" | safe if loop.last else ", "', "the end of an element, written in the template"),
    ("partials/toc.html", "item.title | safe", "a heading of a page, as Markdown made it"),
]


def test_the_skeleton_escapes_all_but_what_is_html_by_its_nature():
    sources = {file.relative_to(SKELETON).as_posix(): file.read_text(encoding="utf-8") for file in SKELETON.rglob("*.html")}
    put = [(name, expression) for name, source in sources.items() for expression in expressions_of(source)[0]]
    assert sorted(item for item in put if "safe" in item[1]) == [(name, expression) for name, expression, _ in HTML]
    assert [name for name, source in sources.items() if "autoescape" in source or Attributes(source).unquoted] == []


def test_no_template_of_a_page_puts_a_text_unescaped():
    assert [file.name for file in TEMPLATES.iterdir() if re.search(r"\|\s*safe|autoescape", file.read_text(encoding="utf-8"))] == []
