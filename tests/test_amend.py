"""`make amend` explains and records what changed, and asks what it is not told; nobody gets to read what is not recorded."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from macros.commands import check
from macros.commands.amend import main as amend
from macros.commands.due import main as due
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import COUNCIL, append, build, built, copy_of, edit, publish, read, set_fields, site_in, write
from .days import APRIL, FEBRUARY, MARCH
from .html import page_of

PAGE = "standards/knowledge-and-skills/listening"
LISTENING, COMING = f"docs/{PAGE}.md", f"docs/{PAGE}.next.md"
OLD, NEW = "- Say what will happen next.", "- In every case, say what will happen next."
GIVEN = {"kind": "scheduled", "what": "Each visit ends with what comes next.", "why": "Some did not.", "do": "Say it each time."}
EXPLAIN = "Say why under change: in that file, or with make amend."
UNEXPLAINED = f"{LISTENING}: standards/listening is not as it was published (text)."
BY_HAND = "date: 2027-02-01\nkind: urgent\nconcerns:\n  - standards/listening\nwhat: A.\nwhy: B.\ndo: C.\n"


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def contents(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def new_files(council, before):
    return sorted(contents(council).keys() - before.keys())


def answering(*answers):
    """Return what answers each question in turn, and the questions that it was asked."""
    asked, left = [], iter(answers)

    def ask(question):
        asked.append(question.strip())
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return ask, asked


def announce(council):
    """Write a coming version of the standard."""
    write(council, COMING, read(council, LISTENING).replace("---\n", "---\nstarts: 2027-09-01\n", 1) + "\nIt comes.\n")


def refused(council, day=FEBRUARY, is_proposal=False):
    return list(replace(site_in(council, day=day), is_proposal=is_proposal).refused())


# The command


def test_it_asks_what_it_is_not_given_until_the_answer_will_do(council):
    edit(council, LISTENING, OLD, NEW)
    ask, asked = answering("sheduled", "scheduled", " Each  visit ends. ", "", "Some did not.", "Say it.")
    assert amend(council, FEBRUARY, {}, ask) == 0
    assert asked == [
        "Is it scheduled, urgent or minor (a slip of the pen that changes no meaning)?",
        "Is it scheduled, urgent or minor (a slip of the pen that changes no meaning)?",
        "What changed?", "Why?", "Why?", "What should staff do differently?",
    ]
    [amendment] = load(council, FEBRUARY).framework.amendments
    assert (amendment.kind, amendment.what, amendment.why, amendment.do) == ("scheduled", "Each visit ends.", "Some did not.", "Say it.")


def test_it_asks_only_what_changed_where_the_change_is_minor(council):
    edit(council, LISTENING, OLD, NEW)
    ask, asked = answering("A comma.")
    assert amend(council, FEBRUARY, {"kind": "minor"}, ask) == 0
    assert asked == ["What changed?"]


def test_it_says_what_it_found_and_what_it_wrote(council, capsys):
    edit(council, LISTENING, OLD, NEW)
    capsys.readouterr()
    assert amend(council, FEBRUARY, GIVEN) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Not as it was published:",
        f"  {UNEXPLAINED}",
        "Recorded in data/published/2027-02-01-listening.json.",
        "Everything is recorded.",
    ]


def test_who_stops_before_the_last_answer_is_told_that_nothing_was_recorded(council, capsys):
    edit(council, LISTENING, OLD, NEW)
    before = contents(council)
    ask, _ = answering("scheduled", "Each visit ends.")
    assert amend(council, FEBRUARY, {}, ask) == 1
    assert capsys.readouterr().out.endswith("\nNot every question has an answer. Nothing was recorded.\n")
    assert contents(council) == before


def test_one_explanation_is_one_entry_whatever_it_concerns(council):
    edit(council, LISTENING, OLD, NEW)
    set_fields(council, "data/panels/learning-board.yml", quorum="Three")
    announce(council)
    before = contents(council)
    assert amend(council, FEBRUARY, GIVEN) == 0
    assert new_files(council, before) == [
        "data/amendments/2027-02-01-learning-board.yml", "data/published/2027-02-01-learning-board.json",
    ]
    [amendment] = load(council, FEBRUARY).framework.amendments
    assert amendment.concerns == ("panels/learning-board", "standards/listening")


def test_two_amendments_of_one_thing_on_one_day_have_names_of_their_own(council):
    for line in ("One.", "Two."):
        append(council, LISTENING, f"\n{line}\n")
        publish(council, FEBRUARY, **GIVEN)
    assert [amendment.id for amendment in load(council, FEBRUARY).latest_first] == ["2027-02-01-listening-2", "2027-02-01-listening"]


def test_what_was_recorded_is_not_recorded_again(council):
    edit(council, LISTENING, OLD, NEW)
    publish(council, FEBRUARY, **GIVEN)
    before = contents(council)
    assert amend(council, MARCH, {}, ask=None) == 0
    assert contents(council) == before


def test_a_new_amendment_leaves_every_other_file_as_it_was(council):
    edit(council, LISTENING, OLD, NEW)
    publish(council, FEBRUARY, **GIVEN)
    before = contents(council)
    append(council, LISTENING, "\nMore.\n")
    publish(council, MARCH, **GIVEN)
    after = contents(council)
    assert {name for name in before if after[name] != before[name]} == {LISTENING}


def test_mistakes_in_the_data_are_listed_and_nothing_is_recorded(council, capsys):
    edit(council, LISTENING, OLD, NEW)
    edit(council, "data/panels/learning-board.yml", "group: panels", "group: panel")
    before = contents(council)
    capsys.readouterr()
    assert amend(council, FEBRUARY, GIVEN) == 1
    assert capsys.readouterr().out.splitlines() == [
        'data/panels/learning-board.yml:2: there is no panel group "panel". Did you mean panels?',
        "1 to put right. Nothing was recorded.",
    ]
    assert contents(council) == before


def test_what_the_check_of_all_of_it_refuses_is_explained_already_and_recorded_once_it_is_right(council, capsys):
    edit(council, LISTENING, OLD, NEW)
    before = contents(council)
    assert amend(council, FEBRUARY, GIVEN, check=lambda root: 1) == 1
    assert capsys.readouterr().out.endswith("\nNothing was recorded. Put this right, and run make amend again.\n")
    assert new_files(council, before) == ["data/amendments/2027-02-01-listening.yml"]
    assert amend(council, FEBRUARY, {}, ask=None) == 0
    assert refused(council) == []


def test_a_council_is_published_for_the_first_time_without_a_question(council):
    first = council / "data/published/first.json"
    first.unlink()
    assert refused(council) == ["Not recorded yet: everything, for the first time. Record it with make amend."]
    assert amend(council, FEBRUARY, {}, ask=None) == 0
    assert refused(council) == []


def test_what_is_to_follow_the_first_publication_is_asked_for_after_it(council):
    (council / "data/published/first.json").unlink()
    announce(council)
    assert amend(council, FEBRUARY, GIVEN) == 0
    assert refused(council) == []
    assert [version.number for version in load(council, FEBRUARY).log.versions["standards/listening"]] == ["1.0", "2.0"]


# By hand


def test_an_amendment_written_by_hand_is_recorded_without_a_question(council):
    edit(council, LISTENING, OLD, NEW)
    write(council, "data/amendments/by-hand.yml", BY_HAND)
    assert amend(council, MARCH, {}, ask=None) == 0
    [_, version] = load(council, MARCH).log.versions["standards/listening"]
    assert (version.number, version.publication, version.starts) == ("2.0", "by-hand", FEBRUARY)


def test_amendments_written_by_hand_are_recorded_in_the_order_of_their_days(council):
    edit(council, LISTENING, OLD, NEW)
    append(council, "docs/standards/knowledge-and-skills/writing.md", "\nMore.\n")
    write(council, "data/amendments/a-later-one.yml", BY_HAND.replace("2027-02-01", "2027-03-01"))
    write(council, "data/amendments/z-earlier-one.yml", BY_HAND.replace("listening", "writing"))
    assert amend(council, MARCH, {}, ask=None) == 0
    assert list(load(council, MARCH).log.publications) == ["first", "z-earlier-one", "a-later-one"]


def test_an_amendment_that_is_not_minor_says_why(council):
    edit(council, LISTENING, OLD, NEW)
    write(council, "data/amendments/by-hand.yml", BY_HAND.replace("why: B.\n", ""))
    with pytest.raises(DataError) as error:
        load(council, FEBRUARY)
    assert str(error.value) == 'data/amendments/by-hand.yml:1: "why" is missing: only a minor amendment can do without it.'


# What readers get is recorded


def test_a_change_that_nothing_explains_is_refused_also_as_a_proposal(council):
    edit(council, LISTENING, OLD, NEW)
    assert refused(council, is_proposal=True) == refused(council) == [f"{UNEXPLAINED} {EXPLAIN}"]


def test_a_change_that_is_explained_and_not_recorded_is_a_proposal_and_not_for_readers(council):
    edit(council, LISTENING, OLD, NEW)
    write(council, "data/amendments/by-hand.yml", BY_HAND)
    assert refused(council, is_proposal=True) == []
    assert refused(council) == ["Not recorded yet: data/amendments/by-hand.yml: A. (standards/listening: text) Record it with make amend."]


def test_a_recorded_amendment_explains_nothing_that_comes_after_it(council):
    edit(council, LISTENING, OLD, NEW)
    publish(council, FEBRUARY, kind="minor", what="A comma.")
    edit(council, LISTENING, NEW, "- Say nothing.")
    assert refused(council) == [f"{UNEXPLAINED} {EXPLAIN}"]


def test_the_check_of_a_proposal_names_everything_that_would_be_recorded(council, capsys):
    edit(council, LISTENING, OLD, NEW)
    set_fields(council, "data/panels/learning-board.yml", quorum="Three")
    write(council, "data/amendments/by-hand.yml", BY_HAND.replace("what", "  - panels/learning-board\nwhat"))
    capsys.readouterr()
    assert check.main(council, FEBRUARY) == 0
    assert capsys.readouterr().out.splitlines() == [
        "make amend would record:",
        "  data/amendments/by-hand.yml: A. (panels/learning-board: quorum; standards/listening: text)",
    ]


def test_the_check_is_silent_where_all_is_recorded(council, capsys):
    capsys.readouterr()
    assert check.main(council, FEBRUARY) == 0
    assert capsys.readouterr().out == ""


def test_an_entry_of_the_calendars_and_an_address_that_nobody_recorded_are_not_for_readers(council):
    edit(council, LISTENING, "review_by: 2028-01-02", "review_by: 2028-02-02")
    write(council, "docs/about/help.md", "---\ntitle: Help\ndescription: Help.\n---\n\nHelp.\n")
    assert refused(council, is_proposal=True) == []
    assert refused(council) == [
        "Not recorded yet: review-listening.2027-01-02@handbook.exampleshire.example is new, or says something new, in the calendars. "
        "Record it with make amend.",
        "Not recorded yet: about/help is a new address. Record it with make amend.",
    ]
    assert amend(council, FEBRUARY, {}, ask=None) == 0
    assert refused(council) == []


def test_what_starts_on_its_day_needs_nobody_to_record_it_again(council):
    """A panel, its meeting and a role are announced with a coming version, and another title and an end."""
    set_fields(council, "data/roles/council-leader.yml", title="Leader")
    write(council, "data/roles/council-leader.next.yml", read(council, "data/roles/council-leader.yml").replace("Leader", "First citizen"))
    set_fields(council, "data/roles/council-leader.next.yml", starts="2027-03-01")
    text = read(council, "data/activities/staff-survey.yml")
    end = "starts: 2027-03-01\nended:\n  on: 2027-06-01\n  because: Nobody answered.\n"
    write(council, "data/activities/staff-survey.next.yml", text + end)
    page = read(council, LISTENING)
    write(council, COMING, page.replace("title: Listening", "starts: 2027-03-01\ntitle: Hearing"))
    publish(council, FEBRUARY, **GIVEN)
    assert [refused(council, day) for day in (FEBRUARY, MARCH, APRIL, date(2028, 4, 1))] == [[]] * 4


GONE = {
    "docs/about/desk.md": ["about/desk"],
    "docs/standards/knowledge-and-skills/writing.md": ["standards/knowledge-and-skills/writing"],
    "data/activities/staff-survey.yml": ["activities/staff-survey", "calendar/activities/staff-survey.ics"],
}


@pytest.mark.parametrize(("path", "addresses"), GONE.items(), ids=GONE)
def test_an_address_that_was_public_is_refused_if_it_dies_also_when_that_is_explained(council, path, addresses):
    (council / path).unlink()
    publish(council, FEBRUARY, **GIVEN)
    says = (
        "this address was public and is gone. Put the page or record back and give it an end (ended:), "
        "or name the address under formerly: on the page that took its place."
    )
    assert refused(council, is_proposal=True) == refused(council) == [f"{address}: {says}" for address in addresses]


# What counts as a change


@pytest.mark.parametrize("new", ["- Say **what** will happen next.", "-   Say what will\n  happen next.", "* Say what will happen next."])
def test_formatting_and_white_space_alone_are_no_change(council, new):
    edit(council, LISTENING, OLD, new)
    assert load(council, FEBRUARY).differences == []


PAIRS = [
    ("10-15", ">10 15"), ("10-15", "10 15"), ("5*3", "53"), ("5 * 3", "5 3"), ("2. Wait", "3. Wait"), ("must", "may"), ("1,5", "1.5"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS, ids=[f"{old} to {new}" for old, new in PAIRS])
def test_every_change_of_words_or_numbers_counts(council, old, new):
    edit(council, LISTENING, OLD, f"- {old} days.\n\n{old}")
    publish(council, FEBRUARY, **GIVEN)
    write(council, LISTENING, read(council, LISTENING).replace(old, new))
    assert [str(difference) for difference in load(council, FEBRUARY).differences] == [UNEXPLAINED]


@pytest.mark.parametrize(
    ("name", "fields", "what"),
    [
        ("data/calendar.yml", {"from": "2027-02-01"}, "data/calendar.yml: calendar is not as it was published (from)."),
        ("data/calendar.yml", {"domain": "other.example"}, "data/calendar.yml: calendar is not as it was published (domain)."),
        (
            "data/roles/team-manager.yml", {"title": "Manager of a team"},
            "data/roles/team-manager.yml: roles/team-manager is not as it was published (title).",
        ),
        (
            "data/activities/staff-survey.yml", {"months": ["November"]},
            "data/activities/staff-survey.yml: activities/staff-survey is not as it was published (months).",
        ),
    ],
)
def test_what_people_are_told_does_not_change_without_a_word(council, name, fields, what):
    set_fields(council, name, **fields)
    assert [str(difference) for difference in load(council, FEBRUARY).unexplained] == [what]


@pytest.mark.parametrize("line", ["description: Another one.", "owner: team-manager"])
def test_the_description_and_the_owner_of_a_standard_count(council, line):
    field = line.partition(":")[0]
    text = read(council, LISTENING).splitlines()
    write(council, LISTENING, "\n".join([line if one.startswith(f"{field}:") else one for one in text]) + "\n")
    assert [difference.what for difference in load(council, FEBRUARY).differences] == [field]


def test_a_review_of_a_standard_needs_no_amendment(council):
    edit(council, LISTENING, "last_reviewed: 2027-01-02\nreview_by: 2028-01-02", "last_reviewed: 2027-02-01\nreview_by: 2028-02-01")
    assert load(council, FEBRUARY).differences == []


def test_reviews_that_are_due_are_listed_with_a_status_for_a_scheduled_job(council, capsys):
    capsys.readouterr()
    statuses = [due(council, day) for day in (FEBRUARY, date(2028, 1, 2), date(2028, 1, 3))]
    assert statuses == [0, 1, 1]
    assert capsys.readouterr().out.splitlines() == [
        "No review is due within 60 days.",
        f"due on 2028-01-02: Listening ({LISTENING})",
        f"overdue since 2028-01-02: Listening ({LISTENING})",
    ]


# All of it, with MkDocs


def make_amend(council):
    options = [f"--{name}={value}" for name, value in GIVEN.items()]
    command = [sys.executable, "-m", "macros.commands.amend", *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "ON": "2027-02-01", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=council, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def amended(tmp_path_factory):
    """A council in which one standard was changed and `make amend` was run: what it printed, and the folder."""
    council = copy_of(COUNCIL, tmp_path_factory.mktemp("amended") / "council")
    edit(council, LISTENING, OLD, NEW)
    done = make_amend(council)
    assert done.returncode == 0, done.stdout + done.stderr
    built(council, council / "site")
    return done.stdout, council


def test_it_says_that_all_can_be_published_once_that_is_so(amended):
    printed, _ = amended
    assert printed.splitlines()[-2:] == ["Everything is recorded.", "You can publish now."]


def test_a_link_to_nowhere_is_told_before_anything_is_recorded(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    append(council, LISTENING, "\n[More](/nowhere.md)\n")
    before = contents(council / "data/published")
    done = make_amend(council)
    assert done.returncode != 0
    line = read(council, LISTENING).splitlines().index("[More](/nowhere.md)") + 1
    assert done.stdout.splitlines()[-3:] == [
        f'{LISTENING}:{line}: the link "/nowhere.md" leads nowhere: give the file of a page below docs/, such as /panels/home-panel.md.',
        "Your answers are kept in data/amendments/2027-02-01-listening.yml: delete it to be asked again.",
        "Nothing was recorded. Put this right, and run make amend again.",
    ]
    assert contents(council / "data/published") == before


def test_a_strict_build_refuses_what_is_not_explained_and_names_it(tmp_path):
    copy = copy_of(COUNCIL, tmp_path / "council")
    edit(copy, LISTENING, OLD, NEW)
    done = build(copy, tmp_path / "site")
    assert done.returncode != 0
    assert f"{UNEXPLAINED} {EXPLAIN}" in done.stderr
    done = build(copy, tmp_path / "preview", strict=False)
    assert "Not as it was published." in page_of(tmp_path / "preview", PAGE).text


def test_the_page_tells_of_the_change_and_leads_to_the_version_before_it(amended):
    page = page_of(amended[1] / "site", PAGE)
    assert "Each visit ends with what comes next." in page.text
    assert "Say it each time." in page.text
    assert "version-1.0/" in page.links


def test_the_earlier_version_says_that_it_is_superseded_and_is_out_of_search(amended):
    site = amended[1] / "site"
    page = page_of(site, f"{PAGE}/version-1.0")
    assert "This version is superseded." in page.text and "Say what will happen next." in page.text
    assert "version-1.0" not in (site / "assets/search-index.js").read_text(encoding="utf-8")


def test_the_earlier_version_shows_word_by_word_what_changed(amended):
    text = (amended[1] / "site" / PAGE / "version-1.0" / "index.html").read_text(encoding="utf-8")
    assert "<del>Say</del> <ins>In every case, say</ins> what will happen next." in text
