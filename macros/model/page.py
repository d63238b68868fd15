"""A hand-written page under `docs/`, and a practice standard, which is one with a version."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from . import address
from .base import Record
from .ending import NOTICE, Ending
from .explanation import Explanation
from .field import BUILD, HEADING, ID_HELP, ORDER, SEARCH, described
from .limits import HIGHEST_NUMBER
from .record import CHANGE, CHANGE_HELP, ENDED, ENDED_HELP, FORMERLY, FORMERLY_HELP, NO_POSITION, START, START_HELP
from .text import Day, FormerAddress, Id, Keywords, PageAddress, RoleId, SectionId, Text

STANDARD = "partials/standard.html"


class PageSearch(Record):
    """How search treats a page: left out, or weighed up or down."""

    exclude: bool = described("Exclude", "true keeps it out of the search.", False, place=SEARCH)
    boost: Annotated[float, Field(gt=0, le=10)] = described(
        "Boost", "Its weight: 1 is as it comes, 10 the most. Below 1 title, keywords and headings alone find it.", 1, place=SEARCH
    )


class PageMenu(Record):
    """Where a page stands in the menu. The page of a folder, its index, speaks for the folder."""

    title: Text | None = described(
        "Title", "Its title in the menu, where that is shorter than the page's own.", None, place="navigation.py"
    )
    position: int | None = described("Position", "Where it stands in its folder, 1 first.", None, place=ORDER, ge=1, le=HIGHEST_NUMBER)
    under: PageAddress | None = described("Under", "The address of the page whose part of the menu it stands in.", None, place=ORDER)


class Page(Record):
    """A hand-written page: its front matter, and what it says below that. `page` is its address, where it stands in the site."""

    title: Text = described("Title", "What a person would type.", place=HEADING)
    description: Text = described("Description", "One sentence that says what stands on the page.", place="base.html")
    source: tuple[SectionId, ...] = described(
        "Source", "The parts of the published document that it restates.", (), place="partials/provenance.html"
    )
    statement: Annotated[int, Field(ge=1, le=HIGHEST_NUMBER)] | None = described(
        "Statement", "Its number, of the statements of a document.", None, place=ORDER
    )
    keywords: Keywords = described("Search words", "Other words that people search for it with; never a fact.", (), place=SEARCH)
    search: PageSearch = described("Search", "How search treats it.", PageSearch(), place=SEARCH)
    menu: PageMenu = described("Menu", "Where it stands in the menu.", PageMenu(), place="navigation.py")
    hide: tuple[Literal["navigation", "toc", "subheadings"], ...] = described(
        "Hide", "Parts of the skeleton to leave out: navigation, toc, or of the toc its subheadings.", (), place="base.html"
    )
    template: Literal["home.html", "handbook.html"] | None = described(
        "Template", "The skeleton of the page, where it is another than usual.", None, place=BUILD
    )
    formerly: tuple[FormerAddress, ...] = described(FORMERLY, FORMERLY_HELP, (), place=BUILD)
    starts: Day | None = described(START, START_HELP, None, place=BUILD)
    collects: tuple[PageAddress, ...] = described(
        "Collects", "The addresses of pages that this one joins into one document, each with all below it.", (), place="site.py"
    )
    change: Explanation | None = described(CHANGE, CHANGE_HELP, None, place=BUILD, exclude=True)
    page: str = described("Address", "Where it stands in the site.", place=BUILD)
    file: Text = described("File", "Its file, below docs/.", place=BUILD)
    text: str = described("Text", "What it says below the front matter.", place=HEADING)

    @property
    def concern(self) -> str:
        """What amendments call it."""
        return f"pages/{self.page}"

    @property
    def place(self) -> tuple[int, int, str]:
        """Where it stands among the pages of its folder: by position, by the number of its statement, by title."""
        return self.menu.position or NO_POSITION, self.statement or NO_POSITION, self.title

    @property
    def is_tracked(self) -> bool:
        """True for a page that restates a part of the framework, and for a standard: a change of it has to be explained."""
        return bool(self.source)


class Standard(Page):
    """A practice standard: a page under `docs/standards/`. The file's name is its id; its versions stand in the record.

    `last_reviewed` is the day on which somebody read it and found it right; that is not the day on which it last changed.
    """

    id: Id = described("Id", ID_HELP, place=BUILD)
    is_own: bool = described(
        "The site's own", "true for a form that this site adds: it restates nothing, and the register leaves it out.", False, place=BUILD
    )
    ended: Ending | None = described(ENDED, ENDED_HELP, None, place=NOTICE)
    owner: RoleId | None = described("Owner", "The role that looks after it.", None, place=STANDARD, missing="owner")
    last_reviewed: Day | None = described(
        "Last reviewed", "The day on which somebody read all of it and found it right.", None, place=STANDARD, missing="last review"
    )
    review_by: Day | None = described(
        "Next review", "The day by which it is to be read again.", None, place=STANDARD, missing="next review"
    )

    @property
    def concern(self) -> str:
        return f"standards/{self.id}"

    @property
    def is_tracked(self) -> bool:
        return True

    @model_validator(mode="after")
    def _is_reviewed_again_later(self) -> Self:
        if self.last_reviewed and self.review_by and self.review_by <= self.last_reviewed:
            raise ValueError(f"review_by ({self.review_by}) has to come after last_reviewed ({self.last_reviewed}).")
        return self


def is_standard(path: str) -> bool:
    """True where a Markdown file under `docs/` is a standard: below standards/, and not the index of a folder."""
    name = path.rpartition("/")[2]
    return path.startswith(f"{address.STANDARDS}/") and name != "index.md"
