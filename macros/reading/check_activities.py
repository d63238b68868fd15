"""What an activity says of a month must be of a month in which it runs."""

from collections.abc import Iterator

from ..model.activity import Activity
from ..model.problem import Problem
from .checked_file import Sources


def check_activities(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each detail of a month in which the activity does not run."""
    for checked in sources.records[Activity].values():
        activity = checked.record
        if isinstance(activity, Activity):
            for month in activity.by_month:
                if month not in activity.placements:
                    yield checked.file.problem(("by_month", month.name), f'"{activity.id}" does not run in {month.name}.')
