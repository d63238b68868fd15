"""Where the boxes and arrows of a diagram go. The template draws them."""

from dataclasses import dataclass
from textwrap import wrap

from ..model.diagram import Diagram, Step

WIDTH, HEIGHT, GAP, EDGE = 184, 122, 44, 4
LETTERS = 20  # that fit on a line of a box


@dataclass(frozen=True)
class Box:
    """A step at (x, y), its top left corner, with its text in lines that fit."""

    x: int
    y: int
    heading: str | None
    lines: list[str]

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + WIDTH / 2, self.y + HEIGHT / 2


@dataclass(frozen=True)
class Arrow:
    """A line from one point to another, where its head is."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class DiagramLayout:
    """A diagram whose steps stand on a grid, with arrows straight from edge to edge."""

    diagram: Diagram
    boxes: list[Box]
    arrows: list[Arrow]

    box_width, box_height = WIDTH, HEIGHT

    @property
    def description(self) -> str:
        steps = self.diagram.step
        return "; ".join(f"“{step.text}” leads to “{steps[other].text}”" for step in self.diagram.steps for other in step.leads_to)

    @property
    def width(self) -> int:
        return max(box.x for box in self.boxes) + WIDTH + EDGE

    @property
    def height(self) -> int:
        return max(box.y for box in self.boxes) + HEIGHT + EDGE


def lay_out(diagram: Diagram) -> DiagramLayout:
    """Return where everything in a diagram goes."""
    boxes = {step.id: _box(step) for step in diagram.steps}
    arrows = [_arrow(boxes[step.id], boxes[other]) for step in diagram.steps for other in step.leads_to]
    return DiagramLayout(diagram, list(boxes.values()), arrows)


def _box(step: Step) -> Box:
    x, y = EDGE + step.column * (WIDTH + GAP), EDGE + step.row * (HEIGHT + GAP)
    return Box(x, y, step.when, wrap(step.text, LETTERS))


def _arrow(start: Box, end: Box) -> Arrow:
    """Return the part of the line between two middles that lies outside both boxes."""
    (x1, y1), (x2, y2) = start.middle, end.middle
    across, down = x2 - x1, y2 - y1
    share = min(WIDTH / 2 / abs(across) if across else 2, HEIGHT / 2 / abs(down) if down else 2)
    return Arrow(x1 + across * share, y1 + down * share, x2 - across * share, y2 - down * share)
