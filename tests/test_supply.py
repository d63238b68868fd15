"""What the project takes from others: what is known against it, and under which licence it is."""

import json
import os
import subprocess
from email.message import EmailMessage
from importlib.metadata import distributions
from types import SimpleNamespace

import pytest

from .copies import PROJECT
from .supply.licences import LOOKED_AT, licence_of, to_look_at
from .supply.vulnerabilities import NOBODY, lines_for

SAFE = {"name": "a", "version": "1.0", "vulns": []}
MENDED = {"name": "b", "version": "1.0", "vulns": [{"id": "PYSEC-2027-1", "fix_versions": ["1.1"]}]}
OPEN = {"name": "c", "version": "1.0", "vulns": [{"id": "PYSEC-2027-2", "fix_versions": []}]}
UNKNOWN = {"name": "d", "skip_reason": "Dependency not found on PyPI and could not be audited: d (1.0)"}


@pytest.fixture
def says(tmp_path):
    """Let a stand-in for pip-audit print something; returns every line for one file of pins."""
    def found(out="", error="", status=0):
        program = tmp_path / "pip-audit"
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{out}\nEND\necho {error!r} >&2\nexit {status}\n", encoding="utf-8")
        program.chmod(0o755)
        return list(lines_for([str(program)], ["requirements.txt"]))

    return found


def test_a_vulnerability_is_to_be_mended_where_a_version_mends_it_and_there_alone(says):
    assert says(json.dumps({"dependencies": [SAFE, MENDED, OPEN, UNKNOWN]}), status=1) == [
        (True, "requirements.txt: b 1.0 has PYSEC-2027-1, which is mended in 1.1: run make lock."),
        (False, "requirements.txt: c 1.0 has PYSEC-2027-2, which no version mends yet."),
        (False, "requirements.txt: 1 of 4 packages could not be asked about, such as d."),
    ]


def test_where_nobody_answers_it_says_so_and_does_not_fail(says):
    assert says(error="ConnectionError: no answer", status=1) == [
        (False, f"requirements.txt: {NOBODY.format(why='ConnectionError: no answer')}"),
    ]


def test_each_package_has_a_licence_that_somebody_has_judged():
    assert list(to_look_at(distributions())) == []


def package(name, **fields):
    metadata = EmailMessage()
    for field, value in fields.items():
        metadata[field.replace("_", "-")] = value
    return SimpleNamespace(name=name, metadata=metadata)


def test_a_licence_that_nobody_has_judged_is_named_and_so_is_a_judgement_that_is_not_needed():
    packages = [package("good", License_Expression="MIT"), package("new", License="SSPL"), package("dumb", License="UNKNOWN")]
    lines = list(to_look_at(packages))
    assert [line.partition(".")[0] for line in lines[:2]] == ["new: SSPL", "dumb: no licence is named"]
    assert sorted(line.partition(":")[0] for line in lines[2:]) == sorted(LOOKED_AT)


def test_a_classifier_says_it_where_nothing_else_does():
    assert licence_of(package("a", Classifier="License :: OSI Approved :: MIT License")) == "MIT License"


def git(folder, *arguments):
    return subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.invalid", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def clone(tmp_path):
    """A clone of a repository with one file of pinned packages."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "host.git")
    git(tmp_path, "clone", "--quiet", "host.git", "clone")
    (tmp_path / "clone/requirements.txt").write_text("a==1.0\n", encoding="utf-8")
    git(tmp_path / "clone", "add", ".")
    git(tmp_path / "clone", "commit", "--quiet", "--message", "First")
    git(tmp_path / "clone", "push", "--quiet", "origin", "HEAD:main")
    return tmp_path / "clone"


def proposed(clone):
    environment = {name: value for name, value in os.environ.items() if name != "GITLAB_CI"}
    return subprocess.run([PROJECT / "tests/supply/propose.sh"], cwd=clone, env=environment, capture_output=True, text=True, check=True).stdout


def test_what_is_newer_goes_to_a_branch_of_its_own_each_week_anew_and_nothing_else_does(clone):
    assert proposed(clone) == "Every package is at its newest version.\n"
    for version in ("1.1", "1.2"):
        git(clone, "switch", "--quiet", "main")
        (clone / "requirements.txt").write_text(f"a=={version}\n", encoding="utf-8")
        (clone / "other.txt").write_text("mine", encoding="utf-8")
        assert proposed(clone).startswith("The branch newer-packages holds newer versions:")
        host = clone.parent / "host.git"
        assert git(host, "show", "newer-packages:requirements.txt") == f"a=={version}\n"
        assert git(host, "diff", "--name-only", "main", "newer-packages") == "requirements.txt\n"
    assert git(host, "show", "main:requirements.txt") == "a==1.0\n"
