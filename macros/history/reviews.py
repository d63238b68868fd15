"""Which standards are due for review."""

from collections.abc import Iterable
from datetime import date, timedelta

from ..model.framework import Framework
from ..model.page import Standard

SOON = timedelta(days=60)


def with_review_date(standards: Iterable[Standard]) -> list[tuple[date, Standard]]:
    """Return the standards that have a review date, with it, the earliest first."""
    dated = [(standard.review_by, standard) for standard in standards if standard.review_by]
    return sorted(dated, key=lambda review: review[0])


def reviews_due(framework: Framework, today: date) -> list[str]:
    """Return a line for each standard whose review is overdue on a day, or due soon after it."""
    return [
        f"{'overdue since' if day < today else 'due on'} {day}: {standard.title} (docs/{standard.file})"
        for day, standard in with_review_date(framework.standards)
        if day <= today + SOON
    ]
