"""A cycle as a picture: a circle that stands for the year, its steps on it by their months, and inside it what comes of them."""

from dataclasses import dataclass
from math import atan2, cos, sin
from string import ascii_uppercase

from ..model.cycle import Cycle, Step
from ..model.month import Month
from .circle import MONTH, Point, arc, at, middle_of, start_of

CENTRE, RING, THICK, INSIDE, DISC, NAMES = 170, 120, 26, 48, 16, 152  # units of the drawing, which a phone shows at nearly their size
BREAK = 5.5  # degrees that an arc is short of where it ends
STANDS_OFF = 4  # between the head of an arrow and what it points at


@dataclass(frozen=True)
class Mark:
    """A number, a letter or a question mark at its place."""

    text: str
    place: Point


@dataclass(frozen=True)
class CycleLayout:
    """Where everything goes. `arcs` and `gaps` are paths round the circle, `arrows` lead through it."""

    names: list[Mark]
    arcs: list[str]
    gaps: list[str]
    arrows: list[str]
    numbers: list[Mark]
    letters: list[Mark]
    open: list[Mark]

    size, centre, ring, thick, disc = 2 * CENTRE, CENTRE, RING, THICK, DISC


def labels_of(cycle: Cycle) -> dict[str, str]:
    """Return the number of each step with months, and the letter of each without, by its id."""
    dated = [step.id for step in cycle.steps if step.months]
    undated = [step.id for step in cycle.steps if not step.months]
    return {id: str(number) for number, id in enumerate(dated, 1)} | dict(zip(undated, ascii_uppercase, strict=False))


def lay_out(cycle: Cycle) -> CycleLayout:
    """Return where everything in a picture goes."""
    labels, places, steps = labels_of(cycle), _places(cycle), {step.id: step for step in cycle.steps}
    dated = [step for step in cycle.steps if step.months]
    joints = [_joint(step, steps[other]) for step in dated for other in step.may_lead_to]
    return CycleLayout(
        names=[Mark(month.name[:3], at(middle_of(month), NAMES, CENTRE)) for month in Month],
        arcs=[arc(_start(step) + BREAK, _end(step) - BREAK, RING, CENTRE) for step in dated],
        gaps=[arc(start, start + length, RING, CENTRE) for start, length in joints if length],
        arrows=[_arrow(step, steps[other], places) for step in cycle.steps for other in step.leads_to],
        numbers=[Mark(labels[step.id], at(_middle(step), RING, CENTRE)) for step in dated],
        letters=[Mark(labels[step.id], places[step.id]) for step in cycle.steps if not step.months],
        open=[Mark("?", at(start + length / 2, RING, CENTRE)) for start, length in joints],
    )


def _start(step: Step) -> float:
    return start_of(step.months[0])


def _middle(step: Step) -> float:
    return _start(step) + len(step.months) * MONTH / 2


def _end(step: Step) -> float:
    return _start(step) + len(step.months) * MONTH


def _joint(step: Step, following: Step) -> tuple[float, float]:
    """Return the angle at which the gap between two steps starts, and how long it is."""
    return _end(step), (_start(following) - _end(step)) % 360


def _places(cycle: Cycle) -> dict[str, Point]:
    """Return where the arrows of each step start and end: steps with months at the inside of the circle, the others round its centre."""
    undated = [step for step in cycle.steps if not step.months]
    first = next((step for step in cycle.steps if step.months and any(other.id in step.leads_to for other in undated)), None)
    across = (_middle(first) if first else 0) + 90  # beside an arrow that goes right through
    inside = {step.id: at(across + number * 360 / len(undated), INSIDE, CENTRE) for number, step in enumerate(undated)}
    return inside | {step.id: at(_middle(step), RING - THICK / 2 - STANDS_OFF, CENTRE) for step in cycle.steps if step.months}


def _arrow(step: Step, other: Step, places: dict[str, Point]) -> str:
    """Return the path of an arrow, which keeps clear of the discs at its ends."""
    start, end = places[step.id], places[other.id]
    angle = atan2(end.y - start.y, end.x - start.x)
    off, before = (0 if step.months else DISC), (0 if other.months else DISC + STANDS_OFF)
    x1, y1 = round(start.x + off * cos(angle), 1), round(start.y + off * sin(angle), 1)
    x2, y2 = round(end.x - before * cos(angle), 1), round(end.y - before * sin(angle), 1)
    return f"M{x1} {y1}L{x2} {y2}"
