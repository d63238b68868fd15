"""The life of the standards of Exampleshire: after every step of its lead (life.py) the site is built for a few days.

Each test looks where readers look: the page, the register, the history, What's new, the briefing sheet, Atom, data.json and the
calendars. Two people on two branches are in test_two_people, a new edition is in test_editions.
"""

from datetime import date

import pytest

from .copies import COUNCIL, built, copy_of
from .html import page_of
from .life import KNOWLEDGE, OBSERVATION, ON_THE_DAY, STEPS
from .programs import judged, parts_in_calendars, parts_in_occurrences
from .search.index import index_of
from .seen import Seen
from .server import served

DAY_BEFORE, DAY_AFTER = date(2027, 3, 31), date(2027, 4, 2)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """The council after every step."""
    copy = copy_of(COUNCIL, tmp_path_factory.mktemp("life") / "council")
    for day, take in STEPS:
        take(copy, day)
    return copy


@pytest.fixture(scope="module")
def before(lived):
    return Seen(built(lived, lived / "before", ON=str(DAY_BEFORE)))


@pytest.fixture(scope="module")
def today(lived):
    return Seen(built(lived, lived / "today", ON=str(ON_THE_DAY)))


@pytest.fixture(scope="module")
def after(lived):
    return Seen(built(lived, lived / "after", ON=str(DAY_AFTER)))


def test_changed_months(before):
    assert before.told("The survey moves to November.") == ["news", "briefing", "atom"]
    assert "The survey moves to November." in before.history("activities/staff-survey")
    assert "Staff survey" in before.text("timeline/november") and "Staff survey" not in before.text("timeline/october")
    assert [said["month"] for said in before.record("activities", "staff-survey")["placements"]] == [11]
    assert [uid for uid in before.calendar("activities/staff-survey") if "2027" in uid] == ["staff-survey.2027-11"]


def test_a_rule_that_was_given_changed_and_ended(before):
    assert before.told("Third Thursdays end in June.") == ["news", "briefing", "atom"]
    entries = before.calendar("panels/records-group")
    dated = [(entry["DTSTART"].dt.isoformat()[:10], entry["SEQUENCE"]) for entry in entries.values() if not entry["SUMMARY"].startswith("No date")]
    assert dated == [("2027-02-18", 2), ("2027-03-18", 2), ("2027-04-15", 2), ("2027-05-20", 2), ("2027-06-17", 2)]
    assert entries["records-group.2027-07"]["SUMMARY"] == "No date yet: Records Group"
    assert entries["records-group.2027-01"]["SEQUENCE"] == 0  # before its first day


@pytest.mark.parametrize(("occurrence", "starts", "summary", "sequence"), [
    ("2027-04", "2027-04-14T09:00", "Matching Panel", 1),
    ("2027-06", "2027-07-08T09:00", "Matching Panel", 1),
    ("2027-12", "2028-01-05T10:00", "Matching Panel", 1),
    ("2027-10", "2027-10-12T09:00", "Cancelled: Matching Panel", 1),
    ("2027-08", "2027-08-10T09:00", "Matching Panel", 1),
    ("2027-05", "2027-05-11T09:00", "Matching Panel", 0),
], ids=["confirmed", "moved twice, over a month", "moved over a year", "cancelled", "restored", "left alone"])
def test_a_meeting(before, occurrence, starts, summary, sequence):
    entry = before.calendar("panels/matching-panel")[f"matching-panel.{occurrence}"]
    assert (entry["DTSTART"].dt.isoformat()[:16], entry["SUMMARY"], entry["SEQUENCE"]) == (starts, summary, sequence)
    assert (entry.get("STATUS") == "CANCELLED") == summary.startswith("Cancelled")


def test_a_moved_meeting_is_told_on_the_page_and_in_both_months(before):
    told = "Moved from Tuesday 8 June 2027: The chair is away."
    assert told in before.text("panels/matching-panel")
    assert all("8 July" in before.text(f"timeline/{month}") for month in ("june", "july"))


def test_a_chair_that_was_filled_in_and_approved(before):
    page = before.text("panels/learning-board")
    assert "Chair decided 20 January 2027 Practice Lead" in page
    assert "by the Leader of the Council on 19 January 2027" in before.history("panels/learning-board")
    assert before.record("panels", "learning-board")["chair"] == "practice-lead"
    assert "Approved by the Leader of the Council on 19 January 2027." in before.atom["The Practice Lead chairs the board."]


def test_a_new_panel_with_its_meeting(before):
    assert "Plans visits." in before.text("panels") and "Visiting Panel" in before.text("timeline")
    assert "Decided on 21 January 2027" in before.text("panels/visiting-panel")
    said = before.calendar("panels/visiting-panel")["visiting-panel.2027-05"]["DESCRIPTION"]
    assert "Only the month is decided (May)." in said  # by the council: the framework never named it
    assert "Visiting Panel" in before.text("calendar")


def test_an_attached_document(before):
    assert "documents/visits.pdf" in "".join(page_of(before.site, "panels/visiting-panel").links)
    assert (before.site / "documents/visits.pdf").is_file()


def test_an_urgent_update(before):
    page = f"{KNOWLEDGE}/writing"
    assert "Date each line." in before.text(page)
    assert "In force since Monday 25 January 2027" in before.part(page, "This standard")
    assert "Urgent: Each line has a date." in before.atom
    assert "This version is superseded." in before.text(f"{page}/version-1.0")


LISTENING = f"{KNOWLEDGE}/listening"


def test_a_scheduled_update_on_the_day_before(before):
    assert "Sit where the child wants you to sit." in before.text(LISTENING)
    assert before.part(LISTENING, "Coming change").startswith("This page changes on Thursday 1 April 2027 .")
    assert "from Thursday 1 April 2027 version 2.1" in before.register
    assert "From: Thursday 1 April 2027" in before.news and "From: Thursday 1 April 2027" in before.briefing
    assert before.atom["You sit on the floor."].endswith("From 1 April 2027.")
    assert before.calendar("reviews")["start-listening.2"]["SUMMARY"] == "Starts: Listening, version 2.1"
    assert before.calendar("reviews")["start-listening.2"]["DTSTART"].dt == ON_THE_DAY


def test_a_coming_text_says_word_by_word_what_it_changes(before):
    html = page_of(before.site, f"{LISTENING}/version-2.1").text
    assert "Sit <del>where</del> <ins>on</ins> the <del>child wants you to sit.</del> <ins>floor.</ins>" in html


@pytest.mark.parametrize("day", ["today", "after"])
def test_a_scheduled_update_from_the_day_on(request, day):
    seen = request.getfixturevalue(day)
    assert "Sit on the floor." in seen.text(LISTENING) and "Sit where" not in seen.text(LISTENING)
    assert seen.part(LISTENING, "Coming change") == ""
    assert "Version 2.1 (numbered by this site) In force since Thursday 1 April 2027" in seen.part(LISTENING, "This standard")


def test_a_scheduled_update_on_a_site_that_was_built_before_it(before, browser):
    with served(before.site) as server, browser.new_page(timezone_id="Europe/London") as page:
        for day, said in ((DAY_BEFORE, "This page changes on"), (ON_THE_DAY, "This text applied until Thursday 1 April 2027, and no longer does.")):
            page.clock.set_fixed_time(f"{day}T09:00:00Z")
            page.goto(f"{server.address}{LISTENING}/")
            notice = page.get_by_role("complementary", name="Coming change")
            assert notice.locator("strong").inner_text().startswith(said)
            assert notice.bounding_box()["y"] < page.get_by_role("heading", level=1).bounding_box()["y"]


def test_a_chair_from_april(before, today):
    assert [seen.record("panels", "matching-panel")["chair"] for seen in (before, today)] == ["practice-lead", "team-manager"]
    assert "This page changes on Thursday 1 April 2027" in before.part("panels/matching-panel", "Coming change")
    assert "Chair decided 26 January 2027 Team Manager" in today.text("panels/matching-panel")


def test_two_updates_on_one_day_keep_their_order(before):
    page = f"{OBSERVATION}/observer"
    assert "Bring a paper. Bring a pencil." in before.text(page)
    assert before.text(f"{page}/version-2.0").partition("Watch, and take notes.")[2].startswith(" Bring a paper. Practice Handbook")
    for told in (before.news, before.briefing, before.history(page), "; ".join(before.atom)):
        assert told.index("You bring a pencil.") < told.index("You bring a paper.")


def test_an_urgent_update_while_one_is_coming(before, today):
    assert all("Say what will happen next, and when." in seen.text(LISTENING) for seen in (before, today))
    assert "Sit where the child wants you to sit." in before.text(LISTENING)
    assert "From" not in before.atom["Urgent: You say when."]


def test_a_start_that_was_put_off(before, today):
    page = f"{OBSERVATION}/preparing"
    for seen in (before, today):
        assert seen.part(page, "Coming change").startswith("This page changes on Monday 3 May 2027 .")
        assert "Bring a plan." not in seen.text(page)
    assert "This version never came into force." in before.text(f"{page}/version-2.0")
    assert before.calendar("reviews")["start-preparing.2"]["DTSTART"].dt == date(2027, 5, 3)
    assert before.calendar("reviews")["start-preparing.2"]["SEQUENCE"] == 1


def test_a_typo_makes_no_noise(before):
    assert before.told("A word.") == []
    assert "(minor): A word." in before.history(f"{OBSERVATION}/afterwards")


def test_a_standard_that_was_withdrawn_and_replaced(before):
    page = f"{OBSERVATION}/afterwards"
    said = "Looking back says more. Its place is taken by Looking back ."
    assert before.part(page, "Ended") == f"This ended on Monday 1 March 2027 . {said}"
    assert f"Withdrawn Afterwards , on Monday 1 March 2027: {said}" in before.register
    assert "Talk about what you saw." in before.text(f"{page}/version-1.0")
    assert before.told("Looking back takes its place.") == ["news", "briefing", "atom"]
    assert "Talk over what you saw." in before.text(f"{OBSERVATION}/looking-back")


@pytest.mark.parametrize("page", [f"{OBSERVATION}/afterwards", "panels/family-forum"])
def test_no_menu_and_no_search_leads_to_what_has_ended(before, page):
    assert [found["at"] for found in index_of(before.site)["pages"] if found["at"].startswith(page)] == []
    html = page_of(before.site, page.rpartition("/")[0]).text
    menu = html.partition('aria-label="Sections"')[2].partition("<article")[0]
    assert page.rpartition("/")[2] not in menu


def test_a_panel_that_was_renamed(before):
    assert before.record("panels", "learning-board")["title"] == "Board of Learning"
    entry = before.calendar("qa")["digest.2027-09"]
    assert "Board of Learning" in entry["DESCRIPTION"] and "Learning Board" not in entry["DESCRIPTION"]
    assert before.text("panels/learning-board").startswith("Board of Learning")


def test_two_panels_that_were_merged(before):
    page = "panels/family-forum"
    assert before.part(page, "Ended").endswith("The two meet as one. Its place is taken by Board of Learning .")
    shown = [(entry["SUMMARY"], entry["DTSTART"].dt.isoformat()) for entry in before.calendar(page).values()]
    assert shown == [("No date yet: Family Forum", "2027-02-01"), ("Ended: Family Forum", "2027-03-15")]
    assert "panels/learning-board" in before.calendar(page)["panels-family-forum.ended"]["URL"]
    assert "Family Forum" not in before.text("timeline/may")


def test_a_role_that_has_nothing_to_do_any_more_says_so_once(before):
    [entry] = before.calendar("roles/council-leader").values()
    assert entry["SUMMARY"] == "Nothing planned: Leader of the Council"
    assert (entry["DTSTART"].dt, entry["SEQUENCE"]) == (date(2027, 2, 4), 0)  # whatever was published after it


def test_a_review_without_a_change(before):
    assert before.part(f"{KNOWLEDGE}/writing", "This standard").partition("Last reviewed ")[2].startswith("Friday 5 February 2027")
    assert before.calendar("reviews")["review-writing.2027-02-05"]["DTSTART"].dt == date(2028, 2, 5)


def test_a_question_that_was_settled(before):
    assert "It is the second week." in before.text("about/questions").partition("Settled")[2]
    assert "It is the second week." in before.text("activities/listening-week")


def test_a_change_that_was_taken_back(before):
    page = "activities/case-sampling"
    assert "Ten cases are read in pairs." in before.text(page)
    history = before.history(page)
    assert history.index("is taken back: Twelve cases are read.") < history.rindex("Twelve cases are read.")
    assert "Twelve cases" in before.text(f"{page}/version-2.0")


def test_the_horizon_of_next_year(before):
    assert "learning-board.2032-09" in before.calendar("panels/learning-board")
    assert all(entry["SEQUENCE"] == 0 for uid, entry in before.calendar("qa").items() if "2032" in uid)


def test_through_all_of_it_data_json_says_of_each_role_what_its_calendar_says(before, today, after):
    for seen in (before, today, after):
        assert parts_in_calendars(seen.site) == parts_in_occurrences(seen.data)
        assert judged(seen.site / "data.json", seen.site / "data.schema.json").returncode == 0


def test_who_takes_part_from_a_later_day_does_so_in_each_meeting_after_it_on_whatever_day_the_site_is_built(before, after):
    for seen in (before, after):
        led = {one["slot"]: one["who"]["lead"] for one in seen.data["occurrences"] if one["activity"] == "matching-panel"}
        assert (led["2027-03"], led["2027-05"]) == (["practice-lead"], ["team-manager"])
