"""What is remembered of an activity: its identity lasts, and each change of it counts."""

import json
from datetime import date

import pytest
from icalendar import Calendar
from macros.history.published import FILE

from macros.calendars.feeds import build_feeds, schedule
from macros.commands.amend import main as amend
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import PROJECT, copy_of, edit

LATER = date(2027, 2, 1)
TITLE = "title: Strategic Placement Group"
PANEL = "  panel: strategic-placement-group\n"
RULE = PANEL + "  rule: {day: second Tuesday, time: 10:00 to 12:00, if_holiday: next}\n"
DATED = PANEL + "  dates: [{on: 2027-04-14}]\n"
MOVED = RULE + "  moved: [{occurrence: April 2027, on: 2027-04-20, because: The chair is away.}]\n"
CANCELLED = RULE + "  cancelled: [{occurrence: April 2027, because: No cases.}]\n"
UID = "strategic-placement-group.2027-04@practice-standards.city-of-london.example"


@pytest.fixture
def copy(tmp_path):
    return copy_of(PROJECT, tmp_path / "live", code=False)


def change(copy, old, new):
    """Change the data as a QA lead would, and publish it on a later day."""
    edit(copy, "data/activities.yml", old, new)
    assert amend(copy, LATER, {"kind": "minor", "what": "A change."}) == 0


def entry(copy, uid=UID):
    """Return what the calendar of the panel now holds under a UID. There must be exactly one such entry."""
    framework = load(copy)
    made = build_feeds(framework, schedule(framework, ""), "")
    found = [event for event in Calendar.from_ical(made["calendar/activities.ics"].content).events if event["UID"] == uid]
    assert len(found) == 1
    return found[0]


CHANGES = {
    "retitling": (TITLE, "title: Placements Group"),
    "dating": (PANEL, DATED),
    "giving a rule to": (PANEL, RULE),
    "moving": (PANEL, MOVED),
    "cancelling": (PANEL, CANCELLED),
}


@pytest.mark.parametrize("change_made", CHANGES.values(), ids=CHANGES)
def test_a_changed_meeting_keeps_its_uid_and_raises_its_sequence(copy, change_made):
    before = entry(copy)["SEQUENCE"]
    change(copy, *change_made)
    after = entry(copy)
    assert after["SEQUENCE"] == before + 1
    assert after["DTSTAMP"].dt.date() == after["LAST-MODIFIED"].dt.date() == LATER


def test_a_second_change_raises_the_sequence_again(copy):
    change(copy, PANEL, RULE)
    change(copy, TITLE, "title: Placements Group")
    assert entry(copy)["SEQUENCE"] == 2


def test_another_activity_does_not_change_with_it(copy):
    change(copy, TITLE, "title: Placements Group")
    assert entry(copy, UID.replace("strategic-placement-group", "home-panel"))["SEQUENCE"] == 0


def test_a_moved_meeting_says_from_when_and_why(copy):
    change(copy, PANEL, MOVED)
    found = entry(copy)
    assert (found.start.date(), str(found["SUMMARY"])) == (date(2027, 4, 20), "Strategic Placement Group")
    assert "Moved from 13 April: The chair is away." in found["DESCRIPTION"]


def test_a_cancelled_meeting_says_so_in_its_title_and_its_status(copy):
    change(copy, PANEL, CANCELLED)
    found = entry(copy)
    assert (str(found["SUMMARY"]), found["STATUS"]) == ("Cancelled: Strategic Placement Group", "CANCELLED")
    assert "No cases." in found["DESCRIPTION"]


def test_a_dated_meeting_leaves_the_monthly_digest(copy):
    change(copy, PANEL, DATED)
    framework = load(copy)
    feed = Calendar.from_ical(build_feeds(framework, schedule(framework, ""), "")["calendar/qa.ics"].content)
    holding = [str(event["UID"]) for event in feed.events if "Strategic Placement" in f"{event['SUMMARY']} {event['DESCRIPTION']}"]
    assert UID in holding and "digest.2027-04@practice-standards.city-of-london.example" not in holding


def test_who_subscribed_to_an_activity_that_ended_is_told_so(copy):
    published = copy / FILE
    record = json.loads(published.read_text(encoding="utf-8")) | {"retired": {"gone": "2027-01-29"}}
    published.write_text(json.dumps(record), encoding="utf-8")
    framework = load(copy)
    feed = build_feeds(framework, schedule(framework, ""), "")["calendar/activities/gone.ics"]
    [event] = Calendar.from_ical(feed.content).events
    assert (str(event["SUMMARY"]), event.start) == ("This calendar has ended", date(2027, 1, 29))
    assert not feed.is_offered


def test_the_id_of_an_activity_that_has_ended_is_refused(copy):
    text = (copy / "data" / "activities.yml").read_text(encoding="utf-8")
    record = "\n- id: residential-holiday-feedback" + text.split("- id: residential-holiday-feedback")[1].split("\n\n")[0]
    questions = copy / "data" / "questions.yml"
    elsewhere = questions.read_text(encoding="utf-8").replace("activities/residential-holiday-feedback", "timeline/august")
    questions.write_text(elsewhere, encoding="utf-8")
    change(copy, record + "\n", "")
    (copy / "data" / "activities.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match='the id "residential-holiday-feedback" belonged to an activity that has ended'):
        load(copy)


@pytest.mark.parametrize("damage", ["{", '{"revision": "x"}', '{"revision": 1, "extra": 2}'])
def test_a_damaged_record_is_refused_with_its_line(copy, damage):
    (copy / FILE).write_text(f"\n\n{damage}", encoding="utf-8")
    with pytest.raises(DataError, match=r"data/published.json:3: this record is written by make amend"):
        load(copy)
