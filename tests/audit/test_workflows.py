"""actionlint finds nothing wrong with the workflows of GitHub."""

import subprocess
from pathlib import Path

from ..copies import PROJECT

LINTER = Path(__file__).parent / "node_modules" / "@tktco" / "node-actionlint" / "bin" / "node-actionlint.js"


def test_actionlint_finds_nothing_in_the_workflows():
    done = subprocess.run(["node", LINTER, ".github/workflows/*.yml"], cwd=PROJECT, capture_output=True, text=True, check=False)
    checked = len(list((PROJECT / ".github/workflows").glob("*.yml")))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Checking {checked} workflow file(s)..."), done.stdout + done.stderr
