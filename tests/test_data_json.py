"""What a program finds in data.json, and that its JSON Schema and the calendars say the same."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from .copies import ADDRESS, BOROUGH, publish, set_fields, site_in
from .days import FEBRUARY
from .programs import by_month, data_of, judged, parts_in_activities, parts_in_calendars, parts_in_occurrences

SUB_PATH = "https://intranet.example/childrens-services/"


@pytest.fixture(params=["council_site", "borough_site"])
def site(request) -> Path:
    """The built site of each invented council."""
    return request.getfixturevalue(request.param)


def data_in(copy, **how):
    """Return what data.json says of a copy, which is not built."""
    return json.loads(site_in(copy, **how).files["data.json"])


def one(records, id):
    [found] = [record for record in records if record["id"] == id]
    return found


def values(said, name=""):
    """Yield (name of its field, value) for each value at any depth."""
    inside = said.items() if isinstance(said, dict) else ((name, item) for item in said) if isinstance(said, list) else ()
    yield name, said
    for inner, value in inside:
        yield from values(value, inner)


# The shape


def test_it_is_as_its_schema_has_it(site):
    done = judged(site / "data.json", site / "data.schema.json")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("change", "message"), [
    (lambda data: data["panels"][0].update(venue="The long room"), "$.panels[0]: Additional properties are not allowed ('venue' was unexpected)"),
    (lambda data: data["activities"][0].update(ended=None), "$.activities[0].ended: None is not of type 'object'"),
    (lambda data: data["roles"][0].pop("also"), "$.roles[0]: 'also' is a required property"),
    (lambda data: data.update(version=1), "$.version: 2 was expected"),
])
def test_its_schema_refuses_a_field_that_it_does_not_know_or_that_is_null_or_gone(council_site, tmp_path, change, message):
    change(data := data_of(council_site))
    (tmp_path / "data.json").write_text(json.dumps(data), encoding="utf-8")
    assert message in judged(tmp_path / "data.json", council_site / "data.schema.json").stdout


def test_its_schema_knows_no_object_that_may_hold_more_and_nothing_that_may_be_null(council_site):
    schema = json.loads((council_site / "data.schema.json").read_text(encoding="utf-8"))
    objects = [value for _, value in values(schema) if isinstance(value, dict) and value.get("type") == "object"]
    assert len(objects) > 15
    assert [found for found in objects if found["additionalProperties"] is not False] == []
    assert [value for _, value in values(schema) if value == "null"] == []


def test_nothing_in_it_is_null(site):
    assert [name for name, value in values(data_of(site)) if value is None] == []


@pytest.mark.parametrize(("site_url", "found_at"), [(ADDRESS, ADDRESS), ("", SUB_PATH)])
def test_each_address_in_it_leads_to_a_file_of_the_site_also_below_a_path(council, council_site, site_url, found_at):
    addresses = {value for name, value in values(data_in(council, url=site_url)) if name in ("url", "link", "$schema")}
    assert {"documents/matching-report.txt", "data.schema.json", "panels/learning-board/"} <= {one.removeprefix(site_url) for one in addresses}
    paths = {urlsplit(urljoin(f"{found_at}data.json", one)).path.removeprefix(urlsplit(found_at).path) for one in addresses}
    assert {path for path in paths if not (council_site / path / ("index.html" if path.endswith("/") else "")).is_file()} == set()


def test_it_says_on_which_day_it_holds_and_when_something_last_changed(council):
    data = data_in(council, day=FEBRUARY)
    assert (data["version"], data["as_of"], data["published"]) == (2, "2027-02-01", "2027-01-04")


def test_each_group_and_each_source_has_a_title(site):
    data = data_of(site)
    groups, sections = {(group["of"], group["id"]) for group in data["groups"]}, {section["id"] for section in data["sections"]}
    lists = ("activities", "panels", "roles", "questions")
    assert {(name, record["group"]) for name in lists for record in data[name]} <= groups
    assert {source for name in (*lists, "standards") for record in data[name] for source in record["source"]} <= sections
    assert all(said["title"] for said in (*data["groups"], *data["sections"]))


# Who and when


def test_every_role_has_in_its_calendar_what_data_json_says_it_has_a_part_in_and_nothing_else(site):
    assert parts_in_calendars(site) == parts_in_occurrences(data_of(site)) != set()


def test_role_by_role_activity_by_activity_and_month_by_month_the_calendars_say_what_data_json_says(site):
    assert by_month(parts_in_calendars(site)) == parts_in_activities(data_of(site)) != set()


def test_a_role_that_takes_part_in_one_month_has_no_part_in_the_others(council_site):
    placements = one(data_of(council_site)["activities"], "learning-board")["placements"]
    assert [(said["month"], said["who"]["attend"]) for said in placements] == [(3, []), (9, ["reviewing-officer"])]


def test_the_chair_leads_and_the_members_attend_the_meetings_of_a_panel(council_site):
    [who, *others] = [said["who"] for said in one(data_of(council_site)["activities"], "matching-panel")["placements"]]
    assert who == {"lead": ["practice-lead"], "attend": ["team-manager", "reviewing-officer"], "receive": [], "named": []}
    assert all(other == who for other in others)


def test_who_takes_part_later_takes_part_from_that_day_on(council):
    board = {"group": "meetings", "summary": "Hears.", "months": ["March", "September"], "panel": "learning-board", "source": ["year"]}
    set_fields(council, "data/activities/learning-board.next.yml", **board, starts="2027-06-01", attend=["team-manager"])
    publish(council, FEBRUARY)
    data = data_in(council)
    found = {said["slot"]: said["who"]["attend"] for said in data["occurrences"] if said["activity"] == "learning-board" and said["slot"] < "2028"}
    assert found == {"2027-03": [], "2027-09": ["team-manager"]}
    assert {role for role, activity, _ in parts_in_activities(data) if activity == "learning-board"} == {"reviewing-officer"}


def test_a_window_is_a_pair_of_months_and_says_when_it_closes_in_the_next_year(council):
    winter = [{"opens": "November", "closes": "February"}, {"opens": "May", "closes": "June"}]
    set_fields(council, "data/activities/winter.yml", title="Winter check", group="checks", summary="A check.", windows=winter, source=["year"])
    activity = one(data_in(publish(council))["activities"], "winter")
    assert activity["windows"] == [
        {"opens": 11, "closes": 2, "closes_next_year": True}, {"opens": 5, "closes": 6, "closes_next_year": False},
    ]
    assert [(said["month"], said["step"]) for said in activity["placements"]] == [(2, "closes"), (5, "opens"), (6, "closes"), (11, "opens")]


def test_times_are_given_in_utc_and_days_as_people_in_london_have_them(council_site):
    said = {one["slot"]: (one["day"], one["last_day"], one.get("start"), one.get("end")) for one in meetings(council_site, "matching-panel")}
    assert said["2027-01"] == ("2027-01-12", "2027-01-12", "2027-01-12T10:00:00Z", "2027-01-12T12:00:00Z")
    assert said["2027-07"] == ("2027-07-13", "2027-07-13", "2027-07-13T09:00:00Z", "2027-07-13T11:00:00Z")


def test_what_has_no_date_has_a_day_for_its_reminder_and_no_times(council_site):
    said = next(one for one in meetings(council_site, "learning-board") if one["slot"] == "2027-03")
    assert (said["precision"], said["day"], said["title"]) == ("month", "2027-03-01", "No date yet: Learning Board")
    assert {"start", "end", "place", "because", "moved_from"} & said.keys() == set()


def test_what_takes_several_days_ends_on_its_last(council_site):
    said = next(one for one in meetings(council_site, "case-sampling") if one["slot"] == "2027-10")
    assert (said["precision"], said["day"], said["last_day"]) == ("date", "2027-10-12", "2027-10-14")


def test_what_was_moved_or_cancelled_says_from_which_day_and_why(borough_site):
    said = {one["slot"]: one for one in meetings(borough_site, "tide-circle")}
    assert (said["2026-12"]["moved_from"], said["2026-12"]["day"], said["2026-12"]["because"]) == ("2026-12-07", "2026-12-14", "The net loft is let.")
    assert (said["2027-01"]["cancelled"], said["2027-01"]["because"]) == (True, "No family asked.")
    assert {said[slot]["cancelled"] for slot in ("2026-12", "2027-02")} == {False}


def meetings(site, activity):
    return [said for said in data_of(site)["occurrences"] if said["activity"] == activity]


# Standards


def test_each_version_of_a_standard_has_an_address(borough_site):
    standards = {said["id"]: said for said in data_of(borough_site)["standards"]}
    below = {id: [said["url"].removeprefix(standard["url"]) for said in standard["versions"]] for id, standard in standards.items()}
    assert below["knocking"] == ["version-1.0/", "version-2.0/"]
    assert [pages for pages in below.values() if len(pages) == 1] == [[""]] * (len(below) - 2)


@pytest.mark.parametrize(("day", "number"), [("2027-02-23", "1.0"), ("2027-02-24", "2.0")])
def test_the_version_in_force_is_that_of_the_day(day, number):
    data = data_in(BOROUGH, day=date.fromisoformat(day))
    assert one(data["standards"], "lone-working")["in_force"] == number


# Three questions that a program asks first


def test_which_panels_have_work_in_march(council_site):
    data = data_of(council_site)
    titles = {panel["id"]: panel["title"] for panel in data["panels"]}
    found = {titles[one["panel"]] for one in data["activities"] for said in one["placements"] if said["month"] == 3 and "panel" in one}
    assert found == {"Matching Panel", "Learning Board", "Records Group (RG)"}


@pytest.mark.parametrize(("role", "first", "how_many"), [
    ("council-leader", ["7,Family Forum,attend"], 1), ("performance-analyst", ["1,Records Group,attend", "1,Report of the numbers,lead"], 16),
])
def test_what_a_role_does_in_each_month_as_a_table(council_site, role, first, how_many):
    placed = [(said["month"], one["title"], said["who"]) for one in data_of(council_site)["activities"] for said in one["placements"]]
    rows = [f"{month},{title},{how}" for month, title, who in sorted(placed, key=lambda row: row[:2]) for how in who if role in who[how]]
    assert (rows[:len(first)], len(rows)) == (first, how_many)


def test_which_reviews_are_due_on_a_day(council_site):
    due = [said["title"] for said in data_of(council_site)["standards"] if "ended" not in said and said.get("review_by", "never") <= "2028-01-31"]
    assert due == ["Listening"]
