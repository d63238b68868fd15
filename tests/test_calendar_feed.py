"""What a calendar program is given: the entries, the header and the bytes."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar, Event

from macros.calendars.entries import Entry
from macros.calendars.feeds import build_feeds, schedule
from macros.calendars.icalendar import Writer
from macros.model.month import Month
from macros.schedule.working_days import first_working_day

from .copies import ADDRESS

RECOMMENDED, DATES = "calendar/qa.ics", "calendar/activities.ics"
OCTOBER = "2027-10"


@pytest.fixture(scope="module")
def feeds(council_history):
    """Exampleshire's calendars, by path."""
    return build_feeds(council_history, schedule(council_history), ADDRESS)


@pytest.fixture(scope="module")
def calendars(feeds):
    """The same, as a calendar program reads them."""
    return {path: Calendar.from_ical(feed.content) for path, feed in feeds.items()}


def entries(calendars, path=None):
    """Return the entries of a calendar, or of all of them, by their UIDs without the domain."""
    chosen = [calendars[path]] if path else calendars.values()
    return {str(event["UID"]).split("@")[0]: event for calendar in chosen for event in calendar.events}


def test_the_first_working_day_of_january_is_no_bank_holiday():
    assert first_working_day(2027, Month.January) == date(2027, 1, 4)


def test_the_first_working_day_of_may_is_not_the_early_may_bank_holiday():
    assert first_working_day(2028, Month.May) == date(2028, 5, 2)


def test_a_month_entry_never_looks_like_a_meeting_date(calendars):
    entry = entries(calendars)["records-group.2027-01"]
    assert entry["SUMMARY"] == "No date yet: Records Group"
    assert "the framework gives the month only" in entry["DESCRIPTION"].lower()


def test_a_month_entry_is_one_whole_day_that_marks_nobody_as_busy(calendars):
    entry = entries(calendars)["records-group.2027-01"]
    assert (entry.start, entry.end) == (date(2027, 1, 4), date(2027, 1, 5))
    assert (entry["TRANSP"], entry["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")


def test_a_window_has_an_entry_where_it_opens_and_one_where_it_closes(calendars):
    titles = [str(entries(calendars)[f"case-sampling.2027-{month}"]["SUMMARY"]) for month in ("05", "06")]
    assert titles == ["No date yet: Start of Case sampling", "No date yet: End of Case sampling"]


def test_the_recommended_calendar_has_one_entry_a_month_that_lists_what_has_no_date(calendars):
    entry = entries(calendars, RECOMMENDED)["digest.2027-05"]
    listed = [line for line in str(entry["DESCRIPTION"]).splitlines() if line.startswith("- ")]
    assert listed == ["- Records Group", "- Family Forum", "- Start of Case sampling"]
    assert f"{ADDRESS}timeline/may/" in entry["DESCRIPTION"]


def test_what_qualifies_the_digest_stands_first_in_its_title(calendars):
    assert entries(calendars, RECOMMENDED)["digest.2027-05"]["SUMMARY"] == "No dates yet: quality assurance in May"


def test_the_recommended_calendar_never_has_two_reminders_on_one_day(calendars):
    reminders = [event.start for event in calendars[RECOMMENDED].events if str(event["SUMMARY"]).startswith("No date")]
    assert len(reminders) == len(set(reminders))


def test_the_calendar_of_dates_has_what_has_a_date_and_no_reminder(calendars):
    assert {uid for uid in entries(calendars, DATES) if OCTOBER in uid} == {"matching-panel.2027-10", "case-sampling.2027-10"}
    assert not [event for event in calendars[DATES].events if "No date" in event["SUMMARY"]]


def test_the_calendar_of_dates_says_so_while_there_is_none_and_is_not_offered(council_history):
    feed = build_feeds(council_history, [], ADDRESS)[DATES]
    [event] = Calendar.from_ical(feed.content).events
    assert (event["SUMMARY"], feed.is_offered) == ("No dates yet: quality assurance", False)


@pytest.mark.parametrize(("uid", "categories"), [
    ("records-group.2027-01", ["No date yet", "Meetings"]), ("matching-panel.2027-10", ["Date set", "Meetings"]),
    ("case-sampling.2027-05", ["No date yet", "Checks"]), ("digest.2027-05", ["No date yet"]),
])
def test_the_categories_of_an_entry_say_what_kind_it_is(calendars, uid, categories):
    assert list(map(str, entries(calendars)[uid]["CATEGORIES"].cats)) == categories


def test_the_recommended_calendar_has_each_dated_meeting_by_itself(calendars):
    dated = [uid for uid in entries(calendars, RECOMMENDED) if OCTOBER in uid]
    assert dated == ["digest.2027-10", "matching-panel.2027-10", "case-sampling.2027-10"]


def test_an_entry_gives_the_address_of_its_page(calendars):
    entry = entries(calendars)["numbers-report.2027-01"]
    assert entry["URL"] == f"{ADDRESS}activities/numbers-report/"
    assert entry["DESCRIPTION"].endswith(f"\n\n{ADDRESS}activities/numbers-report/")


def test_a_site_without_an_address_gives_none(council_history):
    content = b"".join(feed.content for feed in build_feeds(council_history, schedule(council_history), "").values())
    assert b"URL:" not in content and b"://" not in content


def test_an_entry_is_the_same_in_every_calendar_that_holds_it(calendars):
    expected = entries(calendars)["numbers-report.2027-01"]
    for path in ("calendar/activities/numbers-report.ics", "calendar/panels/learning-board.ics", "calendar/roles/team-manager.ics"):
        assert entries(calendars, path)["numbers-report.2027-01"] == expected


def test_a_role_that_is_named_in_one_month_has_that_month_alone(calendars):
    assert set(entries(calendars, "calendar/roles/council-leader.ics")) == {f"family-forum.{year}-07" for year in range(2027, 2032)}


def test_what_names_no_role_in_a_month_has_a_calendar_of_its_own(calendars):
    nobody = entries(calendars, "calendar/names-nobody.ics")
    assert set(nobody) == {f"learning-board.{year}-03" for year in range(2027, 2032)}, "in September somebody is named"
    assert nobody["learning-board.2027-03"] == entries(calendars)["learning-board.2027-03"]


def test_every_calendar_names_itself_and_asks_to_be_read_again(feeds, calendars):
    for path, feed in feeds.items():
        calendar = calendars[path]
        assert calendar["NAME"] == calendar["X-WR-CALNAME"] == f"Exampleshire County Council: {feed.name}"
        assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
        assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in feed.content
        assert b"X-PUBLISHED-TTL:PT12H\r\n" in feed.content


@pytest.mark.parametrize("name", [b"RRULE", b"RDATE", b"BEGIN:VTIMEZONE", b"METHOD", b"BEGIN:VALARM"])
def test_what_calendar_programs_read_in_different_ways_is_left_out(feeds, name):
    assert [path for path, feed in feeds.items() if b"\r\n" + name in feed.content] == []


def test_a_calendar_has_no_uid_of_its_own(calendars):
    assert [path for path, calendar in calendars.items() if "UID" in calendar] == []


def test_lines_end_as_the_standard_says_and_are_at_most_75_octets_long(feeds):
    for feed in feeds.values():
        assert feed.content.count(b"\n") == feed.content.count(b"\r\n")
        assert max(map(len, feed.content.split(b"\r\n"))) <= 75


@pytest.mark.parametrize("text", ["é“😀" * 60, "\\" * 300, "a, b; " * 60, "x" + "^" * 200, "one\ntwo " * 40])
def test_a_long_line_is_cut_in_no_letter_and_no_escape_whatever_it_says(text):
    entry = Entry("a@b", text, text, date(2027, 1, 4), date(2027, 1, 5), ("No date yet",))
    written = Writer("").vevent(entry)
    assert all(len(part) <= 75 and part.decode() for part in written.split(b"\r\n")[:-1])
    assert Event.from_ical(written)["DESCRIPTION"] == text


def test_the_same_data_gives_the_same_bytes(feeds, council_history):
    again = build_feeds(council_history, schedule(council_history), ADDRESS)
    assert {path: feed.content for path, feed in again.items()} == {path: feed.content for path, feed in feeds.items()}
