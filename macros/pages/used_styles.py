"""Of the styles, what something on the pages can match: most of what the theme brings is for what these pages have not.

A rule goes if it names an element, a class, an id or an attribute that stands nowhere. Whatever else it says stays unread, so that
it rather stays than goes.
"""

import re
from collections.abc import Iterable, Set

_TEXT = r'"(?:\\.|[^"\\])*"|' r"'(?:\\.|[^'\\])*'"  # in quotes, where a brace is a sign like any other
_BRACKETS = r"\([^()]*\)"
for _ in range(3):  # in brackets, in brackets, in brackets
    _BRACKETS = rf"\((?:[^()]|{_BRACKETS})*\)"
_COMMENT = re.compile(rf"({_TEXT})|/\*.*?\*/", re.DOTALL)
_WHOLE = r"@(?!media|supports)[^{};]+\{(?:[^{}]|\{[^{}]*\})*\}"  # such as @keyframes, where "to" is no element
_RULE = re.compile(rf"""{_WHOLE}|(?:^|(?<=[{{}};]))(?P<selectors>[^{{}};@]+)(?P<body>\{{(?:[^{{}}"']|{_TEXT})*\}})""")
_SELECTOR = re.compile(rf"(?:{_BRACKETS}|\[[^\]]*\]|[^,])+")
# A state comes and goes, part of a value is no name, and what starts with data- has another name in a script.
_UNREAD = re.compile(rf":[\w-]+(?:{_BRACKETS})?|[~|^$*]=[^\]]*|\[data-[^\]]*\]")
_PROPERTY = re.compile(rf"""(?<=[{{;])\s*(--[\w-]+)\s*:(?:[^{{}};"']|{_TEXT})*;?""")
_ASKED_FOR = re.compile(r"var\(\s*(--[\w-]+)")
_EMPTY = re.compile(r"[^{};]+\{\s*\}")
_TAG = re.compile(r'<[a-z](?:[^">]++|"[^"]*")*+')
_WORD_OF_TAG = re.compile(r"""[^\s"'=<>/]+""")  # "standards.example" is one: where a site is published changes nothing
_NAME = re.compile(r"[\w-]+")


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Return every word of the tags of pages, and of scripts, which may put it into a page."""
    tags = {tag for page in pages for tag in _TAG.findall(page)}  # pages have most of them in common
    return {word for tag in tags for word in _WORD_OF_TAG.findall(tag)} | {word for script in scripts for word in _NAME.findall(script)}


def used_styles(styles: str, names: Set[str]) -> str:
    """Return styles without each rule that names anything but these names, each property that nothing asks for, and comments."""

    def used(rule: re.Match[str]) -> str:
        if not rule["selectors"]:
            return rule[0]
        selectors = [one for one in _SELECTOR.findall(rule["selectors"]) if names >= {*_NAME.findall(_UNREAD.sub("", one))}]
        return ",".join(selectors) + rule["body"] if selectors else ""

    rules = _RULE.sub(used, _COMMENT.sub(r"\1", styles))
    asked_for = set(_ASKED_FOR.findall(rules))
    return _EMPTY.sub("", _PROPERTY.sub(lambda one: one[0] if one[1] in asked_for else "", rules))
