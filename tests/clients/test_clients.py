"""Real calendar programs subscribe to every feed of the site, and load it again after the data has changed.

What changes are records that the tests add to those of Exampleshire.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from ..copies import COUNCIL, built, copy_of, publish, set_fields
from ..server import served
from . import khal, thunderbird
from .expected import expected
from .parser import parser

HERE = Path(__file__).parent
INSTALLED = HERE / ".venv/bin"
CLIENTS = {
    "Thunderbird": thunderbird.read,
    "vdirsyncer and khal": khal.read,
    "ical.js": parser("node", HERE / "parse_icaljs.mjs"),
    "libical": parser(INSTALLED / "parse_libical"),
    "ical": parser(INSTALLED / "python", HERE / "parse_ical.py"),
}
SHOW_NO_UID = ("vdirsyncer and khal",)
FEED = "calendar/panels/learning-board.ics"  # the panel of most of them
HORIZON = {"from": "2027-01-01", "to": "2028-12-31"}
LAST_DAY = "2027-03-15"  # of what ends: its meetings of January to March stay
NEW_TITLE = r'New: "title"; with, commas – and \backslashes\n, café 🙂 ' + "long " * 40 + "end"


def first_data(project):
    """Add activities, a role and a panel to the data, each of which something will happen to."""
    common = {"group": "meetings", "summary": "Invented.", "months": "all", "panel": "learning-board", "source": ["year"]}
    invented = {
        "to-retitle": {},
        "to-end": {},
        "to-leave-to-others": {"lead": ["to-be-idle"]},
        "to-date": {},
        "to-move": {"rules": [{"day": "second Tuesday", "time": "10:00 to 12:00", "place": "Room 1"}]},
        "to-cancel": {"rules": [{"day": "last Thursday", "if_holiday": "previous"}]},
    }
    for id, more in invented.items():
        set_fields(project, file_of(id), **{"title": id, "lead": ["practice-lead"], **common, **more})
    set_fields(project, file_of("to-merge"), **common | {"panel": "to-merge", "lead": ["practice-lead"]})  # its title is the panel's
    set_fields(project, "data/roles/to-be-idle.yml", title="to-be-idle", group="staff", source=["year"])
    set_fields(project, "data/panels/to-merge.yml", title="to-merge", group="panels", purpose="Invented.", source=["year"])
    set_fields(project, "data/calendar.yml", **HORIZON)


def change_data(project):
    """Do to each invented record what its name says."""
    move = {"occurrence": "June 2027", "on": "2027-06-23", "time": "14:00 to 16:00", "because": "the room is taken"}
    merged = {"on": LAST_DAY, "because": "Two panels are one.", "replaced_by": "panels/learning-board"}
    set_fields(project, file_of("to-retitle"), title=NEW_TITLE)
    set_fields(project, file_of("to-end"), ended={"on": LAST_DAY, "because": "It is no longer needed."})
    set_fields(project, file_of("to-leave-to-others"), lead=["practice-lead"])
    set_fields(project, file_of("to-merge"), ended=merged)
    set_fields(project, "data/panels/to-merge.yml", ended=merged)
    set_fields(project, file_of("to-date"), dates=[{"on": "2027-09-14", "until": "2027-09-16"}])
    set_fields(project, file_of("to-move"), moved=[move])
    set_fields(project, file_of("to-cancel"), cancelled=[{"occurrence": "July 2027", "because": "it is not needed"}])


def file_of(activity):
    return f"data/activities/{activity}.yml"


class Reading(NamedTuple):
    """What a client shows before and after the change, and what it should show: {feed: sorted entries}."""

    before: dict
    expected_before: dict
    after: dict
    expected_after: dict

    def starts(self, title, month):
        """Return when the entries of this title start, in a month, in the calendar of the panel after the change."""
        return [one.start for one in self.after[FEED] if one.summary == title and one.start.startswith(month)]

    def summaries(self, feed):
        """Return the titles of the entries of a calendar after the change, in their order."""
        return [one.summary for one in self.after[feed]]


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The site before and after the change, each with what its calendars should show."""
    project = copy_of(COUNCIL, tmp_path_factory.mktemp("project"))
    sites = []
    for name, change in (("before", first_data), ("after", change_data)):
        change(project)
        site = built(publish(project), project / name)
        sites.append((site, expected(project, site)))
    return sites


@pytest.fixture(scope="module", params=CLIENTS)
def reading(request, sites, tmp_path_factory):
    """One client: it subscribes to every feed, the site changes, and it loads the same subscriptions again."""
    read, state = CLIENTS[request.param], tmp_path_factory.mktemp("state")
    (before, expected_before), (after, expected_after) = sites
    with served(before) as server:
        first = read(server.address, feeds_of(before), state)
        server.site = after
        again = read(server.address, feeds_of(before), state)
    told = without_uids if request.param in SHOW_NO_UID else in_order
    return Reading(in_order(first), told(expected_before), in_order(again), told(expected_after))


def feeds_of(site):
    return sorted(str(file.relative_to(site)) for file in site.glob("calendar/**/*.ics"))


def in_order(feeds):
    return {feed: sorted(entries) for feed, entries in feeds.items()}


def without_uids(feeds):
    return in_order({feed: [one._replace(uid="") for one in entries] for feed, entries in feeds.items()})


def test_it_shows_exactly_what_data_json_says_in_every_calendar(reading):
    assert reading.before == reading.expected_before


def test_after_a_change_it_shows_exactly_what_data_json_says_then(reading):
    assert reading.after == reading.expected_after


def test_a_new_title_takes_the_place_of_the_old_one(reading):
    summaries = [one.summary for one in reading.after[FEED]]
    assert summaries.count(f"No date yet: {NEW_TITLE}") == 24
    assert [summary for summary in summaries if "to-retitle" in summary] == []


def test_what_ended_keeps_its_past_and_a_last_word_in_its_own_calendar(reading):
    shown = reading.summaries("calendar/activities/to-end.ics")
    assert sorted(shown) == ["Ended: to-end", *["No date yet: to-end"] * 3]


def test_what_ended_is_gone_from_the_calendar_of_its_panel_from_its_last_day_on(reading):
    assert reading.starts("No date yet: to-end", "2027-03") == ["2027-03-01"]
    assert reading.starts("No date yet: to-end", "2027-04") == []


def test_a_panel_that_became_part_of_another_says_so_in_its_calendar(reading):
    shown = reading.summaries("calendar/panels/to-merge.ics")
    assert sorted(shown) == ["Ended: to-merge", *["No date yet: to-merge"] * 3]


def test_the_calendar_of_a_role_that_has_nothing_to_do_any_more_says_so(reading):
    assert reading.summaries("calendar/roles/to-be-idle.ics") == ["Nothing planned: to-be-idle"]


def test_what_was_moved_is_there_once_on_its_new_day(reading):
    assert reading.starts("to-move", "2027-06") == ["2027-06-23T13:00:00+00:00"]


def test_what_was_cancelled_says_so_and_stands_there_once(reading):
    in_july = [one for one in reading.after[FEED] if "to-cancel" in one.summary and one.start.startswith("2027-07")]
    assert [(one.summary, one.start, one.status) for one in in_july] == [("Cancelled: to-cancel", "2027-07-29", "CANCELLED")]


def test_what_was_given_a_date_leaves_the_first_working_day_for_it(reading):
    in_september = [one for one in reading.after[FEED] if "to-date" in one.summary and one.start.startswith("2027-09")]
    assert [(one.summary, one.start, one.end) for one in in_september] == [("to-date", "2027-09-14", "2027-09-17")]


def test_ten_in_london_is_ten_in_london_in_january_and_in_july(reading):
    assert reading.starts("to-move", "2027-01") == ["2027-01-12T10:00:00+00:00"]
    assert reading.starts("to-move", "2027-07") == ["2027-07-13T09:00:00+00:00"]
