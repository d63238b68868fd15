"""`make check`: every mistake in the data, the pages and their links, and what `make amend` would record of a proposal."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model.problem import DataError
from ..reading.canonical import check_form
from ..reading.environment import PROPOSAL
from ..reading.load import load
from ..reading.today import day_of_build
from ..site import Site
from .build import run_mkdocs, workshop
from .say import say


@dataclass(frozen=True)
class Findings:
    """What a check finds, each in a line: what is to put right, what would be recorded, and what else there is to know."""

    mistakes: Sequence[str] = ()
    new: Sequence[str] = ()
    notices: Sequence[str] = ()

    @property
    def status(self) -> int:
        return 1 if self.mistakes else 0


def main(root: Path, today: date) -> int:
    """Print what is wrong with the data under `root`, else what make amend would record. Returns 1 where anything is wrong."""
    return _show(find_in_data(root, today))


def find(root: Path, today: date) -> Findings:
    """Return what is wrong with the data under `root`; once that is right, what is wrong with the pages and their links."""
    found = find_in_data(root, today)
    if found.mistakes:
        return found
    status, said = _build(root, is_proposal=True)
    return Findings(mistakes=said) if status else Findings(new=found.new, notices=said)


def find_in_data(root: Path, today: date) -> Findings:
    """Return what is wrong with the data under `root`, else what make amend would record."""
    try:
        site = Site(load(root, today), "")
        if problems := list(check_form(root)):
            raise DataError(problems)
    except DataError as error:
        return Findings(mistakes=[str(problem) for problem in error.problems])
    return Findings(new=list(site.unrecorded()))


def check_build(root: Path, is_proposal: bool = True) -> int:
    """Build strictly, to nowhere, and print what MkDocs warns of. Returns its exit status."""
    status, said = _build(root, is_proposal)
    say("".join(f"{line}\n" for line in said), end="")
    return status


def _build(root: Path, is_proposal: bool) -> tuple[int, list[str]]:
    with workshop(root) as (folder, lock):
        return run_mkdocs(root, folder / "site", lock, {PROPOSAL: "1"} if is_proposal else {})


def _show(found: Findings) -> int:
    """Print what was found. Returns the exit status."""
    if found.mistakes:
        say(*found.mistakes, f"{len(found.mistakes)} to put right.", sep="\n")
    if found.new:
        say("make amend would record:", *found.new, sep="\n  ")
    if found.notices:
        say(*found.notices, sep="\n")
    return found.status


def _main(root: Path, today: date) -> int:
    status = _show(find(root, today))
    if status == 0:
        say("Nothing is wrong.")
    return status


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd(), day_of_build(os.environ)))
