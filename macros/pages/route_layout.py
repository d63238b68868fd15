"""What goes to whom, as a picture: what goes stands on the left, who gets it on the right, and a line leads from one to the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.framework import Framework
from ..model.routes import End, Route, Routes
from .lettering import LINE, lines_of

WIDTH, EDGE, GAP, PADDING = 340, 1, 8, 8  # units of the drawing, which a phone shows at nearly their size
LEFT, RIGHT = 168, 138  # how wide the boxes are on either side


@dataclass(frozen=True)
class Box:
    """A box by its top left corner, with lines of text, of which the first `bold` stand out."""

    x: float
    y: float
    width: int
    height: int
    lines: list[str]
    bold: int

    @property
    def foot(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    def baseline(self, number: int) -> float:
        """Return how far down the line of text of this number stands, 0 the first."""
        return round(self.middle + (number - len(self.lines) / 2) * LINE + LINE * 0.75, 1)

    def port(self, number: int, of: int) -> float:
        """Return how far down the line of this number, of so many, meets the box."""
        return round(self.y + self.height * (number + 1) / (of + 1), 1)


@dataclass(frozen=True)
class Line:
    """A line from the right edge of a box to the left edge of another, where its head is."""

    y1: float
    y2: float

    x1, x2 = EDGE + LEFT, WIDTH - EDGE - RIGHT

    @property
    def path(self) -> str:
        half = (self.x1 + self.x2) / 2
        return f"M{self.x1} {self.y1}C{half} {self.y1} {half} {self.y2} {self.x2 - 1} {self.y2}"


@dataclass(frozen=True)
class RouteLayout:
    """Where everything goes."""

    what: list[Box]
    whom: list[Box]
    lines: list[Line]

    width, padding = WIDTH, PADDING

    @property
    def height(self) -> float:
        return max(box.foot for box in (*self.what, *self.whom)) + EDGE


def name_of(framework: Framework, end: End) -> str:
    """Return what an end is called."""
    return end.text or framework.title_at(end.page or "")


def _who(end: End) -> str | None:
    """Return what tells an end from others: its page, whatever it is called here."""
    return end.page or end.text


def lay_out(framework: Framework, routes: Routes) -> RouteLayout:
    """Return where everything in a picture goes."""
    what = list(_stacked(LEFT, EDGE, [_about(framework, route) for route in routes.routes]))
    ends = [(number, end) for number, route in enumerate(routes.routes) for end in route.to]
    names = {_who(end): name_of(framework, end) for _, end in reversed(ends)}  # by the first name that somebody has here
    order = list(dict.fromkeys(_who(end) for _, end in ends))
    meets = [(number, order.index(_who(end))) for number, end in ends]
    whom = _beside(what, [names[who] for who in order], meets)
    return RouteLayout(what, whom, [_line(what, whom, meets, one) for one in meets])


def _about(framework: Framework, route: Route) -> tuple[list[str], int]:
    """Return the lines that say who sends what, and how many of them are the sender's name."""
    inside = LEFT - 2 * PADDING
    sender = lines_of(", ".join(name_of(framework, end) for end in route.from_), inside, is_bold=True)
    often = f" ({route.frequency})" if route.frequency else ""
    return [*sender, *lines_of(route.what + often, inside)], len(sender)


def _stacked(width: int, x: float, texts: list[tuple[list[str], int]]) -> Iterator[Box]:
    y: float = EDGE
    for lines, bold in texts:
        yield (box := Box(x, y, width, len(lines) * LINE + PADDING, lines, bold))
        y = box.foot + GAP


def _beside(what: list[Box], names: list[str], meets: list[tuple[int, int]]) -> list[Box]:
    """Return a box for each name: beside the middle of what goes to it, but clear of the box above."""
    boxes: list[Box] = []
    for index, name in enumerate(names):
        lines = lines_of(name, RIGHT - 2 * PADDING, is_bold=True)
        middles = [what[number].middle for number, to in meets if to == index]
        height = max(len(lines), len(middles)) * LINE + PADDING
        above = boxes[-1].foot + GAP if boxes else EDGE
        y = max(sum(middles) / len(middles) - height / 2, above)
        boxes.append(Box(WIDTH - EDGE - RIGHT, round(y, 1), RIGHT, height, lines, len(lines)))
    return boxes


def _line(what: list[Box], whom: list[Box], meets: list[tuple[int, int]], one: tuple[int, int]) -> Line:
    leaving = [meet for meet in meets if meet[0] == one[0]]
    coming = [meet for meet in meets if meet[1] == one[1]]
    return Line(
        what[one[0]].port(sorted(leaving, key=lambda meet: meet[1]).index(one), len(leaving)),
        whom[one[1]].port(coming.index(one), len(coming)),
    )
