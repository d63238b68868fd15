"""A panel, board, group, council, network, committee or standing meeting: its terms of reference."""

from typing import Annotated, ClassVar

from . import address
from .document import Document
from .field import RefersTo, described
from .record import Kind, Stated
from .text import Id, PanelId, RoleId, Text, Texts

TERMS, BUSINESS = "facts: terms", "facts: business"


class Panel(Stated):
    """The terms of reference of a body that the framework names. What is not known is left out."""

    KIND: ClassVar[Kind] = Kind(
        "panel", address.PANELS, "Terms of reference of the {title}: purpose, chair, members and when it meets.", is_tracked=True
    )

    group: Annotated[Id, RefersTo("panel group")] = described(
        "Group", "The heading it stands under (data/framework.yml).", place="panels.md"
    )
    purpose: Text = described("Purpose", "What it is for.", place=TERMS)
    chair: RoleId | None = described("Chair", "The role that chairs it, where somebody has said so.", None, place=TERMS, missing="chair")
    members: tuple[RoleId, ...] = described(
        "Who takes part", "The roles that take part, whether it calls them members or not.", (), place=TERMS, missing="members"
    )
    members_note: Text | None = described(
        "Who takes part, in words", "What is said of who takes part in other words than roles.", None, place=TERMS, joins="members"
    )
    quorum: Text | None = described("Quorum", "How many have to be there, in words.", None, place=TERMS, missing="quorum")
    meets: Text | None = described(
        "How often", "How often it meets, where somebody has said so; the months stand on the activity.", None,
        place=TERMS, missing="how often it meets",
    )
    receives: Texts = described("What comes in", "What it is sent.", (), place=BUSINESS, missing="what comes in")
    produces: Texts = described("What goes out", "What it makes or decides.", (), place=BUSINESS, missing="what goes out")
    reports_to: tuple[PanelId, ...] = described(
        "Its work is reported to", "The bodies that it reports to, or that hear of its work.", (), place=BUSINESS,
        missing="whom it reports to",
    )
    documents: tuple[Document, ...] = described("Documents", "Documents that the framework attaches or names.", (), place=BUSINESS)
