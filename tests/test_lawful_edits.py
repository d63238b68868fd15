"""What CONTRIBUTING tells a quality assurance lead to do is checked, explained and built; `pytest -s` shows each edit and what it needs.

The edits are made one after the other, and the tests of the live data hold after all of them. `make audit` makes each alone as well.
"""

from contextlib import redirect_stdout
from io import StringIO

from macros.commands import check

from .copies import site_in, whole_copy
from .copies import tested as outcome_of
from .lawful_edits import DAY, EDITS, explain, name_of

IN_A_BROWSER = "tests/live/test_access.py"  # takes a minute: make audit


def test_the_live_tests_hold_after_everything_that_a_lead_may_do(tmp_path):
    copy = whole_copy(tmp_path / "copy")
    for edit in EDITS:
        print(f"{name_of(edit):46}{', '.join(explain(copy, edit)) or 'nothing to explain'}")
    assert what_is_wrong(copy) == []
    done = outcome_of(copy, "tests/live", "--ignore", IN_A_BROWSER)  # which build it, strictly
    assert done.returncode == 0, done.stdout


def what_is_wrong(copy) -> list[str]:
    """Return what make check says of a copy, what a build for readers would refuse, and the addresses that would die."""
    with redirect_stdout(said := StringIO()):
        check.main(copy, DAY)
    site = site_in(copy, day=DAY)
    return [*said.getvalue().splitlines(), *site.unexplained(), *site.dead()]
