"""`make check`: every mistake in the data, the pages and their links, and what `make amend` would record of a proposal."""

import os
from datetime import date
from pathlib import Path

from ..model.problem import DataError
from ..reading.canonical import check_form
from ..reading.load import load
from ..reading.today import day_of_build
from ..site import PROPOSAL, Site
from .build import mkdocs, workshop


def main(root: Path, today: date) -> int:
    """Print what is wrong with the files under `root`, else what make amend would record. Returns 1 where anything is wrong."""
    try:
        site = Site(load(root, today), "")
        if problems := list(check_form(root)):
            raise DataError(problems)
    except DataError as error:
        print(error.report("Nothing was built."))
        return 1
    if new := list(site.unrecorded()):
        print("make amend would record:", *new, sep="\n  ")
    return 0


def check_build(root: Path, is_proposal: bool = True) -> int:
    """Build strictly, to nowhere, and print what MkDocs warns of. Returns its exit status."""
    settings = {PROPOSAL: "1"} if is_proposal else {}
    with workshop(root) as (folder, lock):
        return mkdocs(root, folder / "site", lock, settings)


def _main(root: Path, today: date) -> int:
    if status := main(root, today) or check_build(root):
        return status
    print("Nothing is wrong.")
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd(), day_of_build(os.environ)))
