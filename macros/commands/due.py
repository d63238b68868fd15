"""`make due`: list the reviews of standards that are overdue or soon due."""

from datetime import date
from os import environ
from pathlib import Path

from ..history.reviews import SOON, reviews_due
from ..model.problem import DataError
from ..reading.load import load
from ..reading.today import day_of_build


def main(root: Path, today: date) -> int:
    """Print what is due. Returns 1 where anything is, so that a scheduled job can tell; 2 where the data has mistakes."""
    try:
        lines = reviews_due(load(root, today).framework, today)
    except DataError as error:
        print(error)
        return 2
    print(*lines or [f"No review is due within {SOON.days} days."], sep="\n")
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ)))
