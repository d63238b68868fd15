"""The reason for a change may stand in the file of what is changed, as a form saves it: it is an amendment until it is recorded."""

from datetime import date

import pytest

from macros.commands.amend import main as amend
from macros.commands.undo import main as undo
from macros.model.problem import DataError

from .copies import COUNCIL, append, copy_of, edit, publish, read, set_fields, set_front_matter, site_in, write

DAY, LATER = date(2027, 2, 1), date(2027, 2, 2)
BOARD, FORUM = "data/panels/learning-board.yml", "data/panels/family-forum.yml"
SURVEY = "data/activities/staff-survey.yml"
LISTENING, COMING = (f"docs/standards/knowledge-and-skills/listening{end}.md" for end in ("", ".next"))
REASON = {"kind": "urgent", "what": "Four have to be there.", "why": "Two decided.", "do": "Count first."}


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def set_quorum(council, *files):
    for file in files:
        append(council, file, "quorum: Four\nchange:\n" + "".join(f"  {name}: {words}\n" for name, words in REASON.items()))


def record(council, day=DAY):
    assert amend(council, day, {}, ask=None) == 0


def amendments(council):
    return {path.stem: path.read_text(encoding="utf-8") for path in (council / "data/amendments").glob("*.yml")}


def problems(council):
    with pytest.raises(DataError) as error:
        site_in(council, day=DAY)
    return list(map(str, error.value.problems))


def test_a_reason_becomes_an_amendment_and_leaves_the_rest_of_its_file_as_it_is(council):
    before = read(council, BOARD)
    set_quorum(council, BOARD)
    record(council)
    assert read(council, BOARD) == f"{before}quorum: Four\n"
    assert amendments(council) == {"2027-02-01-learning-board": (
        "date: 2027-02-01\nkind: urgent\nconcerns:\n  - panels/learning-board\n"
        "what: Four have to be there.\nwhy: Two decided.\ndo: Count first.\n"
    )}
    assert list(site_in(council, day=DAY).refused()) == []


def test_it_is_told_which_reasons_moved_and_where_to(council, capsys):
    set_quorum(council, BOARD, FORUM)
    set_fields(council, SURVEY, frequency="Once", change={"kind": "minor", "what": "How often\nit is."})
    capsys.readouterr()
    record(council)
    assert capsys.readouterr().out == (
        f"The reason in {SURVEY} is now in data/amendments/2027-02-01-staff-survey.yml: How often it is.\n"
        f"The reason in {FORUM} and {BOARD} is now in data/amendments/2027-02-01-family-forum.yml: Four have to be there.\n"
        "Recorded in data/published/2027-02-01-family-forum.json.\n"
        "Recorded in data/published/2027-02-01-staff-survey.json.\n"
        "Everything is recorded.\n"
    )


def test_a_reason_stands_in_the_news_before_it_is_recorded(council):
    set_quorum(council, BOARD)
    site = site_in(council, day=DAY)
    assert "Four have to be there." in site.macros["whats_new"]()
    assert list(site.unrecorded()) == [f"{BOARD}: Four have to be there. (panels/learning-board: quorum)"]


def test_the_same_reason_in_two_files_is_one_amendment(council):
    set_quorum(council, BOARD, FORUM)
    record(council)
    [amendment] = amendments(council).values()
    assert "concerns:\n  - panels/family-forum\n  - panels/learning-board\n" in amendment


@pytest.mark.parametrize("file", [LISTENING, COMING], ids=["in force", "coming"])
def test_the_reason_for_a_change_of_a_page_stands_in_its_front_matter(council, file):
    if file == COMING:
        write(council, COMING, read(council, LISTENING).replace("---\n", "---\nstarts: 2027-04-01\n", 1))
    append(council, file, "\nOne more sentence.\n")
    before = read(council, file)
    set_front_matter(council, file, change=REASON)
    record(council)
    assert read(council, file) == before
    assert [*amendments(council)] == ["2027-02-01-listening"]


def test_a_reason_for_nothing_is_refused_at_its_line(council):
    set_fields(council, BOARD, change=REASON)
    line = read(council, BOARD).splitlines().index("change:") + 1
    assert problems(council) == [f"{BOARD}:{line}: panels/learning-board is as it was published: take this reason out, or change something."]


def test_a_reason_on_a_page_that_needs_none_is_refused_at_its_line(council):
    set_front_matter(council, "docs/about/index.md", change=REASON)
    line = read(council, "docs/about/index.md").splitlines().index("change:") + 1
    said = "this page restates no part of the framework, so a change to it needs no reason: delete this one."
    assert problems(council) == [f"docs/about/index.md:{line}: {said}"]


def test_what_a_reason_lacks_is_told_at_its_line(council):
    set_quorum(council, BOARD)
    edit(council, BOARD, "  why: Two decided.\n", "")
    line = read(council, BOARD).splitlines().index("change:") + 1
    assert problems(council) == [f'{BOARD}:{line}: "why" is missing: only a minor amendment can do without it.']


def test_an_approval_on_a_day_that_is_still_to_come_is_refused_at_its_line(council):
    set_quorum(council, BOARD)
    append(council, BOARD, "  approved_by: practice-lead\n  approved_on: 2027-02-02\n")
    line = len(read(council, BOARD).splitlines())
    assert problems(council) == [f"{BOARD}:{line}: this day has not come yet: write the day on which it was approved."]


def test_a_command_that_was_stopped_between_its_two_steps_goes_on(council):
    """The amendment is written, and the reason still stands in the file."""
    set_quorum(council, BOARD)
    stopped = read(council, BOARD)
    record(council)
    for file in (council / "data/published").glob("2027-02-01-*"):
        file.unlink()
    write(council, BOARD, stopped)
    record(council)
    assert [*amendments(council)] == ["2027-02-01-learning-board"]
    assert "change:" not in read(council, BOARD)


def test_a_reason_of_an_earlier_day_in_the_same_words_is_another_amendment(council):
    set_quorum(council, BOARD)
    record(council)
    edit(council, BOARD, "quorum: Four\n", "")
    set_fields(council, BOARD, quorum="Five", change=REASON)
    record(council, LATER)
    assert [*amendments(council)] == ["2027-02-01-learning-board", "2027-02-02-learning-board"]


def test_what_is_not_recorded_is_taken_back_with_its_reason(council):
    publish(council, DAY)
    before = read(council, BOARD)
    set_quorum(council, BOARD)
    assert undo(council, DAY, {}, ask=lambda question: "yes") == 0
    assert (read(council, BOARD), amendments(council)) == (before, {})
