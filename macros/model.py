"""What a practice framework is. Every record of `data/` is one of these; nothing here opens a file or reads a clock."""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, PlainValidator, StringConstraints, model_validator

from .month import Month, Slot
from .problem import did_you_mean
from .published import Change, Published
from .rule import DayRule


def _times(text):
    """Return (start, end) of "10:00 to 12:00", in London's time. Raises ValueError for any other text."""
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d) to ([01]?\d|2[0-3])[:.]([0-5]\d)", str(text))
    if not found:
        raise ValueError(f'"{text}" is not a start and an end. Write them as 10:00 to 12:00.')
    hours = [int(part) for part in found.groups()]
    start, end = time(*hours[:2]), time(*hours[2:])
    if end <= start:
        raise ValueError(f'"{text}" ends before it starts.')
    return start, end


def _said(times):
    """Return times as they are written in the data."""
    return f"{times[0]:%H:%M} to {times[1]:%H:%M}"


def _all_months(value):
    return list(Month.__members__) if value == "all" else value


# No signs that cannot be seen and that some calendar programs take for the end of a line.
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*$")
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
MonthName = Annotated[Month, BeforeValidator(Month.named)]
SlotName = Annotated[Slot, PlainValidator(Slot.parse), PlainSerializer(str)]
Times = Annotated[tuple[time, time], PlainValidator(_times), PlainSerializer(_said)]
RuleName = Annotated[DayRule, PlainValidator(DayRule.parse), PlainSerializer(str)]
Email = Annotated[str, StringConstraints(pattern=r"^[^\s@<>?&,;:]+@[^\s@<>?&,;:]+\.[^\s@<>?&,;:]+$")]
Ids = tuple[Id, ...]
Texts = tuple[Text, ...]
# Words that people use for a record: only search knows them. They say nothing, so no feed and no record of changes has them.
Keywords = Annotated[Texts, Field(exclude=True)]


class Record(BaseModel):
    """The base of everything in `data/`: read once, never changed, no field that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Section(Record):
    """A part of the published document, and the page of this site that restates it."""

    id: Id
    title: Text
    pages: Text
    file: Text

    @property
    def page(self) -> str:
        return self.file.removesuffix(".md").removesuffix("/index")


class Edition(Record):
    """The published document that the site restates, and the headings its records stand under (`data/framework.yml`)."""

    council: Text
    title: Text
    subject: Text
    edition: Text
    site_name: Text
    feedback: Email | None = None
    sections: tuple[Section, ...]
    activity_groups: dict[Id, Text]
    panel_groups: dict[Id, Text]
    role_groups: dict[Id, Text]

    @property
    def name(self) -> str:
        return f"{self.edition} framework"


class Document(Record):
    """A document that the framework attaches or names; `link` is absent until the site holds it."""

    title: Text
    link: Text | None = None


class MonthDetail(Record):
    """What is different about an activity in one month."""

    summary: Text | None = None
    attend: Ids = ()


class Rule(Record):
    """The day of the month on which an activity takes place, for every month in which it runs."""

    day: RuleName
    time: Times | None = None
    place: Text | None = None
    if_holiday: Literal["next", "previous", "skip", "keep"] | None = None


class Meeting(Record):
    """A confirmed date, or several days up to `until`, with times and a place where they are known."""

    on: date
    until: date | None = None
    time: Times | None = None
    place: Text | None = None

    @property
    def last(self) -> date:
        return self.until or self.on

    @model_validator(mode="after")
    def _ends_after_it_starts(self):
        if self.last < self.on:
            raise ValueError(f"it ends ({self.last}) before it starts ({self.on}).")
        return self


class Move(Meeting):
    """Another date for the occurrence of a month, and why."""

    occurrence: SlotName
    because: Text


class Cancellation(Record):
    """The occurrence of a month that does not take place, and why."""

    occurrence: SlotName
    because: Text


class Activity(Record):
    """A piece of quality assurance work, and the months in which the framework places it."""

    id: Id
    title: Text
    group: Id
    summary: Text
    months: Annotated[tuple[MonthName, ...], BeforeValidator(_all_months)] = ()
    windows: tuple[tuple[MonthName, MonthName], ...] = ()
    frequency: Text | None = None
    panel: Id | None = None
    lead: Ids = ()
    attend: Ids = ()
    receive: Ids = ()
    by_month: dict[MonthName, MonthDetail] = {}
    documents: tuple[Document, ...] = ()
    rule: Rule | None = None
    dates: tuple[Meeting, ...] = ()
    moved: tuple[Move, ...] = ()
    cancelled: tuple[Cancellation, ...] = ()
    keywords: Keywords = ()
    source: Ids

    @model_validator(mode="after")
    def _says_when(self):
        if bool(self.months) == bool(self.windows):
            raise ValueError("an activity needs either months or windows.")
        for opens, closes in self.windows:
            if closes != opens.after:
                raise ValueError(f"the window {opens.name} to {closes.name} is not two adjoining months, first to last.")
        if self.windows and self.rule:
            raise ValueError("a rule is for an activity with months. Give the days of a window under dates.")
        return self

    @property
    def precision(self) -> str:
        """How exactly the data says when: date, rule, window or month. Single dates may be known beside a month."""
        if self.rule:
            return "rule"
        return "window" if self.windows else "month"

    @property
    def placements(self) -> tuple[Month, ...]:
        """The months, in the order of the year, in which this activity stands in the timeline."""
        return tuple(sorted({*self.months, *(month for window in self.windows for month in window)}))

    @property
    def is_meeting(self) -> bool:
        """True where the activity is the meeting of the panel that has its id: that panel's page is then its page."""
        return self.panel == self.id

    @property
    def page(self) -> str:
        return f"panels/{self.id}" if self.is_meeting else f"activities/{self.id}"


class Panel(Record):
    """A panel, board, group, council, network, committee or standing meeting: its terms of reference."""

    id: Id
    title: Text
    group: Id
    purpose: Text
    chair: Id | None = None
    members: Ids = ()
    members_note: Text | None = None
    quorum: Text | None = None
    meets: Text | None = None
    receives: Texts = ()
    produces: Texts = ()
    reports_to: Ids = ()
    documents: tuple[Document, ...] = ()
    keywords: Keywords = ()
    source: Ids

    @property
    def membership(self) -> tuple[str, ...]:
        """What is known of who sits on it: the ids of roles, then the note."""
        return (*self.members, *filter(None, [self.members_note]))

    @property
    def page(self) -> str:
        return f"panels/{self.id}"


class Role(Record):
    """A post, a team or a group of people that the framework names. Never a person's name."""

    id: Id
    title: Text
    group: Id
    also: Texts = ()
    duties: Texts = ()
    receives: Texts = ()
    keywords: Keywords = ()
    source: Ids

    @property
    def page(self) -> str:
        return f"roles/{self.id}"


class Term(Record):
    """An abbreviation or a term; without a meaning where the framework never expands it."""

    term: Text
    also: Texts = ()
    meaning: Text | None = None
    general_knowledge: bool = False
    note: Text | None = None
    keywords: Keywords = ()
    source: Ids


class Question(Record):
    """A gap or a conflict in the published document, for the QA lead to settle."""

    id: Id
    question: Text
    says: Text
    matters: Text
    settled_by: Ids
    source: Ids
    concerns: tuple[Text, ...] = ()


class QuestionGroup(Record):
    group: Text
    questions: tuple[Question, ...]


class Step(Record):
    """A box of a drawing, at its place on a grid, and the boxes that its arrows lead to."""

    id: Id
    when: Text | None = None
    text: Text
    column: Annotated[int, Field(ge=0)]
    row: Annotated[int, Field(ge=0)]
    leads_to: Ids = ()


class Cycle(Record):
    """A drawing of steps and of the links between them that the framework states."""

    id: Id
    title: Text
    source: Ids
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def step(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    @model_validator(mode="after")
    def _leads_to_its_own_steps(self):
        for step in self.steps:
            for other in step.leads_to:
                if other not in self.step:
                    raise ValueError(f'"{step.id}" leads to "{other}", which is no step.{did_you_mean(other, self.step)}')
        return self


class CalendarSettings(Record):
    """How far the feeds reach (both days included) and what makes their UIDs unique (`data/calendar.yml`)."""

    from_: Annotated[date, Field(alias="from")]
    to: date
    domain: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")]

    @model_validator(mode="after")
    def _ends_after_it_starts(self):
        if self.to <= self.from_:
            raise ValueError(f"the calendar ends ({self.to}) before it starts ({self.from_}).")
        return self


class PageSearch(Record):
    """How search treats a page: left out, or weighed up or down (1 is as it comes)."""

    exclude: bool = False
    boost: Annotated[float, Field(gt=0)] = 1


class Page(Record):
    """The front matter of a hand-written page under `docs/`; its address is where it stands in the site."""

    title: Text
    description: Text
    source: Ids = ()
    statement: Annotated[int, Field(ge=1)] | None = None
    keywords: Keywords = ()
    search: PageSearch = PageSearch()
    hide: Texts = ()
    template: Text | None = None
    collects: Texts = ()  # the addresses of pages that this one joins into one document, each with all below it


class Standard(Page):
    """A practice standard: a page under `docs/standards/` with an identity and a version.

    `last_reviewed` is the day on which somebody read it and found it right; that is not the day on which it last changed.
    """

    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]
    owner: Id | None = None
    effective_from: date | None = None
    last_reviewed: date | None = None
    review_by: date | None = None
    page: Text
    file: Text
    text: str

    @model_validator(mode="after")
    def _is_reviewed_after_it_starts(self):
        for earlier in ("effective_from", "last_reviewed"):
            day = getattr(self, earlier)
            if day and self.review_by and self.review_by <= day:
                raise ValueError(f"review_by ({self.review_by}) has to come after {earlier} ({day}).")
        return self


class Amendment(Record):
    """A change, explained: what changed, why, and what staff should do differently. A minor one changes no meaning."""

    id: Id
    date: date
    kind: Literal["scheduled", "urgent", "minor"]
    concerns: tuple[Text, ...]
    what: Text
    why: Text | None = None
    do: Text | None = None
    effective_from: date | None = None

    @model_validator(mode="after")
    def _says_why(self):
        for field in ("why", "do"):
            if self.kind != "minor" and not getattr(self, field):
                raise ValueError(f'"{field}" is missing: only a minor amendment can do without it.')
        return self


@dataclass(frozen=True)
class Framework:
    """Everything that `data/` says, with its records by id."""

    edition: Edition
    activities: tuple[Activity, ...]
    panels: tuple[Panel, ...]
    roles: tuple[Role, ...]
    glossary: tuple[Term, ...]
    questions: tuple[QuestionGroup, ...]
    diagrams: tuple[Cycle, ...]
    calendar: CalendarSettings
    pages: dict[str, Page]
    standards: tuple[Standard, ...]
    amendments: tuple[Amendment, ...]
    published: Published
    unexplained: tuple[Change, ...] = ()

    @cached_property
    def section(self) -> dict[str, Section]:
        return {section.id: section for section in self.edition.sections}

    @cached_property
    def activity(self) -> dict[str, Activity]:
        return {activity.id: activity for activity in self.activities}

    @cached_property
    def panel(self) -> dict[str, Panel]:
        return {panel.id: panel for panel in self.panels}

    @cached_property
    def role(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def standard_at(self) -> dict[str, Standard]:
        """The standards by the address of their page."""
        return {standard.page: standard for standard in self.standards}

    @cached_property
    def diagram(self) -> dict[str, Cycle]:
        return {cycle.id: cycle for cycle in self.diagrams}

    @cached_property
    def concern(self) -> dict[str, Activity | Panel | Standard]:
        """What an amendment can name: "standards/<id>", "activities/<id>" or "panels/<id>"."""
        kinds = {"standards": self.standards, "activities": self.activities, "panels": self.panels}
        return {f"{kind}/{record.id}": record for kind, records in kinds.items() for record in records}

    def address_of(self, concern: str) -> str:
        """Return the address of the page that shows it; of what is gone, the name itself."""
        return self.concern[concern].page if concern in self.concern else concern

    def amendments_on(self, page: str) -> list[Amendment]:
        """Return the amendments that the page at an address has seen, the latest first."""
        found = [amendment for amendment in self.amendments if page in map(self.address_of, amendment.concerns)]
        return sorted(found, key=lambda amendment: amendment.date, reverse=True)

    def unexplained_on(self, page: str) -> list[Change]:
        return [change for change in self.unexplained if self.address_of(change.page) == page]

    def panels_named(self, ids: Ids) -> list[Panel]:
        return [self.panel[panel] for panel in ids]

    def roles_named(self, ids: Ids) -> list[Role]:
        return [self.role[role] for role in ids]

    @property
    def all_questions(self) -> tuple[Question, ...]:
        return tuple(question for group in self.questions for question in group.questions)

    def questions_about(self, page: str) -> tuple[Question, ...]:
        """The open questions to show on the page at this address, such as "panels/<id>"."""
        return tuple(question for question in self.all_questions if page in question.concerns)
