"""Days in the calendar: what a QA lead writes, and what becomes of it."""

from datetime import UTC, date, datetime

import pytest

from macros.model.activity import Activity, Rule
from macros.model.month import Month, Slot
from macros.schedule.occurrences import ScheduleError, occurrences_in
from macros.schedule.rule_days import days_of
from macros.schedule.timeline import Placement


def occurrence(slot, **fields):
    """Return the one occurrence of a monthly activity with these fields in a slot such as "March 2027", None where there is none."""
    about = {"id": "board", "title": "Board", "group": "meetings", "summary": "Meets.", "source": ["timeline"]}
    activity = Activity.model_validate({**about, "months": "all", **fields})
    slot = Slot.parse(slot)
    every = occurrences_in(Placement(activity, slot.month, activity.summary, {}), slot)
    assert len(every) <= 1
    return every[0] if every else None


def rule(day, **fields):
    return {"rules": [{"day": day, **fields}]}


@pytest.mark.parametrize(
    "text, day",
    [
        ("first Monday", date(2027, 3, 1)),
        ("second Tuesday", date(2027, 3, 9)),
        ("fifth Wednesday", date(2027, 3, 31)),
        ("last Thursday", date(2027, 3, 25)),
        ("first working day", date(2027, 3, 1)),
        ("last working day", date(2027, 3, 31)),
        ("tenth working day", date(2027, 3, 12)),
    ],
)
def test_a_rule_means_a_day_of_the_month(text, day):
    assert days_of(Rule(day=text), Slot(2027, Month.March)) == [day]


def test_a_month_without_a_fifth_monday_has_none():
    assert days_of(Rule(day="fifth Monday"), Slot(2027, Month.April)) == []


def test_a_rule_for_a_day_that_a_month_lacks_is_refused():
    with pytest.raises(ScheduleError, match="there is no fifth Monday in"):
        occurrence("April 2027", **rule("fifth Monday"))


@pytest.mark.parametrize(
    "if_holiday, day", [("next", date(2027, 5, 4)), ("previous", date(2027, 4, 30)), ("keep", date(2027, 5, 3))]
)
def test_the_rule_says_what_happens_on_a_bank_holiday(if_holiday, day):
    assert occurrence("May 2027", **rule("first Monday", if_holiday=if_holiday)).day == day


def test_a_meeting_skipped_for_a_bank_holiday_does_not_occur():
    assert occurrence("May 2027", **rule("first Monday", if_holiday="skip")) is None


def test_a_bank_holiday_without_a_word_on_it_is_refused():
    with pytest.raises(ScheduleError, match="if_holiday"):
        occurrence("May 2027", **rule("first Monday"))


@pytest.mark.parametrize("month, hour", [("January 2027", 10), ("July 2027", 9)])
def test_ten_o_clock_in_london_is_ten_o_clock_in_winter_and_in_summer(month, hour):
    found = occurrence(month, **rule("second Tuesday", time="10:00 to 12:00"))
    assert found.start.hour == 10
    assert found.start.astimezone(UTC).hour == hour


def test_a_confirmed_date_goes_before_the_rule():
    found = occurrence("March 2027", **rule("second Tuesday"), dates=[{"on": "2027-03-17", "place": "Room 2"}])
    assert (found.day, found.place, found.precision) == (date(2027, 3, 17), "Room 2", "date")


def test_a_moved_meeting_keeps_its_slot_its_time_and_its_place():
    move = {"occurrence": "March 2027", "on": "2027-04-01", "because": "The chair is away."}
    found = occurrence("March 2027", **rule("second Tuesday", time="10:00 to 12:00", place="Room 1"), moved=[move])
    assert (found.slot, found.day, found.moved_from) == (Slot(2027, Month.March), date(2027, 4, 1), date(2027, 3, 9))
    assert (found.start, found.place) == (datetime(2027, 4, 1, 10, tzinfo=found.start.tzinfo), "Room 1")


def test_a_cancelled_meeting_stays_on_its_day():
    found = occurrence("March 2027", **rule("second Tuesday"), cancelled=[{"occurrence": "March 2027", "because": "No cases."}])
    assert (found.day, found.cancelled, found.because) == (date(2027, 3, 9), True, "No cases.")


def test_another_month_is_not_touched_by_a_cancellation():
    assert not occurrence("April 2027", cancelled=[{"occurrence": "March 2027", "because": "No cases."}]).cancelled
