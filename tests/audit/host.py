"""Where a project is kept: a real repository of git on disk, which people propose to and pipelines clone from."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..copies import COUNCIL, PROJECT, copy_of

PERSON = ("-c", "user.name=A", "-c", "user.email=a@standards.example", "-c", "commit.gpgsign=false")
OF_MAKE = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")


def host_of_exampleshire(folder: Path) -> Path:
    """Keep the project of Exampleshire, as first published, on the branch main. Returns the repository."""
    project = copy_of(COUNCIL, folder / "project")
    for name in ("Makefile", "requirements.txt", ".gitignore"):
        shutil.copy(PROJECT / name, project)
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "add", "--all")
    git(project, *PERSON, "commit", "--quiet", "--message", "Exampleshire")
    git(folder, "clone", "--quiet", "--bare", project, "host.git")
    shutil.rmtree(project)
    return folder / "host.git"


def git(folder: Path, *arguments) -> str:
    done = subprocess.run(["git", *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def clone(host: Path, to: Path, branch="main") -> Path:
    """Clone a branch afresh, as a pipeline does, with the packages of this environment in place of those that make would install."""
    git(to.parent, "clone", "--quiet", "--branch", branch, host, to)
    (to / ".venv").symlink_to(sys.prefix)
    (to / ".git/info/exclude").write_text(".venv\n", encoding="utf-8")
    return to


def propose(host: Path, branch: str, change) -> None:
    """Let a person make a change on a branch that starts at main."""
    work = clone(host, host.parent / f"work on {branch}")
    change(work)
    git(work, "add", "--all")
    git(work, *PERSON, "commit", "--quiet", "--message", f"Propose {branch}")
    git(work, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")


def take_in(host: Path, branch: str) -> None:
    """Merge a proposal into main, as somebody does on the website of the host."""
    work = clone(host, host.parent / f"merge of {branch}")
    git(work, *PERSON, "merge", "--quiet", "--no-ff", "--message", f"Take in {branch}", f"origin/{branch}")
    git(work, "push", "--quiet", "origin", "main")


def history(host: Path) -> list[str]:
    """Return what each commit of main says, the newest first, without those on branches that were taken in."""
    return git(host, "log", "--first-parent", "--format=%s", "main").splitlines()


def make(folder: Path, target: str, day, **environment) -> subprocess.CompletedProcess:
    """Run a target as a step of a pipeline does, on a day."""
    inherited = {name: value for name, value in os.environ.items() if name not in OF_MAKE}
    command = ["make", "--silent", "--assume-old=.venv/ready", target]
    whole = inherited | {"ON": day.isoformat(), **environment}
    return subprocess.run(command, cwd=folder, env=whole, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
