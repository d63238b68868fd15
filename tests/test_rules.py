"""Rules, dates and windows of an activity: what a quality assurance lead writes, and what calendars and pages make of it."""

import re
from datetime import UTC, date, datetime

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from macros.model.problem import DataError

from .copies import COUNCIL, PROJECT, append, copy_of, edit, publish, set_fields, site_in, write

MEETING, FEED = "data/activities/records-group.yml", "calendar/panels/records-group.ics"
SAMPLING, SAMPLING_FEED = "data/activities/case-sampling.yml", "calendar/activities/case-sampling.ics"
TUESDAY = {"day": "second Tuesday", "time": "10:00 to 12:00", "place": "Room 1"}
EVENING = {"day": "last Thursday", "time": "18:00 to 19:00", "if_holiday": "previous", "id": "evening"}
FORTNIGHT = {"day": "every second Wednesday", "from": "2027-01-06", "if_holiday": "next"}


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def entries(council, feed=FEED):
    """Return the events of a feed by the part of their UID that stands before the domain, as two parsers read them."""
    content = site_in(council).feeds[feed].content
    events = {str(event["UID"]).partition("@")[0]: event for event in Calendar.from_ical(content).events}
    assert {event.uid.partition("@")[0] for event in IcsCalendarStream.calendar_from_ics(content.decode()).events} == set(events)
    return events


def names(council, start):
    """Return the UIDs that start with the id of the meeting and a text, without both."""
    return [uid.removeprefix("records-group.") for uid in entries(council) if uid.startswith(f"records-group.{start}")]


def day_of(council, name):
    return first_day(entries(council)[f"records-group.{name}"])


def first_day(event):
    return event.start.date() if isinstance(event.start, datetime) else event.start


def month(council, name):
    return site_in(council).macros["month"](name)


def test_a_rule_invents_nothing_before_its_first_day(council):
    set_fields(council, MEETING, rules=[{**TUESDAY, "from": "2027-03-01"}])
    assert str(entries(council)["records-group.2027-02"]["SUMMARY"]) == "No date yet: Records Group"
    assert day_of(council, "2027-03") == date(2027, 3, 9)


def test_a_rule_invents_nothing_after_its_last_day(council):
    set_fields(council, MEETING, rules=[{**TUESDAY, "until": "2027-03-31"}])
    assert day_of(council, "2027-03") == date(2027, 3, 9)
    assert "No date yet" in entries(council)["records-group.2027-04"]["SUMMARY"]


def test_a_rule_that_follows_another_keeps_the_entries_of_the_months(council):
    before, after = {**TUESDAY, "until": "2027-03-31"}, {**TUESDAY, "day": "third Wednesday", "from": "2027-04-01"}
    set_fields(council, MEETING, rules=[before, after])
    assert (day_of(council, "2027-03"), day_of(council, "2027-04")) == (date(2027, 3, 9), date(2027, 4, 21))


def test_a_second_rule_gives_a_second_meeting_in_a_month(council):
    set_fields(council, MEETING, rules=[TUESDAY, EVENING])
    assert names(council, "2027-04") == ["2027-04", "2027-04.evening"]
    assert (day_of(council, "2027-04"), day_of(council, "2027-04.evening")) == (date(2027, 4, 13), date(2027, 4, 29))


@pytest.mark.parametrize("kept, name", [(TUESDAY, "2027-04"), (EVENING, "2027-04.evening")], ids=["the first", "the second"])
def test_a_rule_given_up_beside_another_moves_no_entry_of_the_one_that_stays(council, kept, name):
    set_fields(council, MEETING, rules=[TUESDAY, EVENING])
    publish(council)
    before = entries(council)[f"records-group.{name}"].to_ical()
    set_fields(council, MEETING, rules=[kept])
    assert entries(council)[f"records-group.{name}"].to_ical() == before
    assert names(council, "2027-04") == [name]


def test_every_second_wednesday_is_counted_from_its_first_day(council):
    set_fields(council, MEETING, rules=[FORTNIGHT])
    assert names(council, "2027-03") == ["2027-03-03", "2027-03-17", "2027-03-31"]
    assert names(council, "2027-04") == ["2027-04-14", "2027-04-28"]


def test_a_later_start_on_the_same_fortnight_moves_no_entry(council):
    set_fields(council, MEETING, rules=[{**FORTNIGHT, "from": "2027-02-17"}])
    assert names(council, "2027-03") == ["2027-03-03", "2027-03-17", "2027-03-31"]
    assert names(council, "2027-02-03") == []


def test_a_fortnightly_meeting_keeps_its_identity_beside_a_bank_holiday(council):
    set_fields(council, MEETING, rules=[{**FORTNIGHT, "day": "every second Monday", "from": "2027-04-19"}])
    assert day_of(council, "2027-05-03") == date(2027, 5, 4)


def test_every_wednesday_needs_no_first_day(council):
    set_fields(council, MEETING, rules=[{"day": "every Wednesday", "if_holiday": "skip"}])
    assert len(names(council, "2027-03")) == 5


def test_one_of_several_meetings_is_moved_and_cancelled_by_its_day(council):
    moved = {"occurrence": "17 March 2027", "on": "2027-03-18", "because": "The room is let."}
    cancelled = {"occurrence": "31 March 2027", "because": "Nobody is there."}
    set_fields(council, MEETING, rules=[FORTNIGHT], moved=[moved], cancelled=[cancelled])
    held = entries(council)
    assert [day_of(council, name) for name in names(council, "2027-03")] == [date(2027, 3, 3), date(2027, 3, 18), date(2027, 3, 31)]
    assert [str(event["SUMMARY"]) for uid, event in held.items() if uid.startswith("records-group.2027-03")] == [
        "Records Group", "Records Group", "Cancelled: Records Group",
    ]


def test_several_dates_in_a_month_are_told_apart_by_their_ids(council):
    set_fields(council, MEETING, dates=[{"on": "2027-03-24", "id": "second"}, {"on": "2027-03-10"}])
    assert (day_of(council, "2027-03"), day_of(council, "2027-03.second")) == (date(2027, 3, 10), date(2027, 3, 24))


def test_a_date_with_the_id_of_a_rule_is_the_date_of_its_meeting(council):
    set_fields(council, MEETING, rules=[TUESDAY, EVENING], dates=[{"on": "2027-04-22", "id": "evening"}])
    assert names(council, "2027-04") == ["2027-04", "2027-04.evening"]
    assert day_of(council, "2027-04.evening") == date(2027, 4, 22)


def test_a_date_on_the_day_of_a_fortnightly_rule_is_that_meeting(council):
    set_fields(council, MEETING, rules=[FORTNIGHT], dates=[{"on": "2027-03-17", "place": "The old library"}])
    assert names(council, "2027-03") == ["2027-03-03", "2027-03-17", "2027-03-31"]
    assert str(entries(council)["records-group.2027-03-17"]["LOCATION"]) == "The old library"


def test_a_confirmed_date_keeps_the_time_and_the_place_of_the_rule(council):
    set_fields(council, MEETING, rules=[TUESDAY], dates=[{"on": "2027-03-17"}])
    held = entries(council)["records-group.2027-03"]
    assert (held.start, str(held["LOCATION"])) == (datetime(2027, 3, 17, 10, tzinfo=UTC), "Room 1")


def test_a_date_on_a_weekend_that_somebody_means_is_kept(council):
    set_fields(council, MEETING, dates=[{"on": "2027-03-13", "keep": "true"}])
    assert day_of(council, "2027-03") == date(2027, 3, 13)


def test_a_meeting_on_several_days_is_no_busy_block_over_the_nights(council):
    set_fields(council, MEETING, dates=[{"on": "2027-03-09", "until": "2027-03-11", "time": "10:00 to 12:00"}])
    held = entries(council)["records-group.2027-03"]
    assert (held.start, held.end, str(held["TRANSP"])) == (date(2027, 3, 9), date(2027, 3, 12), "TRANSPARENT")
    assert "Each day from 10:00 to 12:00." in held["DESCRIPTION"]


def test_a_window_may_be_open_over_the_end_of_the_year(council):
    set_fields(council, SAMPLING, windows=[{"opens": "November", "closes": "February"}], dates=[])
    held = entries(council, SAMPLING_FEED)
    assert str(held["case-sampling.2027-11"]["SUMMARY"]) == "No date yet: Start of Case sampling"
    assert str(held["case-sampling.2028-02"]["SUMMARY"]) == "No date yet: End of Case sampling"
    assert "case-sampling.2027-12" not in held


def test_the_year_shows_in_which_months_a_window_is_open(council):
    set_fields(council, SAMPLING, windows=[{"opens": "November", "closes": "February"}], dates=[])
    row = site_in(council).macros["year"]().partition("Case sampling")[2].partition("</tr>")[0]
    assert row.count('class="on"') == 2 and row.count('class="between"') == 2


def test_a_frequency_is_said_in_place_of_the_month_only(council):
    set_fields(council, MEETING, frequency="Every fortnight")
    held = entries(council)["records-group.2027-03"]["DESCRIPTION"]
    assert "How often: Every fortnight." in held and "month only" not in held


def test_how_often_a_panel_meets_is_how_often_its_meeting_is(council):
    set_fields(council, "data/panels/records-group.yml", meets="Every fortnight")
    assert "How often: Every fortnight." in entries(council)["records-group.2027-03"]["DESCRIPTION"]


def test_no_list_of_undated_work_says_that_the_month_is_all_that_is_known(council):
    assert "month only" not in entries(council, "calendar/qa.ics")["digest.2027-03"]["DESCRIPTION"]


MOVE = {"occurrence": "March 2027", "on": "2027-04-06", "because": "The chair is away."}


def test_a_moved_meeting_is_found_in_the_month_from_which_and_to_which_it_moved(council):
    set_fields(council, MEETING, rules=[TUESDAY], moved=[MOVE])
    assert "Tuesday 6 April 2027" in month(council, "March") and "Tuesday 6 April 2027" in month(council, "April")
    assert "Tuesday 6 April 2027" not in month(council, "May")


def test_a_meeting_moved_to_a_month_in_which_the_activity_does_not_run_is_found_there(council):
    set_fields(council, MEETING, months=["March"], rules=[TUESDAY], moved=[MOVE])
    shown = month(council, "April")
    assert "## Also in April" in shown and "Tuesday 6 April 2027" in shown


@pytest.mark.parametrize(
    "meant, on, said",
    [("March 2027", "2027-03-16", "Moved from 9 March: "), ("December 2027", "2028-01-04", "Moved from 14 December 2027: ")],
)
def test_a_moved_meeting_says_from_which_day_with_the_year_where_it_is_another(council, meant, on, said):
    set_fields(council, MEETING, rules=[TUESDAY], moved=[{"occurrence": meant, "on": on, "because": "The chair is away."}])
    assert f"\n{said}" in next(str(event["DESCRIPTION"]) for event in entries(council).values() if "Moved" in event["DESCRIPTION"])


def test_the_meeting_of_a_panel_has_the_title_of_the_panel(council):
    set_fields(council, "data/panels/family-forum.yml", title="Forum of families")
    held = entries(council, "calendar/panels/family-forum.ics")
    assert str(held["family-forum.2027-02"]["SUMMARY"]) == "No date yet: Forum of families"
    assert "[Forum of families]" in month(council, "February")


def test_the_meeting_of_a_panel_may_have_another_name_than_the_panel(council):
    assert str(entries(council)["records-group.2027-03"]["SUMMARY"]) == "No date yet: Records Group"


def test_what_a_meeting_says_and_was_published_has_no_title_of_its_own(council):
    said = site_in(council).history.log.versions["activities/family-forum"][0].says
    assert said is not None and "title" not in said


def test_what_lies_outside_the_calendars_is_in_none(council):
    set_fields(council, "data/calendar.yml", **{"from": "2027-03-10", "to": "2028-03-10"})
    set_fields(council, MEETING, rules=[{"day": "every Tuesday", "if_holiday": "skip"}])
    edit(council, "data/activities/matching-panel.yml", "dates:\n  - on: 2027-03-17\n    time: 09:30 to 11:00\n    place: Room 2\n", "")
    days = {first_day(event) for uid, event in entries(council).items() if uid.startswith("records-group.202")}
    assert (min(days), max(days)) == (date(2027, 3, 16), date(2028, 3, 7))


def test_a_coming_version_with_a_day_that_cannot_be_is_refused(council):
    coming = (
        "starts: 2027-09-01\ntitle: Records Group\ngroup: meetings\nsummary: Reads.\nmonths:\n  - October\npanel: records-group\n"
        "rules:\n  - day: fifth Monday\nsource:\n  - year\n"
    )
    write(council, "data/activities/records-group.next.yml", coming)
    with pytest.raises(DataError, match=r"records-group\.next\.yml:9: there is no fifth Monday in October 2027"):
        site_in(council)


def test_a_rule_that_takes_the_place_of_another_within_a_month_brings_one_entry_for_each_meeting(council):
    coming = {"starts": "2027-04-20", "title": "Records Group", "group": "meetings", "summary": "Reads.", "months": "all"}
    set_fields(council, MEETING, rules=[TUESDAY])
    publish(council)
    rules = [{**FORTNIGHT, "from": "2027-01-06"}]
    set_fields(council, "data/activities/records-group.next.yml", **coming, panel="records-group", rules=rules, source=["year"])
    publish(council)
    assert names(council, "2027-04") == ["2027-04", "2027-04-28"]


def test_a_rule_that_starts_within_a_month_leaves_no_reminder_beside_its_meetings(council):
    coming = {"starts": "2027-04-20", "title": "Records Group", "group": "meetings", "summary": "Reads.", "months": "all"}
    set_fields(council, "data/activities/records-group.next.yml", **coming, panel="records-group", rules=[FORTNIGHT], source=["year"])
    publish(council)
    assert names(council, "2027-04") == ["2027-04-28"]


def test_what_contributing_shows_of_dates_can_be_written_like_that(council):
    guide = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("### Give a meeting its dates")[2].partition("\n### ")[0]
    append(council, MEETING, "".join(re.findall(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)))
    assert names(council, "2027-06") == ["2027-06", "2027-06.second"]
    assert (day_of(council, "2027-01"), day_of(council, "2027-03"), day_of(council, "2028-01")) == (
        date(2027, 1, 13), date(2027, 3, 16), date(2028, 1, 4),
    )


def test_the_meeting_of_a_panel_that_was_new_itself_can_be_moved(council):
    set_fields(council, "data/panels/case-panel.yml", title="Case Panel", group="panels", purpose="Reads cases.")
    fields = {"group": "meetings", "summary": "Reads cases.", "months": "all", "panel": "case-panel"}
    set_fields(council, "data/activities/case-panel.yml", **fields, rules=[{"day": "second Tuesday"}])
    publish(council, date(2027, 2, 1))
    moved = [{"occurrence": "March 2027", "on": "2027-03-10", "because": "The room is taken."}]
    set_fields(council, "data/activities/case-panel.yml", moved=moved)
    event = site_in(council, day=date(2027, 2, 1)).feeds["calendar/panels/case-panel.ics"].content
    assert b"DTSTART;VALUE=DATE:20270310" in event
