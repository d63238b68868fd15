"""The year as a wheel: round it twelve months, each with an arc for everything that it holds beside what is done every month."""

from dataclasses import dataclass

from ..model.activity import Activity
from ..model.month import Month
from ..schedule.timeline import Year
from .circle import MONTH, Point, arc, at, middle_of, start_of

CENTRE, INNER, OUTER, NAMES = 170, 60, 138, 154  # units of the drawing
ARC = 9  # from one arc to the next, unless a month has more than there is room for
BREAK = 2  # degrees between an arc and the end of its month


@dataclass(frozen=True)
class Spoke:
    """A month of the wheel: what it holds, by how many degrees its arcs are turned from those of January, and where its name stands."""

    month: Month
    activities: list[Activity]
    turn: float
    name: Point


@dataclass(frozen=True)
class YearWheel:
    """The months, what is done in every one of them, and the arcs of January from the inside out, with how thick they are."""

    spokes: list[Spoke]
    every_month: list[Activity]
    arcs: list[str]
    thick: float

    size, centre = 2 * CENTRE, CENTRE


def wheel_of(year: Year) -> YearWheel:
    """Return the wheel of a year."""
    every_month = [one.activity for one in year[Month.January] if len(one.activity.placements) == len(Month)]
    months = {month: [one.activity for one in placements if one.activity not in every_month] for month, placements in year.items()}
    most = max(map(len, months.values()))
    step = min(ARC, (OUTER - INNER) / max(1, most))
    arcs = [arc(BREAK, MONTH - BREAK, round(INNER + number * step, 1), CENTRE) for number in range(most)]
    spokes = [Spoke(month, its, start_of(month), at(middle_of(month), NAMES, CENTRE)) for month, its in months.items()]
    return YearWheel(spokes, every_month, arcs, round(step * 0.7, 1))
