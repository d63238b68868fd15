"""data.json of the live site is as its schema has it, and says of each role what its calendar says.

An edit may change an activity from its own day or a later one, end it, or leave a month out: so what is compared month by month is what
takes place from the day of the build on, of what is to stay as it is.
"""

from ..programs import by_month, data_of, judged, parts_in_activities, parts_in_calendars, parts_in_occurrences


def test_it_is_as_its_schema_has_it(site):
    done = judged(site / "data.json", site / "data.schema.json")
    assert done.returncode == 0, done.stdout


def test_every_role_has_in_its_calendar_what_data_json_says_it_has_a_part_in_and_nothing_else(site):
    assert parts_in_calendars(site) == parts_in_occurrences(data_of(site)) != set()


def test_role_by_role_activity_by_activity_and_month_by_month_the_calendars_say_what_data_json_says(site, history):
    data = data_of(site)
    ahead = {one["uid"]: (one["activity"], int(one["slot"][5:7])) for one in data["occurrences"] if one["day"] >= data["as_of"]}
    changing = {concern.partition("/")[2] for concern in history.coming} | {one["id"] for one in data["activities"] if "ended" in one}
    said = {part for part in parts_in_activities(data) if part[1:] in ahead.values() and part[1] not in changing}
    shown = {part for part in by_month((role, uid) for role, uid in parts_in_calendars(site) if uid in ahead) if part[1] not in changing}
    assert shown == said != set()
