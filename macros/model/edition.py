"""The published document that the site restates."""

import re
from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from . import address
from .allowed_detail import AllowedDetail
from .base import Record
from .document import DocumentLimits
from .editor import Editor
from .field import BUILD, ID_HELP, described
from .text import Email, Framer, Id, Text


def id_of(name: str) -> str:
    """Return what an edition of this name is called in an address: "March 2023" is "march-2023"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


class Section(Record):
    """A part of the published document, and the page of this site that restates it."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    title: Text = described("Title", "The heading of the part.", place="render.py")
    pages: Text = described("Pages", "Its pages in the published document, such as 3 or 15–16.", place="_macros.md")
    file: Text = described("File", "The page of this site that restates it, below docs/.", place="render.py")

    edition: Text | None = described(
        "Edition", "The earlier edition that its page still restates. Taken out, once the page restates the present one.", None,
        place="model/edition.py",
    )

    @property
    def page(self) -> str:
        return address.of_file(self.file)


class EarlierEdition(Record):
    """An edition that was replaced, as `make edition` kept it."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    edition: Text = described("Edition", "What it was called.", place="partials/copyright.html")

    @property
    def page(self) -> str:
        return address.edition(self.id)


class Edition(Record):
    """Which document this is, and the headings that its records stand under (`data/framework.yml`)."""

    council: Text = described("Council", "Whose document it is.", place="home.html")
    title: Text = described("Title", "What the document is called.", place="partials/provenance.html")
    subject: Text = described("Subject", "Which services it is about.", place="handbook.html")
    edition: Text = described("Edition", "When it was published, such as March 2023.", place="partials/provenance.html")
    site_name: Text = described("Name of the site", "What the site is called.", place="partials/header.html")
    feedback: Email | None = described(
        "Feedback", "Where readers can write to when a page is wrong. Left out, no page asks.", None, place="partials/feedback.html"
    )
    adopted: bool = described(
        "Adopted", "true once the council has adopted the site as its own. Until then each page says that it has not.", False,
        place="partials/adopted.html",
    )
    approval_required: bool = described(
        "Approval required", "true where an amendment that is not minor has to say who approved it, and when.", False, place=BUILD
    )
    editor: Editor | None = described("Editor", "Where the form at /edit/ saves. Left out, the site has none.", None, place=BUILD)
    framed_by: tuple[Framer, ...] = described(
        "Framed by", "The sites that may show these pages inside one of theirs, such as an intranet or https://teams.microsoft.com.", (),
        place="programs/headers.py",
    )
    documents: DocumentLimits = described(
        "Documents", "Which files may be documents, below docs/documents/.", DocumentLimits(), place=BUILD
    )
    allowed_details: tuple[AllowedDetail, ...] = described(
        "Allowed details", "What looks like a personal detail and may be public, such as the number of a duty desk.", (), place=BUILD
    )
    earlier: tuple[EarlierEdition, ...] = described(
        "Earlier editions", "Those that stand in the folder docs/editions/. make edition adds them.", (), place="partials/copyright.html"
    )
    sections: tuple[Section, ...] = described("Sections", "The parts of the document, in its order.", place="navigation.py")
    activity_groups: dict[Id, Text] = described("Groups of activities", "The headings of the timeline, in order.", place="activities.md")
    panel_groups: dict[Id, Text] = described("Groups of panels", "The headings of the list of panels, in order.", place="panels.md")
    role_groups: dict[Id, Text] = described("Groups of roles", "The headings of the list of roles, in order.", place="roles.md")

    @property
    def id(self) -> str:
        """What the edition is called in an address."""
        return id_of(self.edition)

    def restated(self, sections: Iterable[str]) -> str:
        """Return which edition, or editions, these sections are restated from, such as "March 2023"; of none the present one."""
        of = {section.id: section.edition or self.edition for section in self.sections}
        return " and ".join(dict.fromkeys(of[id] for id in sections)) or self.edition

    @model_validator(mode="after")
    def _keeps_what_its_sections_restate(self) -> Self:
        kept = {self.edition, *(edition.edition for edition in self.earlier)}
        for section in self.sections:
            if section.edition and section.edition not in kept:
                raise ValueError(f'the section "{section.id}" restates "{section.edition}", which is not kept: run make edition first.')
        return self

    def groups(self, kind: str) -> dict[str, str]:
        """Return the headings of a kind of record by their ids; a kind without groups has none."""
        groups: dict[str, str] = getattr(self, f"{kind}_groups", {})
        return groups
