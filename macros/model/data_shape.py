"""The shape of data.json, field by field: what fills it, its JSON Schema and the page about it all follow from here.

A field that may be None is left out where nobody has said it. Every other one is always there.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from . import question
from .address import ACTIVITIES
from .amendment import Amendment
from .base import Record
from .document import Document
from .ending import Ending
from .glossary import Term
from .kinds import KINDS
from .record import FileRecord
from .text import Id, PanelId, RoleId, SectionId, Text

MonthNumber = Annotated[int, Field(ge=1, le=12)]
Url = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
SLOT = r"^[0-9]{4}-[0-9]{2}$"
PAGE = "The address of the page that shows it."


class Edition(Record):
    """The published document that the site restates."""

    council: Text = Field(description="Whose document it is.")
    title: Text = Field(description="What the document is called.")
    edition: Text = Field(description="When it was published, such as March 2023.")


class Group(Record):
    """A heading that records stand under."""

    of: Literal["activities", "panels", "roles", "questions"] = Field(description="The list that its records are in.")
    id: Id = Field(description="What a record gives as its group.")
    title: Text = Field(description="The heading.")


class Section(Record):
    """A part of the published document."""

    id: Id = Field(description="What a record gives under source.")
    title: Text = Field(description="The heading of the part.")
    pages: Text = Field(description="Its pages in the published document, such as 3 or 15–16.")
    edition: Text | None = Field(None, description="The earlier edition that its page still restates, where that is so.")
    url: Url = Field(description="The address of the page that restates it.")


class Who(Record):
    """Roles by their ids. The chair of a panel leads its meetings, and its members attend them."""

    lead: tuple[RoleId, ...] = Field(description="The roles that lead or oversee it.")
    attend: tuple[RoleId, ...] = Field(description="The roles that take part.")
    receive: tuple[RoleId, ...] = Field(description="The roles that are sent what comes of it.")
    named: tuple[RoleId, ...] = Field(description="The roles that are named without a word on what they do.")


class Window(Record):
    """One piece of work that takes several months."""

    opens: MonthNumber = Field(description="The month in which it starts.")
    closes: MonthNumber = Field(description="The month in which it is done.")
    closes_next_year: bool = Field(description="true where it closes in the year after, as November to February does.")


class Placement(Record):
    """An activity in one month of the year."""

    month: MonthNumber = Field(description="The month.")
    step: Literal["opens", "closes"] | None = Field(None, description="opens or closes, where work of several months does so then.")
    summary: Text = Field(description="What it is in this month.")
    who: Who = Field(description="Who has a part in it in this month.")


class Activity(Record):
    """A piece of quality assurance work."""

    id: Id = Field(description="A short name that never changes. The meeting of a panel has the panel's.")
    title: Text = Field(description="What people call it. It may change.")
    group: Id = Field(description="The heading it stands under, an id of groups.")
    summary: Text = Field(description="What it is, in a sentence or two.")
    precision: Literal["month", "window", "rule"] = Field(
        description="What is known of when it is: month, window (where work opens and closes) or rule (for the day)."
    )
    frequency: Text | None = Field(None, description="How often, where that says more than the months.")
    panel: PanelId | None = Field(None, description="The panel that it concerns.")
    placements: tuple[Placement, ...] = Field(description="The months in which it stands in the year, from January on.")
    windows: tuple[Window, ...] = Field(description="The pairs of months in which work opens and closes.")
    documents: tuple[Document, ...] = Field(description="Documents that the framework attaches or names.")
    ended: Ending | None = Field(None, description="Since when and why it is no more.")
    source: tuple[SectionId, ...] = Field(description="The sections where the framework says so. What it never named has none.")
    url: Url = Field(description=PAGE)


class Version(Record):
    """A version of a standard."""

    number: Text = Field(description="Its number, such as 1.1.")
    effective_from: date | None = Field(None, description="The day from which it holds. The first version may have held before.")
    url: Url = Field(description="The address at which its words stand.")


class Standard(Record):
    """A practice standard."""

    id: Id = Field(description="A short name that never changes.")
    title: Text = Field(description="What it is called.")
    description: Text = Field(description="What stands on its page, in a sentence.")
    owner: RoleId | None = Field(None, description="The role that looks after it.")
    last_reviewed: date | None = Field(None, description="The day on which somebody read all of it and found it right.")
    review_by: date | None = Field(None, description="The day by which it is to be read again.")
    in_force: Text | None = Field(None, description="The number of the version that holds, while one does.")
    versions: tuple[Version, ...] = Field(description="Its versions, the first one first, with one that is still to come.")
    ended: Ending | None = Field(None, description="Since when and why it is no more.")
    source: tuple[SectionId, ...] = Field(description="The sections that it restates.")
    url: Url = Field(description=PAGE)


class Occurrence(Record):
    """A time at which an activity takes place, or the month in which it is to: an entry of the calendars."""

    uid: Text = Field(description="What tells it from every other entry, for good: the UID in the calendars.")
    activity: Id = Field(description="The activity.")
    title: Text = Field(description="Its title in the calendars, which says first whether it has a date.")
    slot: str = Field(description="The year and month that it is meant for, such as 2027-03.", pattern=SLOT)
    precision: Literal["month", "window", "rule", "date"] = Field(
        description="How its day is known: rule, or date where it is confirmed. With month or window the day is only a reminder."
    )
    day: date = Field(description="The first day, or the day of the reminder.")
    last_day: date = Field(description="The last day, which is part of it.")
    start: datetime | None = Field(None, description="When it starts on its first day, in UTC.")
    end: datetime | None = Field(
        None, description="When it ends on its last day, in UTC. Over several days the hours are the same on each."
    )
    place: Text | None = Field(None, description="Where people meet.")
    moved_from: date | None = Field(None, description="The day on which it was to be, before it was moved.")
    cancelled: bool = Field(description="true where it does not take place.")
    because: Text | None = Field(None, description="Why it was moved or cancelled.")
    who: Who = Field(description="Who has a part in it. What starts later counts from its first day.")
    sequence: int = Field(description="How often it has changed in the calendars.", ge=0)
    changed: date = Field(description="The day on which it last changed.")
    url: Url = Field(description="The address of the page that shows the activity.")


class Question(question.Question):
    """A gap or a conflict in the published document."""

    group: Id = Field(description="The heading it stands under, an id of groups.")


class _Data(Record):
    version: Literal[2] = Field(2, description="The version of this description. It rises when a field changes its meaning or goes.")
    described_by: Url = Field(alias="$schema", description="The address of the JSON Schema.")
    as_of: date = Field(description="The day of the build, on which all of this holds.")
    published: date = Field(description="The day of the last change that was published.")
    edition: Edition = Field(description="The published document that the site restates.")
    groups: tuple[Group, ...] = Field(description="The headings that records stand under, in the order of each list.")
    sections: tuple[Section, ...] = Field(description="The parts of the published document, in its order.")
    activities: tuple[Activity, ...] = Field(description="Every activity, in the order of its group.")
    standards: tuple[Standard, ...] = Field(description="Every practice standard.")
    occurrences: tuple[Occurrence, ...] = Field(
        description="Each time that an activity takes place, by its day, as far as the calendars reach."
    )
    questions: tuple[Question, ...] = Field(description="Every question to be settled, and those that are.")
    amendments: tuple[Amendment, ...] = Field(description="Every change, explained.")
    glossary: tuple[Term, ...] = Field(description="Every abbreviation, and a few names.")


def _as_written(kind: type[FileRecord]) -> type[FileRecord]:
    """Return the shape of a record of a kind that has pages: each of its fields, and the address of its page."""
    url: Any = (Url, Field(description=PAGE))
    return create_model(kind.__name__, __base__=kind, __doc__=kind.__doc__, url=url)


# The kinds of which every field stands there as it is written, by the name of their list.
AS_WRITTEN = {kind.KIND.folder: _as_written(kind) for kind in KINDS if kind.KIND.has_pages and kind.KIND.folder != ACTIVITIES}


def _list_of(record: type[FileRecord]) -> Any:
    return tuple[record, ...], Field(description=f"Every {record.KIND.name}.")  # type: ignore[valid-type]


DataJson = create_model(
    "DataJson", __base__=_Data, __doc__="The facts behind the pages, for programs.",
    **{folder: _list_of(record) for folder, record in AS_WRITTEN.items()},
)
