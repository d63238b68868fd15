"""What CONTRIBUTING tells a quality assurance lead to do is checked, explained and built; `pytest -s` shows each edit and what it needs.

The tests of the live data hold after all of it. `make audit` runs them after each edit alone.
"""

import pytest

from macros.commands import check

from .copies import PROJECT, copy_of, site_in, whole_copy
from .copies import tested as outcome_of
from .lawful_edits import DAY, EDITS, explain, name_of


@pytest.mark.parametrize("edit", EDITS, ids=name_of)
def test_what_a_lead_may_do_is_in_form_explained_and_complete(tmp_path, capsys, edit):
    copy = copy_of(PROJECT, tmp_path / "copy", code=False)
    explain(copy, edit)
    assert (check.main(copy, DAY), capsys.readouterr().out) == (0, "")
    site = site_in(copy, day=DAY)
    assert [*site.unexplained(), *site.dead()] == []


def test_the_live_tests_hold_after_everything_that_a_lead_may_do(tmp_path):
    copy = whole_copy(tmp_path / "copy")
    for edit in EDITS:
        print(f"{name_of(edit):46}{', '.join(explain(copy, edit)) or 'nothing to explain'}")
    done = outcome_of(copy, "tests/live")  # which build it, strictly
    assert done.returncode == 0, done.stdout
