"""A page that Markdown cannot read, or not within a time that anybody would wait, is named, and the build ends."""

import pytest

from macros.commands.build import build

from .copies import COUNCIL, FIRST_DAY, append, copy_of, edit, with_its_own_code

ABOUT = "docs/about/index.md"


@pytest.fixture
def council(tmp_path, monkeypatch):
    for name, value in {"NO_MKDOCS_2_WARNING": "1", "ON": FIRST_DAY.isoformat()}.items():
        monkeypatch.setenv(name, value)
    return copy_of(COUNCIL, tmp_path / "council")


@pytest.mark.parametrize("signs", ["* " * 20_000 + "a", "1. " * 20_000 + "a"], ids=["bullets", "numbers"])
def test_lists_within_lists_without_end_are_told_by_their_page(council, capfd, signs):
    append(council, ABOUT, f"\n\n{signs}\n")
    assert build(council, council / "site") == 1
    said, end = capfd.readouterr().out.splitlines()
    assert said.startswith(f"{ABOUT}:1: this page could not be read (maximum recursion depth exceeded") and end == "Nothing was built."


def test_a_page_that_takes_longer_than_anybody_waits_is_told(council, capfd):
    with_its_own_code(council)
    edit(council, "macros/model/limits.py", "LONGEST_READING = 60 ", "LONGEST_READING = 1 ")
    append(council, ABOUT, "\n\n" + "<a " * 20_000)
    assert build(council, council / "site") == 1
    assert capfd.readouterr().out.splitlines() == [
        f"{ABOUT}:1: this page could not be read (it took more than 1 seconds). Undo what was written last, or look for one sign very many "
        "times over.", "Nothing was built.",
    ]
