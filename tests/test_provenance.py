"""A page says where its words come from: restated from the published document, amended since, or decided by an amendment."""

import re
from datetime import date
from html import unescape

import pytest

from macros.model.problem import DataError
from macros.reading.load import load

from .copies import COUNCIL, append, built, copy_of, edit, publish, read, set_fields, site_in, write
from .html import page_of

FEBRUARY, SEPTEMBER = date(2027, 2, 10), date(2027, 9, 3)
WHY = {"why": "Nobody knew.", "do": "Look here."}
BOARD, MEETING = "data/panels/learning-board.yml", "data/activities/learning-board.yml"
PREPARING, NOTES = "docs/standards/observation/preparing.md", "docs/standards/observation/notes.md"
AUTHORITY = "The published document is the authority."


def decide(copy, day, **answers):
    publish(copy, day, **{"kind": "scheduled", "what": "Something was decided.", **WHY, **answers})


def add_a_panel_that_nobody_named(copy):
    set_fields(copy, "data/panels/lantern-circle.yml", title="Lantern Circle", group="panels", purpose="Keeps the lanterns.")
    set_fields(
        copy, "data/activities/lantern-circle.yml", group="meetings", summary="Counts the lanterns.",
        months=["May"], panel="lantern-circle",
    )


@pytest.fixture(scope="module")
def amended(tmp_path_factory):
    """Exampleshire's site after three amendments: a chair and a panel on one day, the months, a standard and the chair again later."""
    copy = copy_of(COUNCIL, tmp_path_factory.mktemp("amended"))
    set_fields(copy, BOARD, chair="practice-lead", quorum="Three poeple")
    add_a_panel_that_nobody_named(copy)
    write(copy, NOTES, "---\ntitle: Notes\ndescription: What you write down.\n---\n\nWrite little.\n")
    decide(copy, FEBRUARY)
    edit(copy, BOARD, "poeple", "people")
    edit(copy, "data/activities/staff-survey.yml", "would help them", "would help")
    publish(copy, date(2027, 3, 1))
    set_fields(copy, MEETING, months=["March", "September", "December"])
    append(copy, PREPARING, "\nBring a pen.\n")
    decide(copy, SEPTEMBER)
    return built(copy, copy / "site")


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def facts(site, address):
    """Return the facts of a page: the label, with what stands beside it, and the value."""
    html = page_of(site, address).text.split('class="facts"')[1].split("</dl>")[0]
    return {text_of(label): text_of(value) for label, value in re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", html, re.DOTALL)}


def provenance(site, address):
    return page_of(site, address).text.split('class="provenance"')[1].split("</aside>")[0]


def described(site, feed):
    unfolded = (site / "calendar" / feed).read_bytes().decode().replace("\r\n ", "")
    return unfolded.split("X-WR-CALDESC:")[1].splitlines()[0]


def test_a_page_is_restated_while_nothing_amends_it(amended):
    assert AUTHORITY in provenance(amended, "standards/observation")


def test_a_slip_of_the_pen_leaves_a_record_restated(amended):
    assert facts(amended, "activities/staff-survey")["Source"].endswith("page 4")


def test_an_amended_page_names_the_day_and_no_longer_swears_to_the_document(amended):
    shown = text_of(provenance(amended, "standards/observation/preparing"))
    assert "Restated from the Practice Handbook, June 2027" in shown and ", as amended on 3 September 2027 ." in shown
    assert AUTHORITY not in shown


def test_the_day_of_an_amendment_leads_to_the_version_that_it_made(amended):
    assert '<a href="version-2.0/">3 September 2027</a>' in provenance(amended, "standards/observation/preparing")


def test_a_page_that_lists_what_was_amended_no_longer_swears_to_the_document(amended):
    assert AUTHORITY not in provenance(amended, "timeline")


def test_an_amended_panel_names_each_day_also_of_its_meeting(amended):
    source = facts(amended, "panels/learning-board")["Source"]
    assert source.endswith("page 4, as amended on 10 February 2027 and 3 September 2027")


def test_a_fact_says_when_an_amendment_decided_it(amended):
    assert facts(amended, "panels/learning-board")["Chair decided 10 February 2027"] == "Practice Lead"


def test_a_slip_of_the_pen_mended_leaves_the_day_of_a_decision(amended):
    assert facts(amended, "panels/learning-board")["Quorum decided 10 February 2027"] == "Three people"


def test_a_fact_that_nobody_amended_says_nothing_of_a_decision(amended):
    assert "Purpose" in facts(amended, "panels/learning-board")


def test_amended_months_say_so_on_the_panel_whose_meeting_they_are(amended):
    assert "December decided 3 September 2027" in facts(amended, "panels/learning-board")["When it meets"]


def test_what_the_document_does_not_say_is_named_until_it_is_filled_in(amended):
    missing = facts(amended, "panels/learning-board")["Not stated"]
    assert missing.startswith("members")
    assert "chair" not in missing and "quorum" not in missing


def test_a_panel_that_the_document_never_named_says_when_it_was_decided(amended):
    shown = facts(amended, "panels/lantern-circle")
    assert shown["Decided on"] == "10 February 2027"
    assert "Source" not in shown and "Purpose" in shown and "Not decided yet" in shown


def test_a_standard_that_the_document_never_named_says_when_it_was_decided(amended):
    assert text_of(provenance(amended, "standards/observation/notes")).endswith("Decided on 10 February 2027.")


@pytest.mark.parametrize(("feed", "words"), [
    ("panels/matching-panel.ics", "Restated from the Practice Handbook of June 2027."),
    ("panels/learning-board.ics", "Restated from the Practice Handbook of June 2027\\, as amended."),
    ("panels/lantern-circle.ics", "What concerns the Lantern Circle."),
])
def test_a_calendar_says_where_its_entries_come_from(amended, feed, words):
    assert described(amended, feed).endswith(words)


def test_a_decision_that_is_taken_back_leaves_the_page_restated(council):
    edit(council, BOARD, "Turns what is found", "Turns whatever is found")
    decide(council, FEBRUARY)
    edit(council, BOARD, "Turns whatever is found", "Turns what is found")
    decide(council, SEPTEMBER)
    assert "as amended" not in site_in(council).macros["panel"]("learning-board")


def test_a_change_for_a_later_day_amends_nothing_before_it(council):
    coming = read(council, PREPARING).replace("---\n", "---\nstarts: 2027-09-01\n", 1) + "\nBring a pen.\n"
    write(council, PREPARING.replace(".md", ".next.md"), coming)
    decide(council, FEBRUARY)
    page = "standards/observation/preparing"
    assert not site_in(council, day=date(2027, 8, 31)).origin_at(page).amended
    assert site_in(council, day=date(2027, 9, 1)).origin_at(page).amended


def test_what_was_there_from_the_first_needs_a_source(council):
    edit(council, BOARD, "source:\n  - year\n", "")
    with pytest.raises(DataError, match=r"data/panels/learning-board.yml:1: say where the published document says so"):
        load(council, FEBRUARY)


def test_a_minor_amendment_of_a_borough_swears_to_the_document_still(borough):
    edit(borough, "docs/standards/visits/leaving.md", "\n---\n\n", "\n---\n\nWell, ")
    publish(borough, date(2026, 12, 1))
    assert not site_in(borough).origin_at("standards/visits/leaving").is_amended
    assert site_in(borough).origin_at("standards/visits/knocking").is_amended
