"""The timeline of the published document, placement by placement, on the pages, in data.json and in the feed.

An activity that an amendment has changed since is no longer as that document has it, and is left out. One in which a slip of the
pen was put right is compared.
"""

import re
from collections import Counter

import pytest
from icalendar import Calendar

from macros.model.explanation import MINOR
from macros.model.month import Month
from macros.schedule.timeline import of_activity

from ..copies import PROJECT
from ..programs import data_of

SOURCE = PROJECT.parent / "shared" / "source" / "qa-framework-march-2023.txt"


def lines_of(name):
    lines = (PROJECT / "tests" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def table():
    """Return the (month, activity) pairs of the plain table."""
    month, placed = None, set()
    for line in lines_of("placements.txt"):
        if line.startswith(" "):
            placed.add((Month[month], line.strip()))
        else:
            month = line
    return placed


@pytest.fixture
def unchanged(framework):
    """Keep the (month, activity) pairs of activities that no amendment names but minor ones."""
    amendments = [amendment for amendment in framework.amendments if amendment.kind != MINOR]
    amended = {concern.removeprefix("activities/") for amendment in amendments for concern in amendment.concerns}
    return lambda pairs: sorted((month, activity) for month, activity in pairs if activity not in amended)


def entries(site):
    """Yield each entry of an activity: the month that it is meant for, such as "2027-03", the activity, the month that it is in."""
    files = [*(site / "calendar/panels").glob("*.ics"), *(site / "calendar/activities").glob("*.ics")]
    events = [event for file in files for event in Calendar.from_ical(file.read_bytes()).events]
    for uid, event in {str(event["UID"]): event for event in events}.items():
        activity, _, slot = uid.partition("@")[0].partition(".")
        if slot != "ended":  # the last word of a calendar
            yield slot, activity, f"{event.start:%Y-%m}"


def source_bullets():
    """Yield (month, bullet) for each bullet of the source's timeline."""
    text = SOURCE.read_text(encoding="utf-8").replace("’", "'")
    timeline = text.split("Timeline of QA activity")[1].split("Direct observation of staff")[0]
    month = None
    for line in timeline.splitlines():
        if line in Month.__members__:
            month = Month[line]
        elif line.startswith("- "):
            yield month, line


def activity_told_by(bullet):
    told = {id for words, id in (re.split(r"  +", line) for line in lines_of("bullets.txt")) if words in bullet}
    assert len(told) == 1, f"{bullet} tells of {told or 'no activity'}"
    return told.pop()


def test_the_table_has_137_placements():
    assert len(table()) == 137


@pytest.mark.skipif(not SOURCE.exists(), reason="the text of the published document is not on this machine")
def test_the_table_is_the_source_bullet_by_bullet():
    bullets = Counter((month, activity_told_by(bullet)) for month, bullet in source_bullets())
    assert set(bullets) == table()
    assert {placed: count for placed, count in bullets.items() if count > 1} == {(Month.February, "vulnerable-childrens-group"): 2}


@pytest.mark.parametrize("month", Month, ids=lambda month: month.name)
def test_a_month_page_shows_exactly_its_activities(month, page, unchanged):
    shown = [(month, id) for level, id in page(f"timeline/{month.name.lower()}").headings if level == "h3"]
    assert unchanged(shown) == unchanged(pair for pair in table() if pair[0] == month)


def test_data_json_has_exactly_the_placements(site, unchanged):
    placed = [(said["month"], activity["id"]) for activity in data_of(site)["activities"] for said in activity["placements"]]
    assert unchanged(placed) == unchanged(table())


def test_the_town_clerk_attends_the_children_in_care_council_in_july_only(site, unchanged):
    placed = [(said["month"], activity["id"], said["who"]) for activity in data_of(site)["activities"] for said in activity["placements"]]
    found = [(month, activity) for month, activity, who in placed if "town-clerk" in who["attend"]]
    assert unchanged(found) == unchanged([(Month.July, "children-in-care-council")])


def test_the_feed_has_exactly_the_placements_in_each_month_of_its_horizon(site, framework, unchanged):
    first, last = (f"{day:%Y-%m}" for day in (framework.calendar.from_, framework.calendar.to))
    years = range(framework.calendar.from_.year, framework.calendar.to.year + 1)
    expected = [(f"{year}-{month:02}", activity) for year in years for month, activity in table()]
    shown = [(slot, activity) for slot, activity, _ in entries(site)]
    assert unchanged(shown) == unchanged((slot, activity) for slot, activity in expected if first <= slot <= last)


def test_each_entry_of_the_feed_stands_in_its_month(site, unchanged):
    assert unchanged((slot, activity) for slot, activity, month in entries(site) if month != slot) == []


def names_in_words(framework, activity):
    """Return the roles and bodies that the words of an activity mention, by any of their names."""
    words = " ".join([activity.title, *(placement.summary for placement in of_activity(framework, activity))])
    names = [name for role in framework.roles for name in (role.title, *role.also)]
    names += [name for panel in framework.panels if panel.id != activity.id for name in re.split(r" ?[()]", panel.title) if name]
    return [name for name in names if re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE)]


def test_what_is_said_to_name_nobody_mentions_no_role_and_no_body(framework):
    said = [activity for activity in framework.activities if any(one.names_nobody for one in of_activity(framework, activity))]
    assert said
    assert {activity.id: names for activity in said if (names := names_in_words(framework, activity))} == {}


def test_who_is_not_stated_of_exactly_what_names_nobody(framework, page):
    own_pages = [activity for activity in framework.activities if not activity.is_meeting]
    nameless = {activity.id for activity in own_pages if of_activity(framework, activity)[0].names_nobody}
    assert {activity.id for activity in own_pages if "Not stated in the" in page(activity.page).text} == nameless
