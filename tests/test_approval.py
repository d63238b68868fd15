"""Who approved an amendment, and when: asked for where the council wants it, and shown wherever the amendment is."""

from datetime import date

import pytest

from macros.commands.amend import main as amend
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import BOROUGH, append, built, copy_of, publish, read, set_fields, site_in, write
from .html import page_of

TODAY = date(2026, 11, 20)
GIVEN = {"kind": "urgent", "what": "You write it down.", "why": "It was lost.", "do": "Carry a pencil."}
APPROVED = {"approved_by": "harbour-lead", "approved_on": "2026-11-19"}
PAGE = "standards/visits/leaving"
SAID = "Approved by the Harbour Lead on 19 November 2026."


def change(copy):
    append(copy, f"docs/{PAGE}.md", "\nWrite it down.\n")


@pytest.fixture
def strict(borough):
    """Saltmarsh, which asks for an approval, with a change that nothing explains yet."""
    set_fields(borough, "data/framework.yml", approval_required="true")
    change(borough)
    return borough


@pytest.fixture(scope="module")
def approved(tmp_path_factory):
    """Saltmarsh's site after an approved amendment, which also brought a panel that the document never named."""
    copy = copy_of(BOROUGH, tmp_path_factory.mktemp("approved"))
    change(copy)
    set_fields(copy, "data/panels/pencil-circle.yml", title="Pencil Circle", group="circles", purpose="Sharpens pencils.")
    publish(copy, TODAY, **GIVEN, **APPROVED)
    return built(copy, copy / "site")


def answering(*answers):
    """Return what answers the questions of make amend in turn, and the list of the questions that it was asked."""
    asked, rest = [], iter(answers)

    def ask(question):
        asked.append(question)
        return next(rest)

    return ask, asked


def test_who_approved_it_and_when_is_asked_where_the_council_wants_it(strict):
    ask, asked = answering("the chief", "harbour-lead", "yesterday", "2026-11-21", "2026-11-19")
    assert amend(strict, TODAY, GIVEN, ask) == 0
    assert len(asked) == 5  # an unknown role, what is no day, and a day to come are asked again
    [latest] = load(strict, TODAY).latest_first[:1]
    assert (latest.approved_by, latest.approved_on) == ("harbour-lead", date(2026, 11, 19))


def test_an_approval_can_be_given_beforehand(strict):
    assert amend(strict, TODAY, {**GIVEN, **APPROVED}, ask=None) == 0


def test_a_minor_amendment_needs_no_approval(strict):
    assert amend(strict, TODAY, {"kind": "minor", "what": "A comma."}, ask=None) == 0


def test_nobody_is_asked_where_the_council_does_not_want_it(borough):
    change(borough)
    assert amend(borough, TODAY, GIVEN, ask=None) == 0


def test_an_amendment_by_hand_without_an_approval_is_refused(strict):
    by_hand = read(strict, "data/amendments/2026-11-02-tide-circle.yml")
    by_hand = by_hand.replace("activities/tide-circle", "standards/leaving").replace("2026-11-02", "2026-11-20")
    write(strict, "data/amendments/by-hand.yml", by_hand)
    with pytest.raises(DataError, match=r"data/amendments/by-hand.yml:1: say which role approved this, and when"):
        load(strict, TODAY)


def test_what_was_recorded_before_the_council_wanted_it_stands(borough):
    set_fields(borough, "data/framework.yml", approval_required="true")
    assert load(borough, TODAY).unexplained == []


@pytest.mark.parametrize(("fields", "message"), [
    ({"approved_by": "harbour-lead"}, "say both who approved it and on which day"),
    ({"approved_by": "harbour-lead", "approved_on": "2026-11-03"}, "after it was published"),
    ({"approved_by": "nobody", "approved_on": "2026-11-01"}, 'there is no role "nobody"'),
])
def test_an_approval_that_cannot_be_is_refused(borough, fields, message):
    set_fields(borough, "data/amendments/2026-11-02-tide-circle.yml", **fields)
    with pytest.raises(DataError, match=message):
        load(borough, TODAY)


def test_the_history_of_the_page_says_who_approved_it(approved):
    link = '<strong>Approved</strong> by the <a href="../../../roles/harbour-lead/">Harbour Lead</a> on 19 November 2026.'
    assert link in page_of(approved, PAGE).text


def test_whats_new_says_who_approved_it(approved):
    link = '<strong>Approved:</strong> by the <a href="../roles/harbour-lead/">Harbour Lead</a> on 19 November 2026'
    assert link in page_of(approved, "whats-new").text


def test_the_news_feed_says_who_approved_it(approved):
    assert SAID in (approved / "whats-new.xml").read_text(encoding="utf-8")


def test_the_register_says_who_approved_each_version(approved):
    assert '; approved by the <a href="../roles/harbour-lead/">Harbour Lead</a> on 19 November 2026' in page_of(approved, "standards").text


def test_data_json_says_who_approved_it(approved):
    assert '"approved_by": "harbour-lead"' in (approved / "data.json").read_text(encoding="utf-8")


def test_a_panel_that_the_document_never_named_says_who_decided_it(approved):
    shown = page_of(approved, "panels/pencil-circle").text
    assert '20 November 2026 by the <a href="../../roles/harbour-lead/">Harbour Lead</a>' in shown


def test_the_briefing_sheet_says_who_approved_it(borough):
    change(borough)
    publish(borough, TODAY, **GIVEN, **APPROVED)
    assert "**Approved:** by the [Harbour Lead](/roles/harbour-lead.md) on 19 November 2026" in site_in(borough).macros["briefing"]()
