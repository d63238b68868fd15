"""What an activity says of a month must be of a month in which it runs, and what its panel says it does not say again."""

from collections.abc import Iterator

from ..model.activity import Activity
from ..model.panel import Panel
from ..model.problem import Problem
from .checked_file import CheckedFile, Sources

NOT_TOGETHER = "a panel and its meeting end on the same day: give this file and {panel} the same ended."


def check_activities(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each detail of a month in which the activity does not run, and for each title that stands twice."""
    for checked in (*sources.records[Activity].values(), *sources.coming.values()):
        activity = checked.record
        if isinstance(activity, Activity):
            for month in activity.by_month:
                if month not in activity.placements:
                    yield checked.file.problem(("by_month", month.name), f'"{activity.id}" does not run in {month.name}.')
            if activity.is_meeting:
                yield from _as_a_meeting(checked, activity, sources)


def _as_a_meeting(checked: CheckedFile, meeting: Activity, sources: Sources) -> Iterator[Problem]:
    """Yield a problem where the meeting of a panel says again what the panel says, or goes on without it."""
    panel = sources.records[Panel][meeting.id].record if meeting.id in sources.records[Panel] else None
    if not isinstance(panel, Panel):
        return
    if meeting.title == panel.title:
        yield checked.file.problem(("title",), "the meeting of a panel has the title of the panel: delete this line.")
    days = [one.ended.on if one.ended else None for one in (panel, meeting)]
    if days[0] != days[1] and not meeting.starts:
        yield checked.file.problem((), NOT_TOGETHER.format(panel=f"data/{panel.concern}.yml"))
