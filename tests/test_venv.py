"""make notices a `.venv` that is damaged, and one of another version than it is asked for."""

import os
import shutil
import subprocess
import sys

import pytest

from .copies import PROJECT

OTHER = """#!/bin/sh
echo "(3, 99)"
"""


@pytest.fixture
def project(tmp_path):
    """A folder with an environment of one module, as make left it."""
    for folder in ("macros/commands", ".venv/bin", ".venv/lib"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("Makefile", "macros/commands/venv.py"):
        shutil.copy(PROJECT / name, tmp_path / name)
    (tmp_path / "requirements.txt").write_text("", encoding="utf-8")
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    (tmp_path / ".venv/lib/module.py").write_text("WORD = 1\n", encoding="utf-8")
    subprocess.run([".venv/bin/python", "-IS", "macros/commands/venv.py", "--made"], cwd=tmp_path, check=True)
    return tmp_path


def is_made_anew(project, *arguments):
    """True where make would make the environment anew."""
    status = subprocess.run(["make", "--question", ".venv/ready", *arguments], cwd=project, env={"PATH": os.environ["PATH"]}).returncode
    assert status in (0, 1)
    return status == 1


def test_an_environment_that_is_whole_stays(project):
    (project / ".venv/lib/module.pyc").write_text("written by Python", encoding="utf-8")
    assert not is_made_anew(project)
    assert not is_made_anew(project, f"PYTHON={sys.executable}")


@pytest.mark.parametrize("damage", [
    lambda project: (project / ".venv/lib/module.py").unlink(),
    lambda project: (project / ".venv/lib/module.py").write_text("WOR", encoding="utf-8"),
    lambda project: (project / ".venv/bin/python").unlink(),
    lambda project: (project / ".venv/ready").write_text("", encoding="utf-8"),
    lambda project: shutil.rmtree(project / ".venv"),
], ids=["a file is gone", "a file is cut off", "Python is gone", "it was never done", "all of it is gone"])
def test_what_is_missing_or_cut_off_is_noticed(project, damage):
    damage(project)
    assert is_made_anew(project)


def test_another_version_of_python_has_an_environment_of_its_own(project):
    (project / "other").write_text(OTHER, encoding="utf-8")
    (project / "other").chmod(0o755)
    assert is_made_anew(project, f"PYTHON={project / 'other'}")
