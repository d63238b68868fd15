"""The Nu HTML checker finds no error on any page."""

import subprocess
from pathlib import Path

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_html_of_every_page_is_valid(site):
    done = subprocess.run(["java", "-jar", CHECKER, "--skip-non-html", "--format", "gnu", "."], cwd=site, capture_output=True, text=True)
    problems = done.stderr.splitlines()
    assert done.returncode == 0, f"{len(problems)} problems, of which the first: {problems[:1]}"
