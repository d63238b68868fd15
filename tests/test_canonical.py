"""The form in which a tool writes YAML: one for each meaning, so that saving one field changes that field alone."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.reading.canonical import as_yaml, canonical, in_form
from macros.reading.yaml_file import parse_yaml

texts = st.text(st.characters(codec="utf-8"), max_size=60)
scalars = texts | st.integers(0, 9999) | st.booleans()
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))


@settings(deadline=None, max_examples=150)
@given(text=texts)
@example("1.0")
@example("on: #1\n\ttab\n")
def test_a_text_comes_back_as_it_went_in(text):
    assert parse_yaml(as_yaml({"field": text, "list": [text]}), "file").data == {"field": text, "list": [text]}


@settings(deadline=None, max_examples=150)
@given(record=st.dictionaries(texts, values, max_size=4))
def test_what_is_in_its_form_stays_as_it_is(record):
    assert canonical(as_yaml(record)) == as_yaml(record)


@pytest.mark.parametrize("text", ["1.0", "4", "007", "-5", "+5", "1e3", ".5", "0x1F", "0o17", "true", "False", "null", "~", ".inf", ".NaN", ""])
def test_a_text_that_a_tool_would_take_for_something_else_keeps_its_quotes(text):
    assert canonical(f'field: "{text}"\n') == f'field: "{text}"\n'


@pytest.mark.parametrize("value", ["4", "0", "-5", "true", "false", "2027-01-31", "10:00 to 12:00", "no", "on", "1.0.0", "15–16"])
def test_what_needs_no_quotes_has_none(value):
    assert canonical(f"field: {value}\n") == f"field: {value}\n"


@pytest.mark.parametrize(("before", "after"), [
    ("list: [one, two]", "list:\n  - one\n  - two"),
    ("list:\n- one", "list:\n  - one"),
    ("record: {one: 1, two: [x]}", "record:\n  one: 1\n  two:\n    - x"),
    ("text: >\n  folded\n  over lines", "text: folded over lines"),
    ("text: a text\n  over lines", "text: a text over lines"),
    ("text: 'it''s quoted'", "text: it's quoted"),
    ("text: 'a: colon'", 'text: "a: colon"'),
    ("text: \"no need\"", "text: no need"),
    ("version: 1.0", 'version: "1.0"'),
    ("pages: 007", 'pages: "007"'),
    ("name: Caf\\u00e9 – “quoted”", "name: Caf\\u00e9 – “quoted”"),
    ('name: "Caf\\u00e9"', "name: Café"),
    ("one:   1\n\ntwo: 2", "one: 1\ntwo: 2"),
    ("nothing:", "nothing: null"),
], ids=str)
def test_there_is_one_form_for_each_meaning(before, after):
    assert canonical(before) == f"{after}\n"


def test_a_page_keeps_all_that_stands_below_its_front_matter():
    below = "\n# A heading\n\ntitle: [a, b]\n\n---\n\nlist: [one, two]\n"
    assert in_form(f"---\ntitle: 'A page'\nlist: [one, two]\n---\n{below}") == f"---\ntitle: A page\nlist:\n  - one\n  - two\n---\n{below}"
