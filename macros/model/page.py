"""A hand-written page under `docs/`, and a practice standard, which is one with a version."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from . import address
from .field import BUILD, HEADING, ID_HELP, ORDER, SEARCH, described
from .record import Record
from .text import Id, Keywords, PageAddress, RoleId, SectionId, Text, Texts, VersionNumber

STANDARD = "partials/standard.html"


class PageSearch(Record):
    """How search treats a page: left out, or weighed up or down."""

    exclude: bool = described("Exclude", "true keeps it out of the search.", False, place=SEARCH)
    boost: Annotated[float, Field(gt=0)] = described("Boost", "Its weight: 1 is as it comes, more comes first.", 1, place=SEARCH)


class PageMenu(Record):
    """Where a page stands in the menu. The page of a folder, its index, speaks for the folder."""

    title: Text | None = described(
        "Title", "Its title in the menu, where that is shorter than the page's own.", None, place="navigation.py"
    )
    position: int | None = described("Position", "Where it stands in its folder, 1 first.", None, place=ORDER, ge=1)
    under: PageAddress | None = described("Under", "The address of the page whose part of the menu it stands in.", None, place=ORDER)


class Page(Record):
    """The front matter of a hand-written page; its address is where it stands in the site."""

    title: Text = described("Title", "What a person would type.", place=HEADING)
    description: Text = described("Description", "One sentence that says what stands on the page.", place="base.html")
    source: tuple[SectionId, ...] = described(
        "Source", "The parts of the published document that it restates.", (), place="partials/provenance.html"
    )
    statement: Annotated[int, Field(ge=1)] | None = described(
        "Statement", "Its number, of the statements of a document.", None, place=ORDER
    )
    keywords: Keywords = described("Search words", "Other words that people search for it with; never a fact.", (), place=SEARCH)
    search: PageSearch = described("Search", "How search treats it.", PageSearch(), place=SEARCH)
    menu: PageMenu = described("Menu", "Where it stands in the menu.", PageMenu(), place="navigation.py")
    hide: Texts = described("Hide", "Parts of the skeleton to leave out: navigation or toc.", (), place="base.html")
    template: Text | None = described("Template", "The skeleton of the page, where it is another than usual.", None, place=BUILD)
    collects: tuple[PageAddress, ...] = described(
        "Collects", "The addresses of pages that this one joins into one document, each with all below it.", (), place="site.py"
    )


class Standard(Page):
    """A practice standard: a page under `docs/standards/`. The file's name is its id.

    `last_reviewed` is the day on which somebody read it and found it right; that is not the day on which it last changed.
    """

    id: Id = described("Id", ID_HELP, place=BUILD)
    version: VersionNumber = described("Version", "1.0 at first; make amend raises it.", place=STANDARD)
    owner: RoleId | None = described("Owner", "The role that looks after it.", None, place=STANDARD, missing="owner")
    effective_from: date | None = described("In force since", "The day from which it holds.", None, place=STANDARD)
    last_reviewed: date | None = described(
        "Last reviewed", "The day on which somebody read all of it and found it right.", None, place=STANDARD, missing="last review"
    )
    review_by: date | None = described(
        "Next review", "The day by which it is to be read again.", None, place=STANDARD, missing="next review"
    )
    page: Text = described("Address", "Where it stands in the site.", place=BUILD)
    file: Text = described("File", "Its file, below docs/.", place=BUILD)
    text: str = described("Text", "What it says below the front matter.", place=HEADING)

    @model_validator(mode="after")
    def _is_reviewed_after_it_starts(self) -> Self:
        for earlier in ("effective_from", "last_reviewed"):
            day = getattr(self, earlier)
            if day and self.review_by and self.review_by <= day:
                raise ValueError(f"review_by ({self.review_by}) has to come after {earlier} ({day}).")
        return self


def is_standard(path: str) -> bool:
    """True where a Markdown file under `docs/` is a standard: below standards/, and not the index of a folder."""
    name = path.rpartition("/")[2]
    return path.startswith(f"{address.STANDARDS}/") and name != "index.md"
