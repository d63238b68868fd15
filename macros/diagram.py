"""Where the boxes and arrows of a drawing go. The template draws them."""

from dataclasses import dataclass
from textwrap import wrap

WIDTH, HEIGHT, GAP = 184, 122, 44
LETTERS = 20


@dataclass(frozen=True)
class Box:
    """A step at (x, y), its top left corner, with its text in lines that fit."""

    x: int
    y: int
    heading: str | None
    lines: list[str]

    @property
    def middle(self):
        return self.x + WIDTH / 2, self.y + HEIGHT / 2


@dataclass(frozen=True)
class Arrow:
    x1: float
    y1: float
    x2: float
    y2: float


class Diagram:
    """A drawing from a `model.Cycle`: steps stand on a grid, arrows run straight from edge to edge."""

    width, height = WIDTH, HEIGHT

    def __init__(self, cycle):
        self.id, self.title = cycle.id, cycle.title
        self.description = "; ".join(
            f"“{step.text}” leads to “{cycle.step[other].text}”" for step in cycle.steps for other in step.leads_to
        )
        boxes = {step.id: _box(step) for step in cycle.steps}
        self.boxes = list(boxes.values())
        self.arrows = [_arrow(boxes[step.id], boxes[other]) for step in cycle.steps for other in step.leads_to]
        self.total_width = max(box.x for box in self.boxes) + WIDTH + 4
        self.total_height = max(box.y for box in self.boxes) + HEIGHT + 4


def _box(step):
    return Box(4 + step.column * (WIDTH + GAP), 4 + step.row * (HEIGHT + GAP), step.when, wrap(step.text, LETTERS))


def _arrow(start, end):
    """Return the part of the line between two middles that lies outside both boxes."""
    (x1, y1), (x2, y2) = start.middle, end.middle
    across, down = x2 - x1, y2 - y1
    share = min(WIDTH / 2 / abs(across) if across else 2, HEIGHT / 2 / abs(down) if down else 2)
    return Arrow(x1 + across * share, y1 + down * share, x2 - across * share, y2 - down * share)
