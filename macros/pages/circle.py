"""Places on a circle that stands for the year: January starts at the top, and the months go round as on a clock."""

from dataclasses import dataclass
from math import cos, radians, sin

from ..model.month import Month

MONTH = 360 / len(Month)  # degrees


def start_of(month: Month) -> float:
    """Return the angle at which a month starts, in degrees from the top."""
    return (month - 1) * MONTH


def middle_of(month: Month) -> float:
    """Return the angle of the middle of a month."""
    return start_of(month) + MONTH / 2


@dataclass(frozen=True)
class Point:
    """A point of a drawing, in its units."""

    x: float
    y: float


def at(angle: float, radius: float, centre: float = 0) -> Point:
    """Return the point at an angle, in degrees from the top, and at a distance from the centre, which is as far right as down."""
    return Point(round(centre + radius * sin(radians(angle)), 1), round(centre - radius * cos(radians(angle)), 1))


def arc(start: float, end: float, radius: float, centre: float = 0) -> str:
    """Return the path of an arc, clockwise from one angle to another, for SVG."""
    first, last = at(start, radius, centre), at(end, radius, centre)
    is_long = int((end - start) % 360 > 180)
    return f"M{first.x} {first.y}A{radius} {radius} 0 {is_long} 1 {last.x} {last.y}"
