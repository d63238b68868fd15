"""What is to hold from a later day may be edited in place, as a form does: the day in the file sets it apart from what holds until then."""

from datetime import date

import pytest

from macros.commands.amend import main as amend
from macros.commands.undo import main as undo
from macros.model.problem import DataError
from macros.reading.canonical import check_form
from macros.reading.load import load

from .copies import COUNCIL, append, built, copy_of, edit, read, set_fields, set_front_matter, site_in, write
from .html import page_of

DAY, STARTS = date(2027, 2, 1), date(2027, 4, 1)
LISTENING, COMING = (f"docs/standards/knowledge-and-skills/listening{end}.md" for end in ("", ".next"))
BOARD, MATCHING = "data/panels/learning-board.yml", "data/panels/matching-panel.yml"
AT = "standards/knowledge-and-skills/listening"
NOW, THEN = "Then ask one question.", "Then wait."
REASON = {"kind": "scheduled", "what": "Wait longer.", "why": "Children said so.", "do": "Wait."}


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council")


@pytest.fixture
def edited(council):
    """A council in which a standard was edited in a form, for a later day."""
    edit(council, LISTENING, NOW, THEN)
    edit(council, LISTENING, "---\ntitle", f"---\nstarts: {STARTS}\ntitle")
    set_front_matter(council, LISTENING, change=REASON)
    return council


def record(council, day=DAY):
    assert amend(council, day, {}, ask=None) == 0


def problems(council):
    with pytest.raises(DataError) as error:
        load(council, DAY)
    return list(map(str, error.value.problems))


def test_a_preview_shows_what_holds_until_then(edited):
    page = page_of(built(edited, edited / "site", PROPOSAL="1", ON=str(DAY)), AT).text
    assert (NOW in page, THEN in page) == (True, False)


def test_a_check_names_the_file_and_the_day(edited):
    assert list(site_in(edited, day=DAY).unrecorded()) == [
        f"{LISTENING}: Wait longer. (standards/listening: from 2027-04-01: text)"
    ]


def test_the_file_is_as_it_was_and_what_is_to_come_stands_beside_it(edited):
    before = read(copy_of(COUNCIL, edited / "before", code=False), LISTENING)
    record(edited)
    assert read(edited, LISTENING) == before
    assert read(edited, COMING) == before.replace("---\n", f"---\nstarts: {STARTS}\n", 1).replace(NOW, THEN)
    assert list(check_form(edited)) == []


@pytest.mark.parametrize(("day", "holds"), [(DAY, NOW), (STARTS, THEN)], ids=str)
def test_once_it_is_recorded_it_holds_from_its_day(edited, day, holds):
    record(edited)
    assert holds in load(edited, day).framework.pages[AT].text


def test_every_other_field_of_a_record_stays_where_it_is(council):
    before = read(council, MATCHING)
    edit(council, MATCHING, "chair: practice-lead\n", "")
    set_fields(council, MATCHING, quorum="Four", starts=str(STARTS), change=REASON)
    record(council)
    assert read(council, MATCHING) == before
    panel = load(council, STARTS).framework.panel["matching-panel"]
    assert (panel.chair, panel.quorum) == (None, "Four")


def test_what_is_kept_of_no_publication_holds_at_once(council):
    set_fields(council, BOARD, quorum="Four", keywords=["lessons"], starts=str(STARTS), change=REASON)
    record(council)
    assert load(council, DAY).framework.panel["learning-board"].keywords == ("lessons",)


def test_what_is_new_altogether_is_not_there_before_its_day(council):
    file = LISTENING.replace("listening", "waiting")
    write(council, file, f"---\nstarts: {STARTS}\ntitle: Waiting\ndescription: How to wait.\n---\n\nWait.\n")
    set_front_matter(council, file, change=REASON)
    assert not (built(council, council / "before", PROPOSAL="1", ON=str(DAY)) / "standards/knowledge-and-skills/waiting").exists()
    record(council)
    assert not (council / file).exists()
    assert "which does not hold yet" in page_of(built(council, council / "site", ON=str(DAY)), "standards/knowledge-and-skills/waiting").text
    assert load(council, STARTS).framework.pages["standards/knowledge-and-skills/waiting"].title == "Waiting"


def test_a_command_that_was_stopped_between_the_two_files_goes_on(edited):
    write(edited, COMING, read(edited, LISTENING))
    record(edited)
    assert (NOW in read(edited, LISTENING), THEN in read(edited, COMING)) == (True, True)


def test_an_edit_for_a_later_day_is_taken_back_with_its_reason(edited):
    before = read(copy_of(COUNCIL, edited / "before", code=False), LISTENING)
    assert undo(edited, DAY, {}, ask=lambda question: "yes") == 0
    assert (read(edited, LISTENING), (edited / COMING).exists()) == (before, False)


def test_a_second_coming_version_is_refused_at_its_line(edited):
    record(edited)
    edit(edited, LISTENING, "---\ntitle", f"---\nstarts: {STARTS}\ntitle")
    append(edited, LISTENING, "\nSay thanks.\n")
    said = f"{COMING} is already the coming version: say there what is new, and restore this file from the version history."
    assert problems(edited) == [f"{LISTENING}:2: {said}"]


def test_a_start_on_a_page_that_is_not_recorded_is_refused_at_its_line(council):
    set_front_matter(council, "docs/about/index.md", starts=str(STARTS))
    line = read(council, "docs/about/index.md").splitlines().index(f"starts: {STARTS}") + 1
    said = "changes to this are not recorded: delete this day, and make the change on the day itself."
    assert problems(council) == [f"docs/about/index.md:{line}: {said}"]


def test_before_the_first_publication_nothing_is_edited_in_place_for_a_later_day(edited):
    (edited / "data/published/first.json").unlink()
    said = f"nothing is published yet that would hold until this day: put this text into {COMING}, and leave this file as it holds."
    assert problems(edited) == [f"{LISTENING}:2: {said}"]
