"""What CONTRIBUTING tells a quality assurance lead to do is checked, explained and built; `pytest -s` shows each with what it needs.

The tests of the live data hold after all of it. `make audit` runs them after each edit alone.
"""

import pytest

from macros.commands import check

from .copies import PROJECT, copy_of, history_of, publish, site_in, tested, whole_copy
from .lawful_edits import DAY, EDITS

EXPLANATION = {"kind": "scheduled", "why": "The year has shown it.", "do": "Read the page."}


def name_of(edit):
    return edit.__name__.replace("_", " ")


def explain(copy, edit):
    """Make an edit and explain it. Returns what had to be explained."""
    edit(copy)
    needed = [f"{difference.concern} ({difference.what})" for difference in history_of(copy, DAY).differences]
    publish(copy, DAY, **EXPLANATION, what=f"An edit: {name_of(edit)}.")
    return needed


@pytest.mark.parametrize("edit", EDITS, ids=name_of)
def test_what_a_lead_may_do_is_in_form_explained_and_complete(tmp_path, capsys, edit):
    copy = copy_of(PROJECT, tmp_path / "copy", code=False)
    explain(copy, edit)
    capsys.readouterr()
    assert (check.main(copy, DAY), capsys.readouterr().out) == (0, "")
    site = site_in(copy, day=DAY)
    assert [*site.unexplained(), *site.dead()] == []


def test_the_live_tests_hold_after_everything_that_a_lead_may_do(tmp_path):
    copy = whole_copy(tmp_path / "copy")
    for edit in EDITS:
        print(f"{name_of(edit)}: {', '.join(explain(copy, edit)) or 'nothing to explain'}")
    done = tested(copy, "tests/live")
    assert done.returncode == 0, done.stdout
