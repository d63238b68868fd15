"""The quality assurance lead's whole path: edit, preview, explain, publish; and what readers then see."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest
from macros.history.published import FILE

from macros.commands.amend import main as amend
from macros.commands.due import main as due
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import PROJECT, build, copy_of, edit

TODAY = date(2027, 2, 10)
PAGE = "standards/knowledge-and-skills/communication"
OLD, NEW = "- Set out a clear analysis.", "- In every report, set out a clear analysis."
NOTHING_GIVEN = {}
GIVEN = {"kind": "scheduled", "what": "Each report has an analysis.", "why": "Some had none.", "do": "Check each report."}
ATOM = "{http://www.w3.org/2005/Atom}"


def edit_standard(copy, old=OLD, new=NEW):
    edit(copy, f"docs/{PAGE}.md", old, new)


def explain(copy, today=TODAY, **answers):
    assert amend(copy, today, {**GIVEN, **answers}) == 0


def published(copy, **environment):
    """Build strictly; return a reader of the built files."""
    done = build(copy, copy / "site", **environment)
    assert done.returncode == 0, done.stderr
    return lambda path: (copy / "site" / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def explained(tmp_path_factory):
    """A copy in which one standard was changed, and the change explained and published: (the folder, a reader of its site)."""
    copy = copy_of(PROJECT, tmp_path_factory.mktemp("explained"))
    edit_standard(copy)
    explain(copy)
    return copy, published(copy, SITE_URL="https://standards.example/")


def test_a_strict_build_refuses_an_unexplained_change_and_names_it(copy):
    edit_standard(copy)
    done = build(copy, copy / "site")
    assert done.returncode != 0
    assert f"docs/{PAGE}.md: standards/communication is not as it was published (text)." in done.stderr


def test_a_preview_shows_the_unexplained_change_on_its_page(copy):
    edit_standard(copy)
    build(copy, copy / "site", strict=False)
    assert "Not as it was published." in (copy / "site" / PAGE / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("new", ["- Set out a **clear** analysis.", "-   Set out a clear\n  analysis.", "* Set out a clear analysis."])
def test_formatting_and_white_space_alone_are_no_change(copy, new):
    edit_standard(copy, new=new)
    assert load(copy).unexplained == ()


def test_the_command_asks_what_it_is_not_given(copy):
    edit_standard(copy)
    asked = []
    answers = iter(["sheduled", "scheduled", "Each report has an analysis.", "", "Some had none.", "Check each report."])

    def ask(question):
        asked.append(question)
        return next(answers)

    assert amend(copy, TODAY, NOTHING_GIVEN, ask) == 0
    assert len(asked) == 6  # the misspelt kind and the empty answer are asked again
    [amendment] = load(copy).amendments
    assert (amendment.kind, amendment.why) == ("scheduled", "Some had none.")


def test_an_explained_change_can_be_published_and_raises_the_version(explained):
    copy, read = explained
    assert "<dd>2.0</dd>" in read(f"{PAGE}/index.html")
    assert "version: 2.0\neffective_from: 2027-02-10\n" in (copy / "docs" / f"{PAGE}.md").read_text(encoding="utf-8")


def test_a_minor_change_raises_the_second_number_and_makes_no_noise(copy):
    edit_standard(copy)
    explain(copy, kind="minor")
    read = published(copy)
    assert "<dd>1.1</dd>" in read(f"{PAGE}/index.html")
    assert "Each report has an analysis." not in read("whats-new/index.html") + read("whats-new.xml")


def test_the_page_shows_its_history_and_whats_new_tells_of_it(explained):
    _, read = explained
    assert "Each report has an analysis." in read(f"{PAGE}/index.html")
    assert "Check each report." in read("whats-new/index.html")
    assert "Check each report." in read("whats-new/briefing/index.html")


def test_the_earlier_version_stays_at_its_own_address_and_out_of_search(explained):
    _, read = explained
    earlier = read(f"{PAGE}/version-1.0/index.html")
    assert "This version is superseded." in earlier and "Set out a clear analysis." in earlier
    assert 'href="../"' in earlier
    locations = [entry["location"] for entry in json.loads(read("search/search_index.json"))["docs"]]
    assert [location for location in locations if "version-" in location] == []


def test_the_earlier_version_shows_word_by_word_what_changed(explained):
    _, read = explained
    earlier = read(f"{PAGE}/version-1.0/index.html")
    assert "<del>Set</del> <ins>In every report, set</ins> out a clear analysis." in earlier


def test_a_version_for_later_stands_beside_the_one_in_force_until_then(copy):
    edit_standard(copy)
    explain(copy, effective_from=date(2027, 3, 1))
    register = published(copy)("standards/index.html")
    assert '<time datetime="2027-03-01" data-starts>Monday 1 March 2027</time>; until then <a' in register


def test_the_news_feed_is_atom_with_ids_that_stay(copy, explained):
    first = ElementTree.fromstring(explained[1]("whats-new.xml"))
    edit_standard(copy)
    explain(copy)
    edit_standard(copy, NEW, OLD)
    explain(copy, today=date(2027, 9, 1), kind="urgent")
    second = ElementTree.fromstring(published(copy, SITE_URL="https://standards.example/")("whats-new.xml"))
    assert first.tag == f"{ATOM}feed"
    ids = [[entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")] for feed in (first, second)]
    assert ids[1][1:] == ids[0]
    assert second.find(f"{ATOM}entry").findtext(f"{ATOM}title").startswith("Urgent: ")


def test_a_changed_meeting_raises_its_sequence_in_the_calendar(copy):
    edit(copy, "data/activities.yml", "title: Strategic Placement Group", "title: Placements Group")
    explain(copy)
    data = json.loads(published(copy)("data.json"))
    found = [one for one in data["occurrences"] if one["activity"] == "strategic-placement-group"]
    assert {(one["sequence"], one["changed"]) for one in found} == {(1, "2027-02-10")}


def test_an_activity_that_ended_stays_in_the_news(copy):
    text = (copy / "data" / "activities.yml").read_text(encoding="utf-8")
    record = "- id: early-years-audits" + text.split("- id: early-years-audits")[1].split("\n\n")[0] + "\n\n"
    edit(copy, "data/activities.yml", record, "")
    questions = copy / "data" / "questions.yml"
    told = questions.read_text(encoding="utf-8").replace("activities/early-years-audits", "timeline/june")
    questions.write_text(told, encoding="utf-8")
    edit(copy, "docs/framework/education-and-early-years.md", "(/activities/early-years-audits.md)", "(/timeline/june.md)")
    explain(copy, what="These audits end.")
    assert "These audits end." in published(copy)("whats-new/index.html")


def test_the_same_by_hand_in_a_browser_needs_no_command(copy):
    edit_standard(copy)
    by_hand = (
        "\n- id: by-hand\n  date: 2027-02-10\n  kind: urgent\n  concerns: [standards/communication]\n"
        "  what: A.\n  why: B.\n  do: C.\n"
    )
    edit(copy, "data/amendments.yml", "[]\n", by_hand)
    assert "<dd>2.0</dd>" in published(copy)(f"{PAGE}/index.html")


def test_what_was_written_by_hand_is_recorded_without_a_question(copy):
    test_the_same_by_hand_in_a_browser_needs_no_command(copy)
    assert amend(copy, date(2027, 2, 11), NOTHING_GIVEN, ask=None) == 0
    record = json.loads((copy / FILE).read_text(encoding="utf-8"))
    assert (record["amendments"], record["changed"]) == (["by-hand"], "2027-02-10")


def test_who_stops_before_the_last_answer_is_told_that_nothing_was_recorded(copy, capsys):
    def ask(question):
        raise EOFError

    edit_standard(copy)
    before = (copy / FILE).read_bytes()
    assert amend(copy, TODAY, NOTHING_GIVEN, ask) == 1
    assert capsys.readouterr().out.endswith("Not every question has an answer. Nothing was recorded.\n")
    assert (copy / FILE).read_bytes() == before


def test_what_was_recorded_is_not_rewritten(copy):
    before = (copy / FILE).read_bytes()
    assert amend(copy, TODAY, NOTHING_GIVEN, ask=None) == 0
    assert (copy / FILE).read_bytes() == before


def test_an_amendment_keeps_every_line_that_stood_there(explained, project):
    before = (project / "data" / "amendments.yml").read_text(encoding="utf-8").replace("[]\n", "")
    copy, _ = explained
    assert (copy / "data" / "amendments.yml").read_text(encoding="utf-8").startswith(before)


def test_mistakes_in_the_data_are_listed_and_nothing_is_recorded(copy, capsys):
    edit(copy, "data/panels.yml", "title: Home Panel\n  group: panels", "title: Home Panel\n  group: panel")
    before = (copy / FILE).read_bytes()
    assert amend(copy, TODAY, GIVEN) == 1
    assert "Nothing was recorded." in capsys.readouterr().out
    assert (copy / FILE).read_bytes() == before


def test_reviews_that_are_due_are_listed_with_a_status_for_a_scheduled_job(copy, capsys):
    edit_standard(copy, "version: 1.0\n", "version: 1.0\nlast_reviewed: 2026-02-01\nreview_by: 2027-03-01\n")
    assert due(copy, date(2026, 11, 23)) == 0
    assert due(copy, TODAY) == 1
    assert due(copy, date(2027, 3, 2)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "No review is due within 60 days.",
        f"due on 2027-03-01: Communication (docs/{PAGE}.md)",
        f"overdue since 2027-03-01: Communication (docs/{PAGE}.md)",
    ]


def test_a_review_of_a_standard_needs_no_amendment(copy):
    edit_standard(copy, "version: 1.0\n", "version: 1.0\nlast_reviewed: 2026-02-01\nreview_by: 2027-03-01\n")
    assert load(copy).unexplained == ()


def test_reviews_are_in_a_calendar_of_their_own(copy):
    edit_standard(copy, "version: 1.0\n", "version: 1.0\nlast_reviewed: 2026-02-01\nreview_by: 2027-03-01\n")
    feed = published(copy)("calendar/reviews.ics")
    assert "SUMMARY:Review due: Communication" in feed
    assert "UID:review-communication.2026-02-01@" in feed


def test_the_desk_lists_what_terms_of_reference_lack_until_it_is_filled_in(copy):
    listed = "Home Panel</a>: chair, members, quorum, what comes in"
    assert listed in published(copy)("about/desk/index.html")
    edit(copy, "data/panels.yml", "  documents:\n", "  quorum: Three\n  documents:\n")
    explain(copy)
    assert "Home Panel</a>: chair, members, what comes in" in published(copy)("about/desk/index.html")


def test_the_template_of_a_standard_is_a_standard(copy):
    template = (copy / "docs" / "templates" / "standard.md").read_text(encoding="utf-8")
    (copy / "docs" / "standards" / "new.md").write_text(template, encoding="utf-8")
    assert [change.what for change in load(copy).unexplained] == ["added"]


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("id: communication\n", "", '"id" is missing'),
        ("id: communication\n", "id: supervision\n", 'the id "supervision" is already used in'),
        ("version: 1.0\n", "version: 0.9\n", "version 0.9 goes back: version 1.0 has been published."),
        ("version: 1.0\n", "version: 1.0\nowner: nobody\n", 'there is no role "nobody".'),
        (
            "version: 1.0\n", "version: 1.0\neffective_from: 2027-03-01\nreview_by: 2027-02-01\n",
            "review_by (2027-02-01) has to come after effective_from (2027-03-01).",
        ),
    ],
    ids=["no id", "an id that two standards share", "a version that goes back", "an unknown owner", "a review before its start"],
)
def test_a_mistake_in_a_standard_is_named_with_its_file(copy, old, new, message):
    edit_standard(copy, old, new)
    with pytest.raises(DataError) as error:
        load(copy)
    [problem] = [problem for problem in error.value.problems if message in problem.message]
    assert problem.file.startswith("docs/standards/knowledge-and-skills/")


def test_an_amendment_of_something_unknown_is_refused(copy):
    by_hand = "\n- {id: x, date: 2027-02-10, kind: minor, concerns: [standards/comunication], what: A.}\n"
    edit(copy, "data/amendments.yml", "[]\n", by_hand)
    with pytest.raises(DataError, match=r'"standards/comunication"\. Did you mean standards/communication\?'):
        load(copy)


def test_an_amendment_that_is_not_minor_says_why(copy):
    by_hand = "\n- {id: x, date: 2027-02-10, kind: urgent, concerns: [standards/communication], what: A.}\n"
    edit(copy, "data/amendments.yml", "[]\n", by_hand)
    with pytest.raises(DataError, match='"why" is missing'):
        load(copy)
