"""`make due`: list the reviews of standards that are overdue or soon due, also for a message, in `dist/due.md`."""

from datetime import date
from os import environ
from pathlib import Path

from ..history.reviews import SOON, reviews_due
from ..model.problem import DataError
from ..reading.load import load
from ..reading.today import day_of_build
from .say import say
from .summary import as_list, write_summary

SUMMARY = "dist/due.md"


def main(root: Path, today: date) -> int:
    """Print what is due. Returns 1 where anything is, so that a scheduled job can tell; 2 where the data has mistakes."""
    try:
        lines = reviews_due(load(root, today).framework, today)
    except DataError as error:
        say(error)
        return 2
    nothing = f"No review is due within {SOON.days} days."
    say(*lines or [nothing], sep="\n")
    write_summary(root / SUMMARY, "Reviews of standards", as_list(lines) if lines else nothing)
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ)))
