"""What every record with a file of its own has in common."""

from dataclasses import dataclass
from typing import ClassVar

from .base import Record
from .ending import NOTICE, Ending
from .explanation import Explanation
from .field import BUILD, HEADING, ID_HELP, ORDER, OWN_TEMPLATE, SEARCH, described
from .limits import HIGHEST_NUMBER
from .text import Day, FormerAddress, Id, Keywords, SectionId, Text

START = "Starts"
START_HELP = "The day from which this applies, if later: until then, what was published applies. Leave it empty if it applies at once."
CHANGE = "Reason for the change"
CHANGE_HELP = "Why you change this, for staff to read. make amend moves it into data/amendments/ once the change is recorded."
FORMERLY, FORMERLY_HELP = "Formerly", "Addresses at which this page stood before. They lead here, so that nobody's link dies."
ENDED, ENDED_HELP = "Ended", "The day on which it ended, and why. Never delete what was published: give it an end."


NO_POSITION = 10**6  # orders what has no position of its own after what has one


@dataclass(frozen=True)
class Kind:
    """A kind of record of which every one has a file of its own, `data/<folder>/<id>.yml`.

    `description` is what the page of a record says of itself to a search engine, with {title} in it; "" where the kind has
    no page for each record. `template` fills that page. Every change of a record that `is_tracked`
    has to be explained.
    """

    name: str
    folder: str
    description: str = ""
    is_tracked: bool = False

    @property
    def has_pages(self) -> bool:
        return bool(self.description)

    @property
    def template(self) -> str:
        return f"{self.name}.md"


class FileRecord(Record):
    """A record with a file of its own: the file's name is its id."""

    KIND: ClassVar[Kind]

    id: Id = described("Id", ID_HELP, place=BUILD)
    position: int | None = described(
        "Position", "Where it stands among its group, 1 first. Records without one follow, by title.", None, place=ORDER, exclude=True,
        ge=1, le=HIGHEST_NUMBER,
    )

    @property
    def concern(self) -> str:
        """What amendments call it."""
        return f"{self.KIND.folder}/{self.id}"

    @property
    def heading(self) -> str:
        """The name under which lists show it."""
        raise NotImplementedError

    @property
    def page(self) -> str:
        """The address of its page, for a kind that has pages."""
        return f"{self.KIND.folder}/{self.id}"


class Stated(FileRecord):
    """A record of something that the published document names, and where it says so."""

    title: Text = described("Title", "What people call it. It may change; the id never does.", place=HEADING)
    formerly: tuple[FormerAddress, ...] = described(FORMERLY, FORMERLY_HELP, (), place=BUILD)
    starts: Day | None = described(START, START_HELP, None, place=BUILD)
    ended: Ending | None = described(ENDED, ENDED_HELP, None, place=NOTICE)
    keywords: Keywords = described("Search words", "Other words that people search for it with; never a fact.", (), place=SEARCH)
    source: tuple[SectionId, ...] = described(
        "Source", "The sections of the framework where the facts stand. What the framework never named has none.", (), place=OWN_TEMPLATE
    )
    change: Explanation | None = described(CHANGE, CHANGE_HELP, None, place=BUILD, exclude=True)

    @property
    def heading(self) -> str:
        return self.title
