"""A post, a team or a group of people that the framework names."""

from typing import Annotated, ClassVar

from . import address
from .field import OWN_TEMPLATE, RefersTo, described
from .record import Kind, Stated
from .text import Id, Texts


class Role(Stated):
    """A role, never a person's name."""

    KIND: ClassVar[Kind] = Kind(
        "role", address.ROLES, "{title}: what it leads, takes part in and receives in the year, and what else names it.", is_tracked=True
    )

    group: Annotated[Id, RefersTo("role group")] = described("Group", "The heading it stands under (data/framework.yml).", place="roles.md")
    is_outside: bool = described(
        "Outside the service", "true for people such as families: work for which no one is named is never theirs.", False,
        place="page_macros.py",
    )
    also: Texts = described("Also", "Other names that the framework uses for it.", (), place=OWN_TEMPLATE)
    duties: Texts = described("Duties", "What it does, beyond the months and panels that other records give.", (), place=OWN_TEMPLATE)
    receives: Texts = described("Receives", "What it is sent, beyond what other records give.", (), place=OWN_TEMPLATE)
