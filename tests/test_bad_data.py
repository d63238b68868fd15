"""Every mistake in the data is told with its file, its line and what to do: each once, all at once, and never a crash.

Each file in tests/bad/ holds one mistake. It starts with comments: the file that it replaces in the data of Exampleshire, then every
line that a quality assurance lead is to read.
"""

import re
import shutil
from datetime import date
from unicodedata import name

import pytest

from macros.model.limits import LARGEST_FILE
from macros.model.problem import DataError
from macros.reading.load import load
from macros.reading.read_file import NESTED
from macros.reading.yaml_file import TOO_DEEP

from .copies import COUNCIL, FIRST_DAY, PROJECT, append, build, copy_of, edit, read, write

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


def test_a_file_that_is_not_utf_8_is_told_with_the_line(council):
    (council / "data" / "glossary.yml").write_bytes("terms:\n  - term: Caf\u00e9\n".encode("latin-1"))
    assert problems(council) == ["data/glossary.yml:2: this is not plain text: save the file again with the encoding UTF-8."]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("times", [31, 100_000])
def test_lists_within_lists_without_end_are_told_and_end_nothing(council, opening, times):
    write(council, "data/glossary.yml", opening * times)
    write(council, "docs/about/index.md", f"---\n{opening * times}\n---\n")
    assert problems(council) == [f"data/glossary.yml:1: {TOO_DEEP}", f"docs/about/index.md:2: {TOO_DEEP}"]


def test_brackets_beside_one_another_are_as_many_as_one_likes(council):
    edit(council, "data/activities/staff-survey.yml", "summary: ", 'keywords: ["[", "[["]\nsummary: ' + "a [b] {c} " * 50)
    assert load(council, FIRST_DAY)


def test_a_file_that_is_too_large_is_told_before_it_is_read(council):
    write(council, "data/panels/matching-panel.yml", "title: " + "x" * LARGEST_FILE)
    with (council / "docs" / "about" / "index.md").open("wb") as page:
        page.truncate(1 << 40)
    assert problems(council) == [
        f"{name}:1: this file is larger than 1 MB: make two of it." for name in ("data/panels/matching-panel.yml", "docs/about/index.md")
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u200b", "\u00ad", "\U000e0041", "\ufeff", "\u3164", "\u2800", "\x02"], ids=ascii)
def test_a_sign_that_nobody_can_see_is_told_by_its_name_in_every_file(council, sign):
    edit(council, "docs/about/index.md", "title: About", f"title: Ab{sign}out")
    append(council, "docs/about/index.md", f"\nOne &#{ord(sign)}; more, and one{sign}.\n")
    append(council, "data/glossary.yml", f"# {sign}\n")
    last = read(council, "data/glossary.yml").count("\n")
    said = "an invisible control character" if sign == "\x02" else f"a sign that nobody can see (U+{ord(sign):04X}, {name(sign).lower()})"
    places = [f"data/glossary.yml:{last}", "docs/about/index.md:10", "docs/about/index.md:2"]
    assert sorted(problems(council)) == [f"{place}: there is {said} here: delete it." for place in places]


def test_emoji_and_other_scripts_are_text(council):
    edit(council, "docs/about/index.md", "title: About", "title: 👩‍👧‍👦 שלום می‌خواهم")
    assert load(council, FIRST_DAY)


@pytest.mark.parametrize(("last", "told"), [
    ("2051-12-31", None),
    ("2077-12-31", "data/calendar.yml:1: the calendar ends (2077-12-31) more than 25 years after it starts (2027-01-01)."),
    ("9999-12-31", "data/calendar.yml:2: 9999-12-31 is too far away: write a day from 1900-01-01 to 2199-12-31."),
])
def test_the_calendars_end_within_a_generation(council, last, told):
    edit(council, "data/calendar.yml", "to: 2031-12-31", f"to: {last}")
    assert [told] == (problems(council) if told else [None])


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
        'docs/whats-new/briefing.md:3: an item of "hide" should be navigation, toc or subheadings.',
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


@pytest.mark.parametrize(("file", "kind", "name"), [
    ("data/roles/practice-lead.yml:1", "role", "practice-lead"), ("data/framework.yml:14", "section", "year"),
])
def test_what_is_gone_and_many_name_is_one_message_with_their_places(council, file, kind, name):
    if kind == "role":
        (council / file.partition(":")[0]).unlink()
    else:
        text = read(council, "data/framework.yml")
        start = text.index(f"  - id: {name}\n")
        write(council, "data/framework.yml", text[:start] + text[text.index("  - id:", start + 5):])
    [told] = problems(council)
    start, _, places = told.partition("put it back, or take it out of ")
    assert re.fullmatch(rf'{file}: there is no {kind} "{name}", and \d+ places name it: ', start)
    assert "data/activities/staff-survey.yml:" in places or places.endswith("more places.")


def test_no_file_floods_the_reader(council):
    append(council, "data/activities/staff-survey.yml", "attend:\n" + "".join(f"  - role-{n}\n" for n in range(1000)))
    told = problems(council)
    assert len(told) == 51
    assert told[-1].endswith(": and 950 more in this file: put right what stands above first.")


def test_all_files_together_do_not_flood_the_reader_either(council):
    for n in range(600):
        write(council, f"data/roles/role-{n}.yml", "title: A role\n")
    told = problems(council)
    assert len(told) == 501
    assert told[-1].endswith(": this and 99 more are wrong: put right what stands above first.")


def test_brackets_that_nobody_closes_are_told_before_markdown_looks_for_their_ends(council):
    append(council, "docs/about/index.md", "\nOne [two](/panels/index.md), \\[.\n\n" + "[" * 20_000 + "\n")
    last = read(council, "docs/about/index.md").count("\n")
    assert problems(council) == [f"docs/about/index.md:{last}: {NESTED}"]


@pytest.mark.parametrize(("field", "told"), [
    ("rules:\n" + "  - day: first Monday\n" * 51, '"rules" has 51 items: 50 are the most.'),
    ("attend:\n" + "  - practice-lead\n" * 5001, "this has 5001 lines or items: 5000 are the most."),
])
def test_no_list_has_more_items_than_anybody_needs(council, field, told):
    append(council, "data/activities/staff-survey.yml", field)
    assert [line.partition(": ")[2] for line in problems(council)] == [told]


def test_the_command_line_prints_each_mistake_and_no_traceback(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    expected = [*spoil(council, "two-mistakes-in-one-record"), *spoil(council, "an-id-that-two-questions-share")]
    done = build(council, council / "site")
    printed = done.stdout + done.stderr
    assert done.returncode != 0
    assert [line for line in expected if line not in printed] == []
    assert f"{len(expected)} to put right. Nothing was built." in printed
    assert "Traceback" not in printed and not (council / "site").exists()
