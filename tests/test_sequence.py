"""An entry of a calendar keeps its identity for good, and has a higher SEQUENCE whenever it says something else, whatever the cause."""

from dataclasses import fields, replace
from datetime import date

import pytest
from icalendar import Calendar

from macros.calendars.entries import Entry
from macros.calendars.icalendar import Writer
from macros.schedule.working_days import BANK_HOLIDAYS

from .copies import COUNCIL, copy_of, publish, read, set_fields, site_in, write
from .days import APRIL, FEBRUARY, MARCH

BOARD, PANEL = "data/activities/learning-board.yml", "data/panels/learning-board.yml"
DAY = {"day": "second Thursday", "time": "10:00 to 12:00", "if_holiday": "next"}
EVENING = {"day": "last Thursday", "time": "18:00 to 20:00", "if_holiday": "next", "id": "evening"}
UID = "learning-board.2027-03"


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def entries(council, day=None):
    """Return every entry by its UID without the domain, and the same for what the calendars hold as bytes."""
    site = site_in(council, day=day)
    return {entry.uid.partition("@")[0]: entry for feed in site.feeds.values() for entry in feed.entries}


def event(council, uid=UID, path=None):
    """Return what a calendar, that of its panel unless a test asks for another, holds under a UID. There must be exactly one such entry."""
    feed = site_in(council).feeds[path or f"calendar/panels/{uid.partition('.')[0]}.ics"]
    events = Calendar.from_ical(feed.content).events
    [event] = [event for event in events if str(event["UID"]).startswith(f"{uid}@")]
    return event


CHANGES = {
    "another title": (PANEL, {"title": "Board of learning"}),
    "another summary": (BOARD, {"summary": "Hears less."}),
    "a date": (BOARD, {"dates": [{"on": "2027-03-16"}]}),
    "a rule": (BOARD, {"rules": [DAY]}),
    "a move": (BOARD, {"rules": [DAY], "moved": [{"occurrence": "March 2027", "on": "2027-03-16", "because": "The chair is away."}]}),
    "a cancellation": (BOARD, {"rules": [DAY], "cancelled": [{"occurrence": "March 2027", "because": "No cases."}]}),
}


def change(council, name, day=FEBRUARY):
    """Make one of the changes, and publish it."""
    file, fields = CHANGES[name]
    set_fields(council, file, **fields)
    publish(council, day)


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_meeting_keeps_its_uid_and_has_a_higher_sequence_and_the_day_of_the_change(council, name):
    uids = entries(council).keys()
    change(council, name)
    after = event(council)
    assert after["SEQUENCE"] == 1
    assert after["DTSTAMP"].dt.date() == after["LAST-MODIFIED"].dt.date() == FEBRUARY
    assert {uid for uid in uids if uid.startswith("learning-board.")} <= entries(council).keys()


def test_a_second_change_raises_the_sequence_again(council):
    for day, title in ((FEBRUARY, "Board of learning"), (MARCH, "Learning Board")):
        set_fields(council, PANEL, title=title)
        publish(council, day)
    assert event(council)["SEQUENCE"] == 2


def test_another_meeting_does_not_change_with_it(council):
    change(council, "another title")
    assert event(council, "family-forum.2027-05")["SEQUENCE"] == 0


def test_a_rule_that_is_given_up_leaves_the_entry_its_uid(council):
    change(council, "a rule")
    write(council, BOARD, read(council, BOARD).partition("rules:")[0])
    publish(council, MARCH)
    assert (event(council)["SEQUENCE"], str(event(council)["SUMMARY"])) == (2, "No date yet: Learning Board")


@pytest.mark.parametrize(("given_up", "stays", "uid"), [(EVENING, DAY, UID), (DAY, EVENING, f"{UID}.evening")], ids=["second", "first"])
def test_a_rule_that_is_given_up_beside_another_leaves_that_one_as_it_is(council, given_up, stays, uid):
    set_fields(council, BOARD, rules=[DAY, EVENING])
    publish(council, FEBRUARY)
    before = event(council, uid).to_ical()
    set_fields(council, BOARD, rules=[stays])
    publish(council, MARCH)
    assert event(council, uid).to_ical() == before


def test_a_moved_meeting_says_from_when_and_why(council):
    change(council, "a move")
    assert event(council).start.date() == date(2027, 3, 16)
    assert "Moved from 11 March: The chair is away." in event(council)["DESCRIPTION"]


def test_a_cancelled_meeting_says_so_first_and_in_its_status(council):
    change(council, "a cancellation")
    assert (str(event(council)["SUMMARY"]), event(council)["STATUS"]) == ("Cancelled: Learning Board", "CANCELLED")
    assert "No cases." in event(council)["DESCRIPTION"]


def test_a_dated_meeting_leaves_the_monthly_digest(council):
    change(council, "a date")
    holding = [
        str(event["UID"]).partition("@")[0] for event in Calendar.from_ical(site_in(council).feeds["calendar/qa.ics"].content).events
        if "Learning Board" in f"{event['SUMMARY']} {event['DESCRIPTION']}" and ".2027-03@" in event["UID"]
    ]
    assert holding == [UID]


def test_the_title_of_a_panel_changes_the_entries_that_say_it(council):
    """The last word of a panel names the panel that takes its place."""
    ended = {"on": "2027-06-01", "because": "It joined.", "replaced_by": "panels/learning-board"}
    for folder in ("panels", "activities"):
        set_fields(council, f"data/{folder}/family-forum.yml", ended=ended)
    publish(council, FEBRUARY)
    change(council, "another title", MARCH)
    last_word = event(council, "panels-family-forum.ended", "calendar/panels/family-forum.ics")
    assert (last_word["SEQUENCE"], "Its place is taken by Board of learning" in last_word["DESCRIPTION"]) == (1, True)


def test_a_new_bank_holiday_changes_the_meeting_that_it_moves(council, monkeypatch):
    """The second Tuesday of May 2027."""
    before = entries(council)
    monkeypatch.setitem(BANK_HOLIDAYS, date(2027, 5, 11), "Invented Day")
    after = entries(council)
    assert (after["matching-panel.2027-05"].sequence, after["matching-panel.2027-05"].start.date()) == (1, date(2027, 5, 12))
    assert {uid for uid in before if before[uid].sequence != after[uid].sequence} == {"matching-panel.2027-05"}
    [told] = site_in(council).refused()
    assert told == (
        "Not recorded yet: matching-panel.2027-05@handbook.exampleshire.example is new, or says something new, in the calendars. "
        "Record it with make amend."
    )
    publish(council, FEBRUARY)
    assert entries(council)["matching-panel.2027-05"].sequence == 1
    assert list(site_in(council).refused()) == []


@pytest.mark.parametrize("field", [field.name for field in fields(Entry) if field.name not in ("uid", "sequence", "changed")])
def test_whatever_differs_in_the_bytes_of_an_entry_counts_as_a_change(field):
    entry = Entry("a@b", "Meeting", "What it does.", date(2027, 2, 1), date(2027, 2, 2), ("Date set",), "panels/a", "Room 1")
    other = {"start": date(2027, 1, 31), "end": date(2027, 2, 3), "cancelled": True, "categories": ("Other",)}.get(field, "Something else")
    changed = replace(entry, **{field: other})
    assert Writer("https://standards.example/").vevent(changed) != Writer("https://standards.example/").vevent(entry)
    assert changed.digest != entry.digest


def test_nothing_in_the_calendars_changes_as_time_passes(council):
    """Not even on the days on which a title, an end and a standard start to hold, nor when a review is overdue."""
    page = "docs/standards/knowledge-and-skills/listening"
    write(council, f"{page}.next.md", read(council, f"{page}.md").replace("title: Listening", "starts: 2027-06-01\ntitle: Hearing"))
    write(council, "data/panels/family-forum.next.yml", read(council, "data/panels/family-forum.yml").replace("Family", "Families'"))
    ended = {"on": "2027-09-01", "because": "It joined.", "replaced_by": "panels/learning-board"}
    set_fields(council, "data/panels/family-forum.next.yml", starts="2027-07-01", ended=ended)
    publish(council, FEBRUARY, kind="scheduled", what="A.", why="B.", do="C.")
    later = [date(2027, 6, 1), date(2027, 7, 1), date(2027, 9, 1), date(2029, 1, 1)]
    assert [entries(council, day) == entries(council, FEBRUARY) for day in later] == [True] * 4


def test_every_calendar_holds_an_entry_under_the_same_sequence(council):
    set_fields(council, "data/panels/matching-panel.yml", title="Panel that matches")
    publish(council, APRIL)
    paths = ("calendar/activities.ics", "calendar/panels/matching-panel.ics", "calendar/roles/practice-lead.ics", "calendar/qa.ics")
    assert {event(council, "matching-panel.2027-09", path).to_ical() for path in paths} == {event(council, "matching-panel.2027-09").to_ical()}
