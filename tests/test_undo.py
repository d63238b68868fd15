"""`make undo` takes back the newest amendment by a new one: what held before holds again, and nothing that was public is gone."""

import re
from datetime import date
from html import unescape

import pytest

from macros.commands.undo import main as undo

from .copies import append, built, edit, publish, read, set_fields, site_in, write
from .html import page_of

DAY, LATER = date(2026, 11, 20), date(2026, 11, 24)
GIVEN = {"kind": "urgent", "what": "You write it down.", "why": "It was lost.", "do": "Carry a pencil."}
LEAVING, PAGE = "docs/standards/visits/leaving.md", "standards/visits/leaving"
CIRCLE = "data/activities/tide-circle.yml"
MATCHING = "data/activities/matching-panel.yml"
WHY = {"why": "Nobody has a pencil."}


def snapshot(copy):
    """Return what every file of the data and the pages holds, but for the record and the amendments."""
    files = (path for folder in ("data", "docs") for path in (copy / folder).rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in files if path.parent.name not in ("amendments", "published")}


def files_of_the_record(copy):
    return {path: path.read_bytes() for folder in ("amendments", "published") for path in (copy / "data" / folder).iterdir()}


def entry_of_the_circle(copy):
    return next(item.entry for item in site_in(copy).scheduled if item.entry.uid.startswith("tide-circle.2027-02"))


def change(copy):
    append(copy, LEAVING, "\nWrite it down.\n")


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def amended(borough):
    """Saltmarsh after an urgent amendment of a standard, and the snapshot of its files before that."""
    before = snapshot(borough)
    change(borough)
    publish(borough, DAY, **GIVEN)
    return borough, before


def test_what_held_before_holds_again(amended):
    copy, before = amended
    assert undo(copy, LATER, WHY, ask=None) == 0
    assert snapshot(copy) == before
    assert list(site_in(copy).unexplained()) == []


def test_nothing_that_was_published_is_gone(amended):
    copy, _ = amended
    recorded = files_of_the_record(copy)
    undo(copy, LATER, WHY, ask=None)
    assert files_of_the_record(copy).items() > recorded.items()


def test_the_page_the_news_and_the_versions_say_what_was_taken_back(amended):
    copy, _ = amended
    undo(copy, LATER, WHY, ask=None)
    site = built(copy, copy / "site")
    said = "The amendment of 20 November 2026 is taken back: You write it down."
    assert "Write it down." not in text_of(page_of(site, PAGE).text.split("<aside")[0])
    assert said in page_of(site, PAGE).text and said in page_of(site, "whats-new").text
    assert "Do as you did before that amendment." in page_of(site, "whats-new").text
    assert "Write it down." in page_of(site, f"{PAGE}/version-2.0").text
    assert "The published document is the authority." in page_of(site, PAGE).text


def test_a_meeting_goes_back_and_its_entries_say_that_they_changed(borough):
    before = entry_of_the_circle(borough).sequence
    edit(borough, CIRCLE, "place: The chapel", "place: The pier")
    publish(borough, DAY, **GIVEN)
    undo(borough, LATER, {"why": "The pier is wet."}, ask=None)
    assert "place: The chapel" in read(borough, CIRCLE).split("dates:")[0]
    entry = entry_of_the_circle(borough)
    assert (entry.place, entry.sequence) == ("The chapel", before + 2)


@pytest.mark.parametrize(("before", "after"), [
    ("place: Room 1", "place: Room 9"),
    ("    if_holiday: next\n", ""),
    ("  - occurrence: August 2027", "  - occurrence: October 2027"),
    ("summary: Matches each child", "summary: Finds a place for each child"),
])
def test_what_the_amendment_did_not_touch_stays_letter_by_letter(council, before, after):
    """Such as `months: all`, which the record holds as twelve names, and the order of what a rule says."""
    written = read(council, MATCHING)
    edit(council, MATCHING, before, after)
    publish(council, date(2027, 2, 1), **GIVEN)
    undo(council, date(2027, 2, 2), WHY, ask=None)
    assert read(council, MATCHING) == written


def test_a_second_undo_takes_back_the_first(amended):
    copy, _ = amended
    undo(copy, LATER, WHY, ask=None)
    assert undo(copy, LATER, {"why": "Here are pencils."}, ask=None) == 0
    assert read(copy, LEAVING).endswith("Write it down.\n")


def test_a_minor_amendment_is_taken_back_without_a_question(borough):
    change(borough)
    publish(borough, DAY, kind="minor")
    assert undo(borough, LATER, {}, ask=None) == 0
    assert "Write it down." not in read(borough, LEAVING)


def test_what_an_amendment_added_is_ended_and_its_address_stays(borough):
    set_fields(borough, "data/panels/pencil-circle.yml", title="Pencil Circle", group="circles", purpose="Sharpens pencils.")
    publish(borough, DAY, **GIVEN)
    undo(borough, LATER, WHY, ask=None)
    site = built(borough, borough / "site")
    assert "This ended on" in page_of(site, "panels/pencil-circle").text
    assert "Nobody has a pencil." in page_of(site, "panels/pencil-circle").text


def test_what_was_announced_for_a_later_day_will_not_come(borough):
    coming = LEAVING.replace(".md", ".next.md")
    before = snapshot(borough)
    write(borough, coming, read(borough, LEAVING).replace("---\n", "---\nstarts: 2027-03-01\n", 1) + "\nWrite it down.\n")
    publish(borough, DAY, **GIVEN)
    assert undo(borough, LATER, WHY, ask=None) == 0
    assert snapshot(borough) == before
    [page] = [page for at, page in site_in(borough, day=date(2027, 3, 2)).framework.pages.items() if at == PAGE]
    assert "Write it down." not in page.text
    assert "This page changes on" not in page_of(built(borough, borough / "site"), PAGE).text


def test_what_is_not_tracked_stays_as_it_is(amended):
    copy, _ = amended
    edit(copy, LEAVING, "title: ", "last_reviewed: 2026-11-23\ntitle: ")
    undo(copy, LATER, WHY, ask=None)
    assert "last_reviewed: 2026-11-23" in read(copy, LEAVING)


@pytest.fixture
def proposed(borough):
    """Saltmarsh with an edit, a new panel and an amendment that is not recorded yet, and the snapshot before."""
    before = snapshot(borough)
    change(borough)
    set_fields(borough, "data/panels/pencil-circle.yml", title="Pencil Circle", group="circles", purpose="Sharpens pencils.")
    fields = {**GIVEN, "date": "2026-11-20", "concerns": ["standards/leaving", "panels/pencil-circle"]}
    set_fields(borough, "data/amendments/2026-11-20-leaving.yml", **fields)
    return borough, before


def test_what_is_not_recorded_is_simply_gone(proposed):
    copy, before = proposed
    recorded = files_of_the_record(copy)
    assert undo(copy, DAY, {}, ask=lambda question: "yes") == 0
    assert snapshot(copy) == before
    assert len(files_of_the_record(copy)) == len(recorded) - 1


def test_what_is_not_recorded_stays_where_nobody_agrees(proposed):
    copy, _ = proposed
    files = snapshot(copy), files_of_the_record(copy)
    assert undo(copy, DAY, {}, ask=lambda question: "no") == 0
    assert (snapshot(copy), files_of_the_record(copy)) == files


def test_an_edit_that_nothing_explains_is_named_and_left_alone(amended, capsys):
    copy, _ = amended
    append(copy, LEAVING, "\nAnd sign it.\n")
    files = snapshot(copy), files_of_the_record(copy)
    assert undo(copy, LATER, WHY, ask=None) == 1
    assert f"{LEAVING}:1: this is edited and nothing explains it" in capsys.readouterr().out
    assert (snapshot(copy), files_of_the_record(copy)) == files


def test_who_gives_no_reason_takes_nothing_back(amended, capsys):
    def ask(question):
        raise EOFError

    copy, _ = amended
    files = snapshot(copy), files_of_the_record(copy)
    assert undo(copy, LATER, {}, ask) == 1
    assert capsys.readouterr().out.endswith("Nothing was taken back.\n")
    assert (snapshot(copy), files_of_the_record(copy)) == files


def test_there_may_be_nothing_to_take_back(council, capsys):
    assert undo(council, date(2027, 2, 1), {}, ask=None) == 0
    assert "There is no amendment to take back." in capsys.readouterr().out
