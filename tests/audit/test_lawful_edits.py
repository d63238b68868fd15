"""What CONTRIBUTING tells a quality assurance lead to do is checked, explained and built, and the tests of the live data hold after it.

`pytest -s` shows each edit and what it needs.
"""

from contextlib import redirect_stdout
from io import StringIO

import pytest

from macros.commands import check

from ..copies import site_in, whole_copy
from ..copies import tested as outcome_of
from ..lawful_edits import DAY, EDITS, explain, name_of


@pytest.mark.parametrize("edit", EDITS, ids=name_of)
def test_the_live_tests_hold_after_an_edit_alone(tmp_path, edit):
    copy = whole_copy(tmp_path / "copy")
    print(f"{name_of(edit):46}{', '.join(explain(copy, edit)) or 'nothing to explain'}")
    assert what_is_wrong(copy) == []
    done = outcome_of(copy, "tests/live")  # which build it, strictly
    assert done.returncode == 0, done.stdout


def test_the_live_tests_hold_after_all_edits_one_after_the_other(tmp_path):
    copy = whole_copy(tmp_path / "copy")
    for edit in EDITS:
        explain(copy, edit)
    assert what_is_wrong(copy) == []
    done = outcome_of(copy, "tests/live", "tests/audit/test_reflow.py")
    assert done.returncode == 0, done.stdout


def what_is_wrong(copy) -> list[str]:
    """Return what make check says of a copy, what a build for readers would refuse, and the addresses that would die."""
    with redirect_stdout(said := StringIO()):
        check.main(copy, DAY)
    site = site_in(copy, day=DAY)
    return [*said.getvalue().splitlines(), *site.unexplained(), *site.dead()]
