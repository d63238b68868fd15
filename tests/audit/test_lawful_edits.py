"""The live tests hold after each edit alone that a quality assurance lead may make, and in a browser after all edits together."""

import pytest

from ..copies import tested, whole_copy
from ..lawful_edits import EDITS, explain, name_of

IN_A_BROWSER = "tests/live/test_access.py"


@pytest.mark.parametrize("edit", EDITS, ids=name_of)
def test_the_live_tests_hold_after_an_edit_alone(tmp_path, edit):
    copy = whole_copy(tmp_path / "copy")
    explain(copy, edit)
    done = tested(copy, "tests/live", "--ignore", IN_A_BROWSER)
    assert done.returncode == 0, done.stdout


def test_a_browser_finds_nothing_wrong_after_all_edits(tmp_path):
    copy = whole_copy(tmp_path / "copy")
    for edit in EDITS:
        explain(copy, edit)
    done = tested(copy, IN_A_BROWSER)
    assert done.returncode == 0, done.stdout
