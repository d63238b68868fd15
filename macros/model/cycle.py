"""A cycle: steps that come round every year, and what comes of them."""

from itertools import pairwise
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .base import Record
from .drawn import Drawn
from .field import BUILD, ID_HELP, described
from .limits import MOST_STEPS
from .month import Month
from .problem import did_you_mean
from .record import Kind
from .text import Id, Label, MonthName

LAYOUT = "cycle_layout.py"


class Step(Record):
    """A step with the months in which it is taken; without months, something that comes of others."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    months: tuple[MonthName, ...] = described(
        "Months", "The months in which it is taken, one behind the other. What comes of other steps has none.", (), place=LAYOUT
    )
    text: Label = described("Text", "What is done.", place="cycle.md")
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

    @model_validator(mode="after")
    def _leads_once_to_each_other(self) -> Self:
        others = (*self.leads_to, *self.may_lead_to)
        if self.id in others:
            raise ValueError(f'"{self.id}" leads to itself: a step leads to others.')
        if twice := next((other for other in others if others.count(other) > 1), None):
            raise ValueError(f'"{self.id}" names "{twice}" twice: once is enough, under leads_to where it is stated, or under may_lead_to.')
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
        if twice := next((id for id in ids if ids.count(id) > 1), None):
            raise ValueError(f'two steps have the id "{twice}": give each an id of its own.')
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
