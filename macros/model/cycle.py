"""A cycle: steps that come round every year, and what comes of them."""

from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .base import Record
from .drawn import Drawn
from .field import BUILD, ID_HELP, described
from .month import Month, MonthName
from .problem import did_you_mean
from .record import Kind
from .text import Id, Text

LAYOUT = "cycle_layout.py"
MOST_STEPS = 10  # that a circle holds and can still be read


class Step(Record):
    """A step with the months in which it is taken; without months, something that comes of others."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    months: tuple[MonthName, ...] = described(
        "Months", "The months in which it is taken, one behind the other. What comes of other steps has none.", (), place=LAYOUT
    )
    text: Text = described("Text", "What is done.", place="cycle.md")
    leads_to: tuple[Id, ...] = described("Leads to", "The ids of the steps that it leads to, where somebody has said so.", (), place=LAYOUT)
    may_lead_to: tuple[Id, ...] = described(
        "May lead to", "The ids of the steps that it seems to lead to, where nobody has said so.", (), place=LAYOUT
    )

    @property
    def when(self) -> str:
        """Its months, such as "December/January"."""
        return "/".join(month.name for month in self.months)

    @model_validator(mode="after")
    def _takes_months_that_adjoin(self) -> Self:
        for month, following in pairwise(self.months):
            if month.after != following:
                raise ValueError(f'the months of "{self.id}" do not adjoin: {following.name} does not follow {month.name}.')
        return self


class Cycle(Drawn):
    """Steps round the year. A joint is closed only where the framework's own words, or an amendment, state it."""

    KIND: ClassVar[Kind] = Kind("cycle", "cycles", is_tracked=True)

    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)] = described(
        "Steps", "The steps, from the one to start with.", place=LAYOUT
    )

    @model_validator(mode="after")
    def _leads_to_its_own_steps(self) -> Self:
        ids = [step.id for step in self.steps]
        for step in self.steps:
            for other in (*step.leads_to, *step.may_lead_to):
                if other not in ids:
                    raise ValueError(f'"{step.id}" leads to "{other}", which is no step.{did_you_mean(other, ids)}')
        return self

    @model_validator(mode="after")
    def _has_one_step_in_a_month(self) -> Self:
        taken: dict[Month, str] = {}
        for step in self.steps:
            for month in step.months:
                if month in taken:
                    raise ValueError(f'"{step.id}" and "{taken[month]}" share {month.name}: a circle shows one step in a month.')
                taken[month] = step.id
        return self

    @model_validator(mode="after")
    def _is_open_between_months(self) -> Self:
        dated = [step.id for step in self.steps if step.months]
        for step in self.steps:
            if step.may_lead_to and not {step.id, *step.may_lead_to} <= {*dated}:
                raise ValueError(f'"{step.id}": only a step with months may lead to another with months.')
        return self
