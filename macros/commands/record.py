"""`make record`: record what was taken in, commit that and push it, as `make amend` does and without a question.

A host runs this after each proposal that is taken in, and each day: it finds out by itself what there is to do.
"""

from collections.abc import Callable
from datetime import date
from os import environ
from pathlib import Path

from ..history.publication import FOLDER
from ..reading.today import day_of_build
from .amend import main as amend
from .branch import Branch, BranchError
from .check import check_build
from .say import say

ATTEMPTS = 3  # somebody else may be faster
SKIP = "[skip ci]"  # what GitHub, Azure DevOps and GitLab take for: run nothing for this commit
NOT_RECORDED = "Nothing was committed. Put this right in another proposal, such as with a reason (under change:): both are then recorded."
NOT_PUSHED = "Nothing was recorded: {name} moved on {attempts} times meanwhile, or may not be pushed to. Run this again."


def main(root: Path, today: date, check: Callable[..., int] = check_build) -> int:
    """Record, commit and push. Returns 1, and leaves everything as it was, where something is wrong or a reason is missing."""
    try:
        branch = Branch(root)
        for _ in range(ATTEMPTS):
            branch.catch_up()
            if status := amend(root, today, {}, _nobody, check) or check(root, is_proposal=False):
                branch.take_back()
                say(NOT_RECORDED)
                return status
            if not branch.changed:
                say("Nothing was new: there is nothing to commit.")
                return 0
            if _is_pushed(branch):
                return 0
    except BranchError as error:
        say(error)
        return 1
    say(NOT_PUSHED.format(name=branch.name, attempts=ATTEMPTS))
    return 1


def _is_pushed(branch: Branch) -> bool:
    """Commit and push. Returns False, with everything as it was, where the push is refused."""
    message = _message(branch.changed)
    branch.commit(message)
    try:
        branch.push()
    except BranchError as error:
        say(error)
        branch.take_back()
        return False
    say(f"Pushed to {branch.name}: {message}")
    return True


def _message(changed: list[str]) -> str:
    """Return what a commit says: what is recorded by it, by the ids of the publications, or else what came to hold by itself."""
    published = [Path(line.split()[-1]).stem for line in changed if FOLDER in line]
    what = f"Record {', '.join(published)}" if published else "Put in place what holds from today"
    return f"{what} {SKIP}"


def _nobody(question: str) -> str:
    """Answer no question, as nobody is there to be asked."""
    raise EOFError


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ)))
