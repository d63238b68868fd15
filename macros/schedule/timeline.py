"""Who does what in which month: the placements of the timeline, seen by month, by panel and by role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model.activity import Activity, Window
from ..model.framework import Framework
from ..model.grouped import grouped
from ..model.involvement import ATTEND, INVOLVEMENTS, LEAD, NAMED, RECEIVE, Involvement
from ..model.month import Month
from ..model.panel import Panel
from ..model.text import first_sentence

Rows = dict[str, list[tuple[Activity, list[Month]]]]


@dataclass(frozen=True)
class Placement:
    """One activity in one month: what the framework says of it then."""

    activity: Activity
    month: Month
    summary: str
    involved: Mapping[Involvement, tuple[str, ...]]  # the ids of roles
    how_often: str | None = None

    @property
    def step(self) -> str | None:
        """"opens" or "closes" in the months of a window, None in a month of its own."""
        if not self.window:
            return None
        return "opens" if self.month == self.window.opens else "closes"

    @property
    def in_short(self) -> str:
        """What it is; of what most months repeat the first sentence alone."""
        repeats = self.summary == self.activity.summary and len(self.activity.placements) > len(Month) / 2
        return first_sentence(self.summary) if repeats else self.summary

    @property
    def window(self) -> Window | None:
        """The window that opens or closes in this month, None in a month of its own."""
        return next((window for window in self.activity.windows if self.month in (window.opens, window.closes)), None)

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of the roles that lead, attend or receive this, or are named in it, each once."""
        return tuple(dict.fromkeys(role for roles in self.involved.values() for role in roles))

    @property
    def names_nobody(self) -> bool:
        """True where it names no role, and no body but the one whose meeting it is: so it may be for anybody."""
        return not self.named and (self.activity.is_meeting or not self.activity.panel)


Year = Mapping[Month, Sequence[Placement]]  # of each month the placements, in their order


def placement_of(framework: Framework, activity: Activity, month: Month) -> Placement:
    """Return what `activity` is in `month`: a panel's meeting is led by its chair and attended by its members."""
    detail = activity.by_month.get(month)
    panel = framework.panel[activity.id] if activity.is_meeting else None
    chair = (panel.chair,) if panel and panel.chair else ()
    members = panel.members if panel else ()
    return Placement(
        activity,
        month,
        summary=detail.summary if detail and detail.summary else activity.summary,
        involved={
            LEAD: (*chair, *activity.lead),
            ATTEND: (*members, *activity.attend, *(detail.attend if detail else ())),
            RECEIVE: activity.receive,
            NAMED: activity.named,
        },
        how_often=activity.frequency or (panel.meets if panel else None),
    )


def in_month(framework: Framework, month: Month) -> dict[str, list[Placement]]:
    """Return the placements of a month under the headings of the edition, in the order of the data."""
    groups: dict[str, list[Placement]] = {title: [] for title in framework.edition.activity_groups.values()}
    for activity in framework.activities:
        if month in activity.placements:
            group = framework.edition.activity_groups[activity.group]
            groups[group].append(placement_of(framework, activity, month))
    return {title: placements for title, placements in groups.items() if placements}


def common_source(placements: Iterable[Placement]) -> list[str]:
    """Return the sections that all of these restate, but for those that restate none; where they have none in common, each section."""
    sources = [placement.activity.source for placement in placements if placement.activity.source]
    every = dict.fromkeys(section for source in sources for section in source)
    return [section for section in every if all(section in source for source in sources)] or list(every)


def month_by_month(framework: Framework) -> Year:
    """Return the placements of every month, in the order of the data."""
    return {month: [one for group in in_month(framework, month).values() for one in group] for month in Month}


def of_activity(framework: Framework, activity: Activity) -> list[Placement]:
    """Return the placements of an activity in the order of the year."""
    return [placement_of(framework, activity, month) for month in activity.placements]


def of_panel(framework: Framework, panel: Panel) -> list[Activity]:
    """Return the activities that concern a panel."""
    return [activity for activity in framework.activities if activity.panel == panel.id]


def by_role(framework: Framework) -> dict[str, Rows]:
    """Return what each role leads, attends and receives, and is named in, by its id: the activities under each, with their months."""
    rows: dict[str, Rows] = {}
    placed = [(activity, of_activity(framework, activity)) for activity in framework.activities]
    for how in INVOLVEMENTS:
        for activity, placements in placed:
            for role, months in _months_by_role(placements, how).items():
                rows.setdefault(role, {}).setdefault(how.of_role, []).append((activity, months))
    return rows


def _months_by_role(placements: Iterable[Placement], how: Involvement) -> dict[str, list[Month]]:
    by_role = grouped(placements, lambda placement: placement.involved[how])
    return {role: [placement.month for placement in its] for role, its in by_role.items()}


def naming_nobody(framework: Framework) -> list[tuple[Activity, list[Month]]]:
    """Return the activities that name nobody, with the months in which that is so: they may be part of any role's year."""
    rows = [
        (activity, [placement.month for placement in of_activity(framework, activity) if placement.names_nobody])
        for activity in framework.activities
    ]
    return [(activity, months) for activity, months in rows if months]


def whole_year(framework: Framework) -> Rows:
    """Return every activity with its months, under the headings of the edition."""
    return {
        title: [(activity, list(activity.placements)) for activity in framework.activities if activity.group == group]
        for group, title in framework.edition.activity_groups.items()
    }
