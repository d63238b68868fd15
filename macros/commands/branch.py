"""The branch of git that a folder is on, and the same branch where the project is kept."""

import os
import subprocess
from pathlib import Path

REMOTE = "origin"
TIP = "FETCH_HEAD"  # the newest commit there, as it was last fetched
WHO = ("-c", "user.name=Practice standards", "-c", "user.email=practice-standards@host.invalid", "-c", "commit.gpgsign=false")
NOT_ON_A_BRANCH = "This folder is on no branch: switch to one by its name first, such as git switch main."
NOT_COMMITTED = "This folder holds changes that are not committed: commit them, or take them back."
NOT_PUSHED = "This folder holds commits that are not where the project is kept: push them first."


class BranchError(Exception):
    """Why a branch cannot be worked on, in a sentence or in the words of git."""


class Branch:
    """The branch that a folder is on. Nothing of a person's is ever lost: what is not pushed is refused. Raises BranchError."""

    def __init__(self, root: Path):
        self.root = root
        self.name = self._git("branch", "--show-current")
        if not self.name:
            raise BranchError(NOT_ON_A_BRANCH)

    def catch_up(self) -> None:
        """Take the newest state from where the project is kept."""
        if self._git("status", "--porcelain", "--untracked-files=no") or self.changed:
            raise BranchError(NOT_COMMITTED)
        self._git("fetch", "--quiet", REMOTE, self.name)
        self._git("merge", "--quiet", "--ff-only", TIP)
        if self._git("rev-parse", "HEAD") != self._git("rev-parse", TIP):
            raise BranchError(NOT_PUSHED)

    @property
    def changed(self) -> list[str]:
        """What is changed or new in data/ and docs/."""
        return self._git("status", "--porcelain", "--untracked-files=all", "--", "data", "docs").splitlines()

    def commit(self, message: str) -> None:
        """Commit what is changed or new in data/ and docs/, in nobody's name."""
        self._git("add", "--all", "--", "data", "docs")
        self._git(*WHO, "commit", "--quiet", "--message", message)

    def push(self) -> None:
        """Send the branch to where the project is kept. It is refused where somebody else was faster."""
        self._git("push", "--quiet", REMOTE, f"HEAD:refs/heads/{self.name}")

    def take_back(self) -> None:
        """Let the branch and its files be as they were when it caught up."""
        self._git("reset", "--quiet", "--hard", TIP)
        self._git("clean", "--quiet", "--force", "-d", "--", "data", "docs")

    def _git(self, *arguments: str) -> str:
        """Run git, which asks nothing. Returns what it prints."""
        environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise BranchError(f"git {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout.strip()
