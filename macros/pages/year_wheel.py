"""The year as a wheel: round it twelve months, each with an arc for everything that it holds beside what is done every month."""

from dataclasses import dataclass

from ..model.activity import Activity
from ..model.month import Month
from .circle import Point, arc, at, middle_of, start_of
from .role_year import Year

CENTRE, INNER, OUTER, NAMES = 170, 60, 138, 154  # units of the drawing
ARC = 9  # from one arc to the next, unless a month has more than there is room for
BREAK = 2  # degrees between an arc and the end of its month


@dataclass(frozen=True)
class Spoke:
    """A month of the wheel: what it holds, its arcs from the inside out, and where its name stands."""

    month: Month
    activities: list[Activity]
    arcs: list[str]
    name: Point


@dataclass(frozen=True)
class YearWheel:
    """The months, what is done in every one of them, and how thick an arc is."""

    spokes: list[Spoke]
    every_month: list[Activity]
    thick: float

    size, centre = 2 * CENTRE, CENTRE


def wheel_of(year: Year) -> YearWheel:
    """Return the wheel of a year."""
    every_month = [one.activity for one in year[Month.January] if len(one.activity.placements) == len(Month)]
    months = {month: [one.activity for one in placements if one.activity not in every_month] for month, placements in year.items()}
    step = min(ARC, (OUTER - INNER) / max(1, *map(len, months.values())))
    return YearWheel([_spoke(month, activities, step) for month, activities in months.items()], every_month, round(step * 0.7, 1))


def _spoke(month: Month, activities: list[Activity], step: float) -> Spoke:
    start, end = start_of(month) + BREAK, start_of(month.after) - BREAK
    arcs = [arc(start, end, round(INNER + number * step, 1), CENTRE) for number in range(len(activities))]
    return Spoke(month, activities, arcs, at(middle_of(month), NAMES, CENTRE))
