"""Any text in any field comes back from a calendar as it went in, or is refused; none becomes anything but text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from pydantic import ValidationError

from macros.calendars.entries import entry_of
from macros.calendars.icalendar import Writer, vcalendar
from macros.model.activity import Activity
from macros.model.month import Slot
from macros.schedule.occurrences import occurrences_in
from macros.schedule.timeline import Placement

from .copies import BOROUGH, history_of

ABOUT = {"id": "board", "group": "gatherings", "source": ["tides"], "months": "all"}
RULE = {"day": "second Tuesday", "time": "10:00 to 12:00", "if_holiday": "next"}
HISTORY = history_of(BOROUGH)
SLOT = Slot.parse("March 2027")
HARD = [
    'quotes " and \' and “these”', "commas, semicolons; and: colons", "back\\slash \\n \\, \\;", "two\nlines\n\nand more",
    "BEGIN:VALARM\nEND:VEVENT\r\nSUMMARY:x", "emoji 👩‍👧‍👦 and flags 🇬🇧", "right to left: مرحبا שלום", "é" * 80, "x" * 10_000,
    "\t tab\tinside", "a\x0bb", "a\x85b", "a\u2028b", "a\rb", "&amp; <b>", "%0A", "\ufeffbom", "\u202eturned",
]

texts = st.text(st.characters(codec="utf-8"), max_size=300) | st.sampled_from(HARD)


def calendar_of(title, summary, place, because):
    """Return (the entry, the bytes of a calendar with it). Raises ValidationError where the model refuses a text."""
    rule = {**RULE, "place": place}
    cancelled = [{"occurrence": "March 2027", "because": because}]
    activity = Activity.model_validate({**ABOUT, "title": title, "summary": summary, "rules": [rule], "cancelled": cancelled})
    entry = entry_of(HISTORY, *occurrences_in(Placement(activity, SLOT.month, activity.summary, {}), SLOT))
    return entry, vcalendar(activity.title, activity.summary, [Writer("").vevent(entry)])


@settings(deadline=None, max_examples=150)
@given(title=texts, summary=texts, place=texts, because=texts)
@example(*HARD[:4])
def test_a_text_comes_back_unchanged_from_two_parsers_or_is_refused(title, summary, place, because):
    try:
        entry, content = calendar_of(title, summary, place, because)
    except ValidationError:
        return
    one = Calendar.from_ical(content).events[0]
    two = IcsCalendarStream.calendar_from_ics(content.decode("utf-8")).events[0]
    said = (entry.summary, entry.text, entry.place)
    assert (str(one["SUMMARY"]), str(one["DESCRIPTION"]), str(one["LOCATION"])) == said
    assert (two.summary, two.description, two.location) == said


def property_names(content):
    unfolded = content.decode("utf-8").replace("\r\n ", "")
    return [line.partition(":")[0].partition(";")[0] for line in unfolded.split("\r\n")]


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_no_text_makes_a_property_or_a_component(text):
    plain = property_names(calendar_of("a", "b", "c", "d")[1])
    try:
        content = calendar_of(text, text, text, text)[1]
    except ValidationError:
        return
    assert property_names(content) == plain


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\r", "\x85", "\u2028", "\ufeff"], ids=ascii)
def test_a_sign_that_cannot_be_seen_is_refused(sign):
    with pytest.raises(ValidationError):
        calendar_of(f"a{sign}b", "b", "c", "d")
