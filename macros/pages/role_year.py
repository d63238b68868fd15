"""A role's year as a picture: twelve columns of marks, for what names the role and for what names nobody."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model.activity import Activity
from ..model.month import Month
from ..schedule.timeline import Placement, Rows, Year

WIDTH, EDGE, TOP, LABEL = 340, 2, 4, 22  # units of the drawing, which a phone shows at nearly their size
TALLEST, MARK, GAP = 150, 11, 3
MOST_MARKS = 24  # in a column: of more, none can be seen by itself
COLUMN = (WIDTH - 2 * EDGE) / len(Month)


@dataclass(frozen=True)
class Column:
    """A month: how much of it names the role, how much names nobody and so may be for it, and whom each of the rest names.

    `marks` is how many marks it has room for.
    """

    month: Month
    named: int
    nobody: int
    marks: int
    roles: tuple[str, ...] = ()  # the ids of roles, with spaces between them

    @property
    def x(self) -> float:
        return round(EDGE + (self.month - 1) * COLUMN, 1)


@dataclass(frozen=True)
class RoleYear:
    """The columns of a year. They stand side by side; where one has many marks, all marks are lower."""

    columns: list[Column]

    width, column, edge = WIDTH, round(COLUMN, 1), EDGE

    @cached_property
    def most(self) -> int:
        return max(1, *(column.marks for column in self.columns))

    @cached_property
    def step(self) -> float:
        """From one mark to the next above it."""
        return min(MARK + GAP, TALLEST / self.most)

    @cached_property
    def mark(self) -> float:
        return round(self.step * MARK / (MARK + GAP), 1)

    @cached_property
    def foot(self) -> float:
        """How far down the columns stand."""
        return round(TOP + self.step * self.most, 1)

    @property
    def height(self) -> float:
        return self.foot + LABEL

    def y(self, number: int) -> float:
        """Return where the mark of this number stands, 0 the lowest."""
        return round(self.foot - (number + 1) * self.step, 1)

    def marks(self, column: Column) -> Iterator[tuple[str, float, float]]:
        """Yield what each mark of a month says, where it stands and how high it is. Where there are many, one stands for all of a kind."""
        kinds = [("named", column.named), ("nobody", column.nobody)]
        if self.most <= MOST_MARKS:
            kinds = [(kind, 1) for kind, count in kinds for _ in range(count)]
        number = 0
        for kind, count in kinds:
            number += count
            if count:
                yield kind, self.y(number - 1), round(self.mark + (count - 1) * self.step, 1)


def year_of(rows: Rows, naming_nobody: Sequence[tuple[Activity, list[Month]]]) -> RoleYear:
    """Return the year of a role, of which `rows` say what it leads, attends and receives."""
    its = {(activity.id, month) for activities in rows.values() for activity, months in activities for month in months}
    named, nobody = Counter(month for _, month in its), Counter(month for _, months in naming_nobody for month in months)
    return RoleYear([Column(month, named[month], nobody[month], named[month] + nobody[month]) for month in Month])


def year_of_any_role(year: Year) -> RoleYear:
    """Return the year before anybody has chosen a role: each column has room for whatever its month holds."""
    return RoleYear([_column(month, placements) for month, placements in year.items()])


def _column(month: Month, placements: Sequence[Placement]) -> Column:
    named = tuple(" ".join(one.named) for one in placements if not one.names_nobody)
    return Column(month, 0, len(placements) - len(named), len(placements), named)
