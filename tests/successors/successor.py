"""ProperDocs with MaterialX, in an environment of their own, builds what MkDocs with mkdocs-material builds."""

import os
import shutil
import subprocess
from pathlib import Path

from ..copies import ADDRESS, PROJECT, last_day

PROPERDOCS = PROJECT / ".successors/bin/properdocs"
SETTINGS = Path(__file__).parent / "properdocs.yml"


def build(project: Path, site: Path, **environment) -> subprocess.CompletedProcess:
    """Build a copy strictly, for ADDRESS and as of the day of its last publication. It may fail."""
    shutil.copy(SETTINGS, project)
    whole = os.environ | {"SITE_URL": ADDRESS, "ON": last_day(project).isoformat()} | environment
    return subprocess.run([PROPERDOCS, "build", "--strict", "--site-dir", site], cwd=project, env=whole, capture_output=True, text=True)


def built(project: Path, site: Path, **environment) -> Path:
    """Build a copy that has to build; returns the folder of the site."""
    done = build(project, site, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return site
