"""What goes to whom: reports to bodies, or what follows on a piece of work. A page draws it and says the same in words."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .base import Record
from .drawn import Drawn
from .field import described
from .limits import MOST_ENDS, MOST_ROUTES
from .record import Kind
from .text import Label, PageAddress, SectionId

DRAWN = "route_layout.py"


class End(Record):
    """Where a route starts or ends: a body or a role that has a page, or somebody or something in words."""

    page: PageAddress | None = described("Page", "The address of its page, such as panels/home-panel.", None, place=DRAWN)
    text: Label | None = described("In words", "What it is called here, where that is not the title of its page.", None, place=DRAWN)

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if not self.page and not self.text:
            raise ValueError("say who or what it is: give its page, or words.")
        return self


Ends = Annotated[tuple[End, ...], Field(max_length=MOST_ENDS)]


class Route(Record):
    """One thing that goes to somebody."""

    what: Label = described("What", "What goes, in a few words.", place=DRAWN)
    frequency: Label | None = described("How often", "How often, where somebody has said so.", None, place=DRAWN)
    from_: Ends = described("From", "Who sends it, where somebody has said so.", (), place=DRAWN, alias="from")
    to: Annotated[Ends, Field(min_length=1)] = described("To", "Who gets it.", place=DRAWN)
    source: tuple[SectionId, ...] = described(
        "Source", "The sections of the framework that say so. What an amendment added has none.", (), place="routes.md"
    )


class Routes(Drawn):
    """Everything that goes to somebody in one matter: only what the framework states, or an amendment added."""

    KIND: ClassVar[Kind] = Kind("routes", "routes", is_tracked=True)

    routes: Annotated[tuple[Route, ...], Field(min_length=1, max_length=MOST_ROUTES)] = described(
        "What goes", "In the order in which it is drawn: what goes to the same people one behind the other.", place=DRAWN
    )
