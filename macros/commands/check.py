"""`make check`, its first half: every mistake in the data and every file that a form would rewrite. A strict build follows."""

from datetime import date
from os import environ
from pathlib import Path

from ..model.problem import DataError
from ..reading.canonical import check_form
from ..reading.load import load
from ..reading.today import day_of_build


def main(root: Path, today: date) -> int:
    """Print what is wrong with the files under `root`. Returns 1 where anything is."""
    try:
        load(root, today)
        if problems := list(check_form(root)):
            raise DataError(problems)
    except DataError as error:
        print(error.report("Nothing was built."))
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ)))
