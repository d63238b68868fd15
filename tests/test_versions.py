"""The versions of a standard: the number and the first day of each, as the amendments have it."""

import shutil
from datetime import date

import pytest

from macros.commands.amend import main as amend
from macros.reading.load import load

from .conftest import PROJECT, edit

PAGE = "docs/standards/observation/observer.md"
MINOR = {"kind": "minor", "what": "A comma."}
SCHEDULED = {"kind": "scheduled", "what": "A new duty.", "why": "It was missing.", "do": "Do it."}


@pytest.fixture
def council(tmp_path):
    """A copy of the second council, published on the first day of 2027."""
    copy = shutil.copytree(PROJECT / "tests" / "council", tmp_path / "council")
    assert amend(copy, date(2027, 1, 1), {}) == 0
    return copy


def change(council, day, answers):
    """Add a sentence to the standard, and explain it on a day."""
    file = council / PAGE
    file.write_text(f"{file.read_text(encoding='utf-8')}\nOne more sentence, of {day}.\n", encoding="utf-8")
    assert amend(council, day, answers) == 0


def versions(council):
    """Return the number and the first day of each version of the standard."""
    history = load(council)
    [standard] = [standard for standard in history.framework.standards if PAGE.endswith(standard.file)]
    return [(version.number, version.effective_from) for version in history.versions(standard)]


def test_a_minor_amendment_keeps_the_day_in_force(council):
    change(council, date(2027, 2, 1), SCHEDULED)
    change(council, date(2027, 3, 1), MINOR)
    assert versions(council)[1:] == [("2.0", date(2027, 2, 1)), ("2.1", date(2027, 2, 1))]


def test_an_amendment_that_is_not_minor_is_in_force_from_its_own_day(council):
    change(council, date(2027, 2, 1), SCHEDULED)
    change(council, date(2027, 3, 1), SCHEDULED)
    assert versions(council)[1:] == [("2.0", date(2027, 2, 1)), ("3.0", date(2027, 3, 1))]


def test_an_amendment_that_gives_a_day_is_in_force_from_that_day(council):
    change(council, date(2027, 2, 1), SCHEDULED | {"effective_from": date(2027, 4, 1)})
    assert versions(council)[1:] == [("2.0", date(2027, 4, 1))]


def test_a_version_and_a_day_that_stand_on_the_page_are_taken_as_they_are(council):
    edit(council, PAGE, 'version: "1.0"\neffective_from: 2027-01-01', 'version: "1.5"\neffective_from: 2027-05-01')
    change(council, date(2027, 2, 1), SCHEDULED)
    assert versions(council)[1:] == [("1.5", date(2027, 5, 1))]
