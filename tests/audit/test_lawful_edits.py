"""What CONTRIBUTING tells a quality assurance lead to do is checked, explained and built, and the tests of the live data hold after it.

`pytest -s` shows each edit and what it needs.
"""

from contextlib import redirect_stdout
from io import StringIO

import pytest

from macros.commands import check

from ..axe import OPPOSITE, found_on, still
from ..copies import built, site_in, whole_copy
from ..copies import tested as outcome_of
from ..kinds import LIVE
from ..lawful_edits import DAY, EDITS, explain, name_of
from ..reflow import faults
from ..server import served


@pytest.mark.parametrize("edit", EDITS, ids=name_of)
def test_nothing_is_wrong_after_an_edit_alone_and_the_live_tests_hold(tmp_path, edit):
    copy = whole_copy(tmp_path / "copy")
    print(f"{name_of(edit):46}{', '.join(explain(copy, edit)) or 'nothing to explain'}")
    assert what_is_wrong(copy) == []
    if edit in EDITS[::3]:  # that many take minutes; after all edits together they hold below
        done = outcome_of(copy, "tests/live")  # which build it, strictly
        assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """A copy of the live project after all edits, one after the other."""
    copy = whole_copy(tmp_path_factory.mktemp("edited") / "copy")
    for edit in EDITS:
        explain(copy, edit)
    return copy


def test_the_live_tests_hold_after_all_edits(edited):
    assert what_is_wrong(edited) == []
    done = outcome_of(edited, "tests/live")
    assert done.returncode == 0, done.stdout


def test_a_browser_finds_nothing_wrong_after_all_edits(edited, browser):
    with served(built(edited, edited / "site")) as server:
        assert found_on(browser, server.address, LIVE, OPPOSITE) == {}
        with still(browser) as page:
            assert faults(page, server.address, LIVE) == {}


def what_is_wrong(copy) -> list[str]:
    """Return what make check says of a copy, what a build for readers would refuse, and the addresses that would die."""
    with redirect_stdout(said := StringIO()):
        check.main(copy, DAY)
    site = site_in(copy, day=DAY)
    return [*said.getvalue().splitlines(), *site.unexplained(), *site.dead()]
