"""Everything that `data/` and the front matter of `docs/` say, with its records by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from . import address
from .activity import Activity
from .amendment import Amendment
from .calendar_settings import CalendarSettings
from .diagram import Diagram
from .edition import Edition, Section
from .glossary import Term
from .page import Page, Standard
from .panel import Panel
from .question import Question, QuestionGroup
from .record import FileRecord
from .role import Role

R = TypeVar("R", bound=FileRecord)


@dataclass(frozen=True)
class Framework:
    """All records; `records` holds each kind by id, in the order of lists, and `pages` the front matter by address."""

    edition: Edition
    calendar: CalendarSettings
    glossary: tuple[Term, ...]
    records: Mapping[type[FileRecord], Mapping[str, FileRecord]]
    pages: Mapping[str, Page]

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of a kind by id, in the order of lists."""
        return cast(Mapping[str, R], self.records[kind])

    @cached_property
    def section(self) -> dict[str, Section]:
        return {section.id: section for section in self.edition.sections}

    @property
    def activity(self) -> Mapping[str, Activity]:
        return self.of(Activity)

    @property
    def panel(self) -> Mapping[str, Panel]:
        return self.of(Panel)

    @property
    def role(self) -> Mapping[str, Role]:
        return self.of(Role)

    @property
    def diagram(self) -> Mapping[str, Diagram]:
        return self.of(Diagram)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(self.activity.values())

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        return tuple(self.panel.values())

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        return tuple(self.role.values())

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        return tuple(self.of(Amendment).values())

    @cached_property
    def question_groups(self) -> tuple[QuestionGroup, ...]:
        return tuple(self.of(QuestionGroup).values())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for group in self.question_groups for question in group.questions)

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        return tuple(page for page in self.pages.values() if isinstance(page, Standard))

    @cached_property
    def standard_at(self) -> dict[str, Standard]:
        """The standards by the address of their page."""
        return {standard.page: standard for standard in self.standards}

    @cached_property
    def concern(self) -> dict[str, Activity | Panel | Standard]:
        """What an amendment can name: "standards/<id>", "activities/<id>" or "panels/<id>"."""
        records: tuple[Activity | Panel, ...] = (*self.activities, *self.panels)
        standards = {f"{address.STANDARDS}/{standard.id}": standard for standard in self.standards}
        return standards | {f"{record.KIND.folder}/{record.id}": record for record in records}

    def named(self, kind: str, id: str) -> FileRecord | Section:
        """Return what a field that refers to a kind of thing (model.field.RefersTo) names by an id."""
        if kind == "section":
            return self.section[id]
        return next(records[id] for model, records in self.records.items() if model.KIND.name == kind)

    def address_of(self, concern: str) -> str:
        """Return the address of the page that shows it; of what is gone, the name itself."""
        return self.concern[concern].page if concern in self.concern else concern

    def roles_named(self, ids: Iterable[str]) -> list[Role]:
        return [self.role[role] for role in ids]

    def questions_about(self, page: str) -> tuple[Question, ...]:
        """The open questions to show on the page at this address, such as "panels/<id>"."""
        return tuple(question for question in self.questions if page in question.concerns)
