"""The prose of a built page: what people read as sentences, with every name counted as one short word."""

import re
from html.parser import HTMLParser

from macros.model.framework import Framework
from macros.model.month import Month

BLOCKS = {"p", "li", "dd", "dt", "div", "section", "summary", "ul", "ol", "dl", "br"}
NO_PROSE = {
    "table", "code", "pre", "svg", "script", "nav", "aside", "footer", "button", "dt", "label", "legend", "h1", "h2", "h3", "h4",
    "figcaption",
}
VOID = {"br", "img", "hr", "input", "link", "meta", "wbr"}
NAME = "name"
FEWEST_WORDS = 4  # a block with fewer, beside its names, is a label or a list of names
HARDEST = 9  # the reading grade that no page should be above


class Prose(HTMLParser):
    """The blocks of text in a page's article, but for tables, labels, headings and code, and what a link is called for ears alone."""

    def __init__(self, html: str):
        super().__init__()
        self.blocks, self._open = [""], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.blocks.append("")
        if tag not in VOID:
            self._open.append((tag, tag in NO_PROSE or dict(attrs).get("class") == "for-ears"))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            """An end tag closes what is still open inside it."""
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data):
        if any(tag == "article" for tag, _ in self._open) and not any(is_left_out for _, is_left_out in self._open):
            self.blocks[-1] += data


class Names:
    """The names that nobody may bend: bodies, job titles, documents, parts of the framework, terms of the glossary."""

    def __init__(self, framework: Framework):
        longest_first = sorted(set(_names(framework)), key=len, reverse=True)
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")s?(?!\w)")

    def shortened(self, text: str) -> str:
        return self._pattern.sub(NAME, text)


def _names(framework):
    yield from (framework.edition.council, framework.edition.title)
    for record in (*framework.panels, *framework.roles, *framework.edition.sections):
        yield record.title
    for role in framework.roles:
        yield from role.also
    for term in framework.glossary:
        yield from (term.term, *term.also)
    for record in (*framework.panels, *framework.activities):
        yield from (document.title for document in record.documents)


def prose(html: str, names: Names) -> str:
    """Return what a page says in sentences. A block ends a sentence: an item of a list is read as one."""
    blocks = (names.shortened(" ".join(block.split())) for block in Prose(html).blocks)
    return " ".join(_ended(block) for block in blocks if _has_sentences(block))


def _has_sentences(block):
    words = re.findall(r"[^\W\d]+(?:[’'-]\w+)*", block)
    return len([word for word in words if word not in (NAME, *Month.__members__)]) >= FEWEST_WORDS


def _ended(block):
    return block if block.endswith((".", "?", "!")) else block.rstrip(":;,") + "."
