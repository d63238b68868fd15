"""Every mistake in the data is told with its file, its line and what to do: each once, all at once, and never a crash.

Each file in tests/bad/ holds one mistake. It starts with comments: the file that it replaces in the data of Exampleshire, then every
line that a quality assurance lead is to read.
"""

import shutil
from datetime import date

import pytest

from macros.model.problem import DataError
from macros.reading.load import load

from .copies import COUNCIL, FIRST_DAY, PROJECT, build, copy_of, edit

BAD = sorted((PROJECT / "tests" / "bad").glob("*.yml"))


@pytest.fixture
def council(tmp_path):
    """The data of Exampleshire, to be spoilt."""
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def problems(root):
    """Return every line that a quality assurance lead reads about the data."""
    with pytest.raises(DataError) as found:
        load(root, FIRST_DAY)
    return [str(problem) for problem in found.value.problems]


def head(bad):
    """Return (the file to replace, the expected lines) from the comments at the start of a bad file."""
    comments = []
    for line in bad.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        comments.append(line.removeprefix("# "))
    return comments[0], comments[1:]


def spoil(root, name):
    """Put a bad file in its place, and return what is to be said of it."""
    bad = PROJECT / "tests" / "bad" / f"{name}.yml"
    replaced, expected = head(bad)
    (root / replaced).parent.mkdir(exist_ok=True)
    shutil.copy(bad, root / replaced)
    return expected


def test_exampleshire_has_no_mistakes(council):
    assert load(council, FIRST_DAY).framework.edition.council == "Exampleshire County Council"


@pytest.mark.parametrize("name", [file.stem for file in BAD])
def test_the_message_says_where_and_what_to_do_about(council, name):
    expected = spoil(council, name)
    assert expected != []
    assert problems(council) == expected


@pytest.mark.parametrize("entry", [
    "dates:\n  - on: 2031-12-31\n",
    "rules:\n  - day: second Tuesday\nmoved:\n  - occurrence: December 2031\n    on: 2031-12-30\n    because: The room is taken.\n",
    "cancelled:\n  - occurrence: December 2031\n    because: Nobody can come.\n",
], ids=["a date", "a move", "a cancellation"])
def test_the_last_month_of_the_calendar_is_not_beyond_it(council, entry):
    edit(council, "data/activities/staff-survey.yml", "months:\n  - October\n", f"months:\n  - December\n{entry}")
    assert load(council, FIRST_DAY).framework.calendar.to == date(2031, 12, 31)


def test_mistakes_in_several_files_are_told_at_once(council):
    names = ("an-unknown-month-suggests-the-nearest", "a-date-that-does-not-exist", "a-question-for-an-unknown-role", "an-empty-file")
    expected = [line for name in names for line in spoil(council, name)]
    assert problems(council) == sorted(expected)


@pytest.mark.parametrize("name", [file.name for file in sorted((COUNCIL / "data").glob("*.yml"))])
def test_a_missing_file_is_told_and_nothing_else(council, name):
    (council / "data" / name).unlink()
    assert problems(council) == [f"data/{name}:1: this file is missing: put it back."]


def test_a_file_that_is_not_utf_8_is_told(council):
    (council / "data" / "glossary.yml").write_bytes("- term: Caf\u00e9\n".encode("latin-1"))
    assert problems(council) == ["data/glossary.yml:1: this file is not plain text: save it again with the encoding UTF-8."]


def test_lists_within_lists_without_end_are_told(council):
    (council / "data" / "glossary.yml").write_text("[" * 5000 + "]" * 5000, encoding="utf-8")
    assert problems(council) == [
        "data/glossary.yml:1: this file has lists within lists without end: take the last good one from git."
    ]


@pytest.mark.parametrize("text", ["", "No dashes at all.\n", "---\n---\n", "---\ntitle: Never closed\n"])
def test_a_page_without_front_matter_is_told(council, text):
    (council / "docs" / "about" / "index.md").write_text(text, encoding="utf-8")
    assert problems(council) == [
        "docs/about/index.md:1: this page has no front matter: start it with title: and description: between two lines of three dashes."
    ]


def test_a_page_without_description_is_told(council):
    edit(council, "docs/about/index.md", "description: What this site is.\n", "")
    assert problems(council) == ['docs/about/index.md:2: "description" is missing from "About".']


@pytest.mark.parametrize(("boost", "limit"), [("1e400", "10 or less"), ("11", "10 or less"), ("0", "more than 0")])
def test_a_page_that_would_outweigh_every_other_or_weigh_nothing_is_told(council, boost, limit):
    edit(council, "docs/about/index.md", "description:", f"search:\n  boost: {boost}\ndescription:")
    [problem] = problems(council)
    assert problem.startswith("docs/about/index.md:") and problem.endswith(f'"boost" should be {limit}.')


def test_a_skeleton_and_a_part_of_it_that_do_not_exist_are_told(council):
    edit(council, "docs/handbook/year.md", "template: handbook.html", "template: handbok.html")
    edit(council, "docs/whats-new/briefing.md", "title:", "hide:\n  - menu\ntitle:")
    assert problems(council) == [
        'docs/handbook/year.md:8: "template" should be home.html or handbook.html.',
        'docs/whats-new/briefing.md:3: an item of "hide" should be navigation or toc.',
    ]


def test_a_page_that_restates_an_unknown_section_is_told(council):
    edit(council, "docs/framework/purpose.md", "  - purpose\n", "  - porpoise\n")
    assert problems(council) == ['docs/framework/purpose.md:5: there is no section "porpoise". Did you mean purpose?']



def test_a_page_that_is_not_yaml_is_told(council):
    edit(council, "docs/panels/index.md", "title: Panels and boards", "title: Panels: all")
    assert problems(council) == [
        "docs/panels/index.md:2: put quotes around a text that has a colon in it. "
        "If there is none here, start this line exactly below the one before it."
    ]


def test_the_command_line_prints_each_mistake_and_no_traceback(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    expected = [*spoil(council, "two-mistakes-in-one-record"), *spoil(council, "an-id-that-two-questions-share")]
    done = build(council, council / "site")
    printed = done.stdout + done.stderr
    assert done.returncode != 0
    assert [line for line in expected if line not in printed] == []
    assert f"{len(expected)} to put right. Nothing was built." in printed
    assert "Traceback" not in printed and not (council / "site").exists()
