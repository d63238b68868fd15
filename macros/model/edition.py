"""The published document that the site restates."""

from . import address
from .base import Record
from .field import BUILD, ID_HELP, described
from .text import Email, Id, Text


class Section(Record):
    """A part of the published document, and the page of this site that restates it."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    title: Text = described("Title", "The heading of the part.", place="render.py")
    pages: Text = described("Pages", "Its pages in the published document, such as 3 or 15–16.", place="_macros.md")
    file: Text = described("File", "The page of this site that restates it, below docs/.", place="render.py")

    @property
    def page(self) -> str:
        return address.of_file(self.file)


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
    approval_required: bool = described(
        "Approval required", "true where an amendment that is not minor has to say who approved it, and when.", False, place=BUILD
    )
    sections: tuple[Section, ...] = described("Sections", "The parts of the document, in its order.", place="navigation.py")
    activity_groups: dict[Id, Text] = described("Groups of activities", "The headings of the timeline, in order.", place="activities.md")
    panel_groups: dict[Id, Text] = described("Groups of panels", "The headings of the list of panels, in order.", place="panels.md")
    role_groups: dict[Id, Text] = described("Groups of roles", "The headings of the list of roles, in order.", place="roles.md")

    @property
    def name(self) -> str:
        return f"{self.edition} framework"

    def groups(self, kind: str) -> dict[str, str]:
        """Return the headings of a kind of record by their ids; a kind without groups has none."""
        groups: dict[str, str] = getattr(self, f"{kind}_groups", {})
        return groups
