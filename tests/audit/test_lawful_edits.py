"""The live tests hold after each edit alone that a quality assurance lead may make; `make test` runs them after all edits together.

What axe and narrow screens say is left to `make test`: it looks at the same kinds of pages, with every edit on them.
"""

import pytest

from ..copies import tested, whole_copy
from ..lawful_edits import EDITS, explain, name_of


@pytest.mark.parametrize("edit", EDITS, ids=name_of)
def test_the_live_tests_hold_after_an_edit_alone(tmp_path, edit):
    copy = whole_copy(tmp_path / "copy")
    explain(copy, edit)
    done = tested(copy, "tests/live", "--ignore", "tests/live/test_access.py")
    assert done.returncode == 0, done.stdout
