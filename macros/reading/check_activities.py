"""What an activity says of a month must be of a month in which it runs, and what its panel says it does not say again."""

from collections.abc import Iterator

from ..model.activity import Activity
from ..model.panel import Panel
from ..model.problem import Problem
from .checked_file import Sources


def check_activities(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each detail of a month in which the activity does not run, and for each title that stands twice."""
    for checked in (*sources.records[Activity].values(), *sources.coming.values()):
        activity = checked.record
        if isinstance(activity, Activity):
            for month in activity.by_month:
                if month not in activity.placements:
                    yield checked.file.problem(("by_month", month.name), f'"{activity.id}" does not run in {month.name}.')
            if activity.is_meeting and activity.title == _title_of_panel(sources, activity.id):
                yield checked.file.problem(("title",), "the meeting of a panel has the title of the panel: delete this line.")


def _title_of_panel(sources: Sources, id: str) -> str | None:
    panel = sources.records[Panel][id].record if id in sources.records[Panel] else None
    return panel.title if isinstance(panel, Panel) else None
