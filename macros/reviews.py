"""Which standards are due for review, for the calendar of the quality assurance lead and for `make due`."""

from datetime import date, timedelta
from pathlib import Path

from .load import load
from .model import Framework, Standard
from .problem import DataError

SOON = timedelta(days=60)


def by_date(framework: Framework) -> list[Standard]:
    """Return the standards that have a review date, the earliest first."""
    return sorted((standard for standard in framework.standards if standard.review_by), key=lambda one: one.review_by)


def due(framework: Framework, today: date) -> list[str]:
    """Return a line for each standard whose review is overdue on a day, or due within 60 days of it."""
    return [
        f"{'overdue since' if standard.review_by < today else 'due on'} {standard.review_by}: {standard.title} (docs/{standard.file})"
        for standard in by_date(framework)
        if standard.review_by <= today + SOON
    ]


def main(root: Path, today: date) -> int:
    """Print what is due. Returns 1 where anything is, so that a scheduled job can tell; 2 where the data has mistakes."""
    try:
        lines = due(load(root), today)
    except DataError as error:
        print(error)
        return 2
    print(*lines or ["No review is due within 60 days."], sep="\n")
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), date.today()))
