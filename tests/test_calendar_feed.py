"""What a calendar program is given: the entries, the header and the bytes."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from macros.calendars.feeds import build_feeds, schedule
from macros.model.month import Month
from macros.schedule.working_days import first_working_day

SITE = "https://standards.example/"


@pytest.fixture(scope="module")
def made(framework):
    return build_feeds(framework, schedule(framework, SITE), SITE)


def entries(made, path):
    return {str(event["UID"]).split("@")[0]: event for event in Calendar.from_ical(made[path].content).events}


def test_the_first_working_day_of_january_is_no_bank_holiday():
    assert first_working_day(2027, Month.January) == date(2027, 1, 4)


def test_the_first_working_day_of_may_is_not_the_early_may_bank_holiday():
    assert first_working_day(2028, Month.May) == date(2028, 5, 2)


def test_a_month_entry_never_looks_like_a_meeting_date(made):
    entry = entries(made, "calendar/activities.ics")["home-panel.2027-01"]
    assert entry["SUMMARY"] == "Home Panel (date to be set)"
    assert "the framework gives the month only" in entry["DESCRIPTION"].lower()


def test_a_month_entry_is_one_whole_day_that_marks_nobody_as_busy(made):
    entry = entries(made, "calendar/activities.ics")["home-panel.2027-01"]
    assert (entry.start, entry.end) == (date(2027, 1, 4), date(2027, 1, 5))
    assert (entry["TRANSP"], entry["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")


def test_a_window_has_an_entry_where_it_opens_and_one_where_it_closes(made):
    found = entries(made, "calendar/activities.ics")
    titles = [str(found[f"independent-practice-reviews.2027-{month}"]["SUMMARY"]) for month in ("05", "06")]
    assert titles == [
        "Independent practice and impact review audits opens (date to be set)",
        "Independent practice and impact review audits closes (date to be set)",
    ]


def test_the_recommended_calendar_has_one_entry_a_month_that_lists_the_month(made, framework):
    entry = entries(made, "calendar/qa.ics")["digest.2027-08"]
    listed = [line for line in str(entry["DESCRIPTION"]).splitlines() if line.startswith("- ")]
    assert len(listed) == 9
    assert f"{SITE}timeline/august/" in entry["DESCRIPTION"]


def test_an_entry_gives_the_address_of_its_page(made):
    assert entries(made, "calendar/activities.ics")["ehe-report.2027-01"]["URL"] == f"{SITE}activities/ehe-report/"


def test_a_site_without_an_address_gives_none(framework):
    assert b"URL:" not in build_feeds(framework, schedule(framework, ""), "")["calendar/activities.ics"].content


def test_an_entry_is_the_same_in_every_calendar_that_holds_it(made):
    for path in ("calendar/panels/strategic-placement-group.ics", "calendar/roles/finance.ics"):
        everywhere = entries(made, "calendar/activities.ics")
        assert entries(made, path)["strategic-placement-group.2027-01"] == everywhere["strategic-placement-group.2027-01"]


def test_a_role_that_is_named_in_one_month_has_that_month_alone(made):
    assert set(entries(made, "calendar/roles/town-clerk.ics")) == {"children-in-care-council.2027-07", "children-in-care-council.2028-07"}


def test_every_calendar_names_itself_and_asks_to_be_read_again(made):
    for feed in made.values():
        calendar = Calendar.from_ical(feed.content)
        assert calendar["NAME"] == calendar["X-WR-CALNAME"] == f"City of London: {feed.name}"
        assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=12)
        assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in feed.content
        assert b"X-PUBLISHED-TTL:PT12H\r\n" in feed.content


@pytest.mark.parametrize("name", [b"RRULE", b"RDATE", b"BEGIN:VTIMEZONE", b"METHOD", b"BEGIN:VALARM"])
def test_what_calendar_programs_read_in_different_ways_is_left_out(made, name):
    assert [path for path, feed in made.items() if b"\r\n" + name in feed.content] == []


def test_a_calendar_has_no_uid_of_its_own(made):
    assert [path for path, feed in made.items() if "UID" in Calendar.from_ical(feed.content)] == []


def test_lines_end_as_the_standard_says_and_are_at_most_75_octets_long(made):
    for feed in made.values():
        assert feed.content.count(b"\n") == feed.content.count(b"\r\n")
        assert max(map(len, feed.content.split(b"\r\n"))) <= 75


def test_the_same_data_gives_the_same_bytes(made, framework):
    again = build_feeds(framework, schedule(framework, SITE), SITE)
    assert {path: feed.content for path, feed in again.items()} == {path: feed.content for path, feed in made.items()}
