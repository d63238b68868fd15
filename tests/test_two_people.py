"""Two people amend the standards at the same time, each on a branch of their own, and the branches are merged with git."""

import subprocess

import pytest

from macros.commands.amend import main as amend
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import COUNCIL, append, copy_of, edit, publish, read, site_in, write
from .days import APRIL, FEBRUARY, MARCH

LISTENING, WRITING = (f"docs/standards/knowledge-and-skills/{name}.md" for name in ("listening", "writing"))
FORUM, GROUP = "data/panels/family-forum.yml", "data/activities/records-group.yml"
EXPLAINED = {"kind": "scheduled", "why": "It was missing.", "do": "Do it."}
BOTH = (
    "standards/listening was amended from the same text by {other} as well. One of the two comes second: let standards/listening "
    "say what both say, delete the file of the second one here and those that followed it, and run make amend, which records it anew."
)


@pytest.fixture
def council(tmp_path):
    """The data of Exampleshire in a repository of git, on the branch main."""
    council = copy_of(COUNCIL, tmp_path / "council", code=False)
    git(council, "init", "-q", "-b", "main")
    commit(council)
    return council


def git(council, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@standards.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=council, capture_output=True, text=True, check=False)


def commit(council):
    git(council, "add", "--all")
    assert git(council, "commit", "-qm", "A change").returncode == 0


def on_a_branch(council, branch, day, change, **answers):
    """Make a change on a branch that starts at main, explain and record it, and go back to main."""
    git(council, "switch", "-qc", branch, "main")
    change(council)
    publish(council, day, **{**EXPLAINED, "what": f"On {branch}.", **answers})
    commit(council)
    git(council, "switch", "-q", "main")


def merged(council, *branches):
    """Merge branches into main; returns the paths of the files that git cannot merge."""
    for branch in branches:
        git(council, "merge", "-q", "--no-edit", branch)
    return git(council, "diff", "--name-only", "--diff-filter=U").stdout.splitlines()


def told(council, day=APRIL):
    with pytest.raises(DataError) as error:
        load(council, day)
    return [str(problem) for problem in error.value.problems]


def sequence(council, uid):
    return next(entry.sequence for feed in site_in(council).feeds.values() for entry in feed.entries if entry.uid.startswith(uid))


def test_different_things_merge_without_a_conflict_and_can_be_published(council):
    on_a_branch(council, "one", MARCH, lambda council: append(council, LISTENING, "\nOne.\n"))
    on_a_branch(council, "two", FEBRUARY, lambda council: append(council, WRITING, "\nTwo.\n"))
    assert merged(council, "one", "two") == []
    site = site_in(council)
    assert list(site.refused()) == []
    versions = site.history.log.versions
    assert [[one.number for one in versions[f"standards/{id}"]] for id in ("listening", "writing")] == [["1.0", "2.0"]] * 2
    assert [one.what for one in site.history.news] == ["On one.", "On two."]


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_what_both_changed_in_the_calendars_has_a_higher_sequence_than_either(council, order):
    on_a_branch(council, "one", FEBRUARY, lambda council: edit(council, FORUM, "title: Family Forum", "title: Forum of families"))
    on_a_branch(council, "two", MARCH, lambda council: edit(council, GROUP, "title: Records Group", "title: Group of records"))
    assert merged(council, *order) == []
    assert list(site_in(council).refused()) == []
    assert [sequence(council, uid) for uid in ("digest.2027-05", "family-forum.2027-05", "records-group.2027-05")] == [2, 1, 1]


def test_what_is_amended_after_a_merge_goes_on_from_there(council):
    test_what_both_changed_in_the_calendars_has_a_higher_sequence_than_either(council, ("one", "two"))
    edit(council, FORUM, "title: Forum of families", "title: Families")
    publish(council, APRIL)
    assert [sequence(council, uid) for uid in ("digest.2027-05", "family-forum.2027-05", "records-group.2027-05")] == [3, 2, 1]
    assert site_in(council).history.log.newest.keys() == {"2027-04-01-family-forum"}


def test_what_is_new_in_the_calendars_alone_merges_as_well(council):
    on_a_branch(council, "one", FEBRUARY, lambda council: edit(council, LISTENING, "review_by: 2028-01-02", "review_by: 2028-02-02"))
    on_a_branch(council, "two", FEBRUARY, lambda council: edit(council, "data/calendar.yml", "to: 2031-12-31", "to: 2032-12-31"))
    assert merged(council, "one", "two") == []
    assert list(site_in(council).refused()) == []


def change_at_both_ends(council):
    """Let two people change one standard in different places, which git merges by itself."""
    on_a_branch(council, "one", FEBRUARY, lambda council: edit(council, LISTENING, "Let the child finish.", "Let the child speak."))
    on_a_branch(council, "two", MARCH, lambda council: append(council, LISTENING, "\nTwo.\n"))
    assert merged(council, "one", "two") == []


def test_the_same_thing_is_told_by_name_with_what_to_do(council):
    change_at_both_ends(council)
    assert told(council) == [
        f"data/published/2027-02-01-listening.json:1: {BOTH.format(other='2027-03-01-listening')}",
        f"data/published/2027-03-01-listening.json:1: {BOTH.format(other='2027-02-01-listening')}",
    ]


def test_doing_what_it_says_records_both_one_after_the_other(council):
    change_at_both_ends(council)
    (council / "data/published/2027-03-01-listening.json").unlink()
    assert amend(council, APRIL, {}, ask=None) == 0
    site = site_in(council)
    assert list(site.refused()) == []
    assert [(one.number, one.publication) for one in site.history.log.versions["standards/listening"]] == [
        ("1.0", "first"), ("2.0", "2027-02-01-listening"), ("3.0", "2027-03-01-listening"),
    ]
    assert [one.what for one in site.history.news] == ["On two.", "On one."]


def test_the_earlier_one_can_come_second_under_a_later_day(council):
    change_at_both_ends(council)
    (council / "data/published/2027-02-01-listening.json").unlink()
    assert told(council) == [
        "data/amendments/2027-02-01-listening.yml:1: its date (2027-02-01) is too early: standards/listening has been as it is since "
        "2027-03-01. Give it that date or a later one."
    ]
    edit(council, "data/amendments/2027-02-01-listening.yml", "date: 2027-02-01", "date: 2027-04-01")
    assert amend(council, APRIL, {}, ask=None) == 0
    assert [one.publication for one in load(council, APRIL).log.versions["standards/listening"]][1:] == [
        "2027-03-01-listening", "2027-02-01-listening",
    ]


def test_a_file_that_followed_the_one_that_was_deleted_is_told_as_well(council):
    on_a_branch(council, "one", FEBRUARY, lambda council: append(council, LISTENING, "\nOne.\n"))
    git(council, "switch", "-q", "one")
    append(council, WRITING, "\nOne.\n")
    publish(council, MARCH, **EXPLAINED, what="On one again.")
    (council / "data/published/2027-02-01-listening.json").unlink()
    assert told(council) == [
        "data/published/2027-02-01-listening.json:1: this file is gone, and 2027-03-01-writing was published after it: "
        "restore it from the version history."
    ]


def change_one_line_on_one_day(council):
    """Let two people change one sentence on the same day: git can merge neither the text nor what explains it."""
    on_a_branch(council, "one", FEBRUARY, lambda council: edit(council, LISTENING, "Let the child finish.", "Let the child speak."))
    on_a_branch(council, "two", FEBRUARY, lambda council: edit(council, LISTENING, "Let the child finish.", "Let the child go on."))


NAME = "2027-02-01-listening"


def test_two_texts_in_one_place_are_told_in_each_file(council):
    change_one_line_on_one_day(council)
    files = [f"data/amendments/{NAME}.yml", f"data/published/{NAME}.json", LISTENING]
    assert merged(council, "one", "two") == files
    two_texts = (
        "two people changed this place: keep what is right of both, and delete the lines that start with <<<<<<<, ======= and >>>>>>>."
    )
    two_files = (
        "two people have published under this name. Keep the file of one of the two as it was, and its amendment; "
        "give the amendment of the other one another name, and run make amend."
    )
    said = [line.split(":", 2) for line in told(council)]
    assert [(file, message.strip()) for file, _, message in said] == list(zip(files, (two_texts, two_files, two_texts), strict=True))


def test_doing_what_that_says_records_both(council):
    change_one_line_on_one_day(council)
    merged(council, "one", "two")
    git(council, "checkout", "--ours", "data")
    write(council, f"data/amendments/{NAME}-2.yml", git(council, "show", f"two:data/amendments/{NAME}.yml").stdout)
    git(council, "checkout", "--ours", LISTENING)
    edit(council, LISTENING, "Let the child speak.", "Let the child speak, and go on.")
    assert amend(council, FEBRUARY, {}, ask=None) == 0
    commit(council)
    site = site_in(council)
    assert list(site.refused()) == []
    assert [one.what for one in site.history.news] == ["On two.", "On one."]
    assert "Let the child speak, and go on." in read(council, LISTENING)
