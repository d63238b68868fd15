"""The versions of a standard: the number and the first day of each, as the amendments have it, and which holds on a day."""

import re
from datetime import date
from html import unescape

import pytest

from macros.commands.amend import main as amend
from macros.history.comparison import Segment
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import append, edit, publish, read, set_front_matter, site_in, write

PAGE = "docs/standards/observation/observer.md"
COMING = "docs/standards/observation/observer.next.md"
CONCERN = "standards/observer"
FIRST_SENTENCE = "Watch, and take notes."
SCHEDULED = {"kind": "scheduled", "what": "A new duty.", "why": "It was missing.", "do": "Do it."}
URGENT = {**SCHEDULED, "kind": "urgent"}
FEBRUARY, MARCH, APRIL = date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)


def change(council, day, **answers):
    """Add a sentence to the standard, and explain it on a day: a minor change unless the answers say otherwise."""
    append(council, PAGE, f"\nOne more sentence, of {day}.\n")
    publish(council, day, **answers)


def announce(council, day, starts, sentence="It comes."):
    """Write a coming version that starts on a later day, and explain it."""
    write(council, COMING, read(council, PAGE).replace("---\n", f"---\nstarts: {starts}\n", 1) + f"\n{sentence}\n")
    publish(council, day, **SCHEDULED)


def versions(council, day):
    """Return the number and the first day of each version of the standard, in the order of recording."""
    return [(version.number, version.starts) for version in load(council, day).log.versions[CONCERN]]


def in_force(council, day):
    return load(council, day).log.in_force(CONCERN, day).number


def test_a_minor_amendment_keeps_the_day_in_force(council):
    change(council, FEBRUARY, **SCHEDULED)
    change(council, MARCH)
    assert versions(council, MARCH) == [("1.0", None), ("2.0", FEBRUARY), ("2.1", FEBRUARY)]


def test_an_amendment_that_is_not_minor_is_in_force_from_its_own_day(council):
    change(council, FEBRUARY, **SCHEDULED)
    change(council, MARCH, **SCHEDULED)
    assert versions(council, MARCH) == [("1.0", None), ("2.0", FEBRUARY), ("3.0", MARCH)]


@pytest.mark.parametrize(("day", "number"), [(FEBRUARY, "1.0"), (date(2027, 3, 31), "1.0"), (APRIL, "2.0"), (date(2027, 4, 2), "2.0")])
def test_a_coming_version_holds_from_its_first_day(council, day, number):
    announce(council, FEBRUARY, APRIL)
    assert in_force(council, day) == number


def test_an_urgent_amendment_goes_to_the_text_in_force_and_not_before_the_coming_one(council):
    announce(council, FEBRUARY, APRIL)
    change(council, MARCH, **URGENT)
    assert versions(council, MARCH) == [("1.0", None), ("2.0", APRIL), ("1.1", MARCH)]
    assert [in_force(council, day) for day in (MARCH, APRIL)] == ["1.1", "2.0"]


def test_what_an_urgent_amendment_brought_and_the_coming_version_lacks_is_said(council, capsys):
    announce(council, FEBRUARY, APRIL)
    capsys.readouterr()
    change(council, MARCH, **URGENT)
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "Recorded in data/published/2027-03-01-observer.json.",
        f"{COMING} does not say what now applies. Put it there too, or it ends on that day:",
        "  One more sentence, of 2027-03-01.",
        "Everything is recorded.",
    ]


def test_what_the_coming_version_lacks_is_told_at_each_check_until_it_has_it(council):
    announce(council, FEBRUARY, APRIL)
    change(council, MARCH, **URGENT)
    told = f"{COMING} does not say what now applies, which then ends on 2027-04-01: One more sentence, of 2027-03-01."
    assert [notice for notice in site_in(council).notices() if COMING in notice] == [told]
    append(council, COMING, "\nOne more sentence, of 2027-03-01.\n")
    publish(council, MARCH)
    assert [notice for notice in site_in(council).notices() if COMING in notice] == []


def test_what_the_coming_version_changes_on_purpose_is_not_lacking(council):
    """Also where an urgent change of the same place is taken back."""
    write(council, COMING, read(council, PAGE).replace("---\n", f"---\nstarts: {APRIL}\n", 1).replace(FIRST_SENTENCE, "Watch."))
    publish(council, FEBRUARY, **SCHEDULED)
    edit(council, PAGE, FIRST_SENTENCE, "Take notes.")
    publish(council, MARCH, **URGENT)
    assert load(council, MARCH).lacking(CONCERN) == ["Take notes."]
    edit(council, PAGE, "Take notes.", FIRST_SENTENCE)
    publish(council, MARCH, **URGENT)
    assert load(council, MARCH).lacking(CONCERN) == []


def test_a_coming_version_that_is_withdrawn_leaves_the_one_in_force_as_it_is(council):
    announce(council, FEBRUARY, APRIL)
    (council / COMING).unlink()
    publish(council, MARCH, **SCHEDULED)
    pages = site_in(council).versions_at("standards/observation/observer")
    assert [(one.version.number, one.state, one.ended) for one in pages] == [("1.0", "in force", None), ("2.0", "withdrawn", None)]
    change(council, APRIL, **SCHEDULED)
    assert in_force(council, APRIL) == "3.0"


def title_changed(council, **answers):
    """Make an urgent change of another place than the coming version changes."""
    set_front_matter(council, PAGE, title="Who observes")
    publish(council, MARCH, **{**URGENT, **answers})


def test_an_urgent_change_is_carried_over_to_the_coming_version_by_the_same_amendment(council):
    announce(council, FEBRUARY, APRIL)
    title_changed(council, carry_over="yes")
    log = load(council, MARCH).log
    said = {version.number: (version.says["title"], "It comes." in version.says["text"]) for version in log.versions[CONCERN]}
    assert said["1.1"] == ("Who observes", False)
    assert said["2.1"] == ("Who observes", True)
    assert [in_force(council, day) for day in (MARCH, APRIL)] == ["1.1", "2.1"]


def test_an_urgent_change_that_is_not_to_be_carried_over_leaves_the_coming_version_as_it_was(council):
    announce(council, FEBRUARY, APRIL)
    before = read(council, COMING)
    title_changed(council, carry_over="no")
    assert read(council, COMING) == before


def test_nothing_is_written_before_every_question_has_an_answer(council, capsys):
    """Also where a change is to be carried over, which is asked first."""
    answers = iter(["yes", "urgent", "A new name."])
    announce(council, FEBRUARY, APRIL)
    set_front_matter(council, PAGE, title="Who observes")
    before = {path: path.read_bytes() for folder in ("data", "docs") for path in (council / folder).rglob("*") if path.is_file()}
    assert amend(council, MARCH, {}, ask=lambda question: next(answers, None) or stop()) == 1
    assert {path: path.read_bytes() for path in before} == before
    assert "Not every question has an answer. Nothing was recorded." in capsys.readouterr().out


def stop():
    raise EOFError


def test_a_carried_over_change_leaves_every_other_line_of_the_coming_version(council):
    """Such as `months: all`, which the record holds as twelve names, and the order of what a rule says."""
    now, coming = "data/activities/matching-panel.yml", "data/activities/matching-panel.next.yml"
    written = "starts: 2027-04-01\n" + read(council, now).replace("Matches each child", "Finds a place for each child")
    write(council, coming, written)
    publish(council, FEBRUARY, **SCHEDULED)
    edit(council, now, "Room 1", "Room 9")
    publish(council, MARCH, **{**URGENT, "carry_over": "yes"})
    assert read(council, coming) == written.replace("Room 1", "Room 9")


def test_a_word_of_the_text_is_carried_over_beside_the_words_that_are_to_come(council):
    announce(council, FEBRUARY, APRIL)
    edit(council, PAGE, FIRST_SENTENCE, "Somebody new.")
    publish(council, MARCH, **{**URGENT, "carry_over": "yes"})
    assert "Somebody new." in read(council, COMING) and "It comes." in read(council, COMING)
    assert FIRST_SENTENCE not in read(council, COMING)


def test_a_start_that_is_put_off_is_a_change_and_takes_the_place_of_the_earlier_one(council):
    announce(council, FEBRUARY, MARCH)
    announce(council, date(2027, 2, 10), APRIL)
    assert versions(council, MARCH) == [("1.0", None), ("2.0", MARCH), ("2.1", APRIL)]
    assert [in_force(council, day) for day in (MARCH, APRIL)] == ["1.0", "2.1"]


def test_what_has_started_takes_the_place_of_the_file_at_the_next_amendment(council):
    announce(council, FEBRUARY, MARCH)
    publish(council, APRIL)
    assert "It comes." in read(council, PAGE) and "starts:" not in read(council, PAGE)
    assert not (council / COMING).exists()
    assert versions(council, APRIL) == [("1.0", None), ("2.0", MARCH)]


def test_a_change_after_the_start_is_made_to_what_started(council):
    announce(council, FEBRUARY, MARCH)
    publish(council, APRIL)
    change(council, APRIL, **SCHEDULED)
    log = load(council, APRIL).log
    assert [log.in_force(CONCERN, day).number for day in (FEBRUARY, MARCH, APRIL)] == ["1.0", "2.0", "3.0"]


def test_a_coming_version_without_a_start_is_refused(council):
    write(council, COMING, read(council, PAGE))
    with pytest.raises(DataError, match="say from which day this version applies"):
        load(council, FEBRUARY)


def test_each_version_is_compared_with_every_other_the_newest_first(council):
    change(council, FEBRUARY, **SCHEDULED)
    change(council, MARCH, **SCHEDULED)
    shown = {one.version.number: one.comparisons for one in site_in(council).versions_at("standards/observation/observer")}
    assert {number: [other.number for other, _ in others] for number, others in shown.items()} == {
        "1.0": ["3.0", "2.0"], "2.0": ["3.0", "1.0"], "3.0": ["2.0", "1.0"],
    }
    new = [[Segment("new", f"One more sentence, of {day}.")] for day in (FEBRUARY, MARCH)]
    assert [lines for _, lines in shown["1.0"]] == [new, new[:1]]
    assert [lines for _, lines in shown["3.0"]] == [new[1:], new]


def test_an_urgent_version_is_compared_with_the_text_that_held_and_not_with_the_coming_one(council):
    announce(council, FEBRUARY, APRIL)
    change(council, MARCH, **URGENT)
    urgent = site_in(council).versions_at("standards/observation/observer")[-1]
    assert (urgent.version.number, urgent.before.number) == ("1.1", "1.0")
    assert urgent.changed == [[Segment("new", f"One more sentence, of {MARCH}.")]]


def test_a_version_that_never_came_into_force_is_told_from_those_that_did(council):
    announce(council, FEBRUARY, APRIL)
    announce(council, MARCH, date(2027, 5, 3))
    site = site_in(council)
    versions = site.versions_at("standards/observation/observer")
    assert [one.version in one.standing for one in versions] == [True, False, True]
    shown = unescape(site.macros["version"]("standards/observation/observer", "1.0"))
    assert re.findall("<summary>(.*)</summary>", shown) == ["Version 2.1, from Monday 3 May 2027", "Version 2.0, which never came into force"]


def test_a_version_holds_until_the_next_one_and_on_no_day_where_that_is_of_the_same(council):
    change(council, FEBRUARY, **SCHEDULED)
    change(council, FEBRUARY, **SCHEDULED)
    change(council, MARCH, **SCHEDULED)
    held = [(one.version.start, one.ended) for one in site_in(council).versions_at("standards/observation/observer")]
    assert held == [(date.min, FEBRUARY), (FEBRUARY, FEBRUARY), (FEBRUARY, MARCH), (MARCH, None)]


def test_an_amendment_of_the_text_in_force_and_of_the_coming_one_leads_to_both(council):
    announce(council, FEBRUARY, APRIL)
    title_changed(council, carry_over="yes")
    [newest, _] = site_in(council).timeline_of("standards/observation/observer")
    assert [one.version.number for one in newest.versions] == ["1.1", "2.1"]
