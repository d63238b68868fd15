"""A diagram of steps and of the links between them."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .base import Record
from .field import BUILD, ID_HELP, described
from .limits import MOST_STEPS
from .problem import did_you_mean
from .record import FileRecord, Kind
from .text import Id, SectionId, Text

LAYOUT = "diagram_layout.py"


class Step(Record):
    """A box at its place on a grid, and the boxes that its arrows lead to."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    when: Text | None = described("When", "The heading of the box.", None, place=LAYOUT)
    text: Text = described("Text", "What the box says.", place=LAYOUT)
    column: int = described("Column", "How far to the right it stands; 0 is left.", place=LAYOUT, ge=0, le=20)
    row: int = described("Row", "How far down it stands; 0 is the top.", place=LAYOUT, ge=0, le=20)
    leads_to: tuple[Id, ...] = described("Leads to", "The ids of the boxes that its arrows lead to.", (), place=LAYOUT)


class Diagram(FileRecord):
    """Steps, and an arrow only where the framework's own words state the link."""

    KIND: ClassVar[Kind] = Kind("diagram", "diagrams")

    title: Text = described("Title", "What the diagram shows.", place="diagram.svg")
    source: tuple[SectionId, ...] = described("Source", "The sections of the framework where the steps stand.", place=BUILD)
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)] = described("Steps", "The boxes.", place=LAYOUT)

    @property
    def heading(self) -> str:
        return self.title

    @property
    def step(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    @model_validator(mode="after")
    def _leads_to_its_own_steps(self) -> Self:
        for step in self.steps:
            for other in step.leads_to:
                if other not in self.step:
                    raise ValueError(f'"{step.id}" leads to "{other}", which is no step.{did_you_mean(other, self.step)}')
        return self
