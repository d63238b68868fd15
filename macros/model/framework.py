"""Everything that `data/` and the front matter of `docs/` say, with its records by id."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from .activity import Activity
from .amendment import Amendment
from .calendar_settings import CalendarSettings
from .document import DocumentFile
from .edition import Edition, Section
from .glossary import Term
from .grouped import grouped
from .page import Page, Standard
from .panel import Panel
from .question import Question, QuestionGroup
from .record import NO_POSITION, FileRecord, Stated
from .role import Role
from .thesaurus import Synonyms

R = TypeVar("R", bound=FileRecord)
Thing = Stated | Page  # what is tracked, if its kind is


@dataclass(frozen=True)
class Framework:
    """All records as they hold on a day: `records` holds each kind by id, in the order of lists, and `pages` those written by hand.

    `documents` are the files that the site holds for readers, by their addresses, which are their paths in `docs/`.
    """

    edition: Edition
    calendar: CalendarSettings
    glossary: tuple[Term, ...]
    thesaurus: tuple[Synonyms, ...]
    records: Mapping[type[FileRecord], Mapping[str, FileRecord]]
    pages: Mapping[str, Page]
    documents: Mapping[str, DocumentFile]
    day: date

    def has_ended(self, thing: Stated | Standard) -> bool:
        """True for what is no more on the day of this framework. Its page stays; lists leave it out."""
        return thing.ended is not None and thing.ended.on <= self.day

    def of(self, kind: type[R]) -> Mapping[str, R]:
        """Return the records of a kind by id, in the order of lists."""
        return cast(Mapping[str, R], self.records[kind])

    @cached_property
    def section(self) -> dict[str, Section]:
        return {section.id: section for section in self.edition.sections}

    @cached_property
    def activity(self) -> Mapping[str, Activity]:
        """The activities by id. The meeting of a panel has the panel's title, unless its record gives another."""
        return in_order(map(self._titled, self.of(Activity).values()), self.edition)

    def _titled(self, activity: Activity) -> Activity:
        return activity if activity.title else activity.model_copy(update={"title": self.panel[activity.id].title})

    @property
    def panel(self) -> Mapping[str, Panel]:
        return self.of(Panel)

    @property
    def role(self) -> Mapping[str, Role]:
        return self.of(Role)

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(activity for activity in self.activity.values() if not self.has_ended(activity))

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        return tuple(panel for panel in self.panel.values() if not self.has_ended(panel))

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        return tuple(role for role in self.role.values() if not self.has_ended(role))

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        return tuple(self.of(Amendment).values())

    @cached_property
    def question_groups(self) -> tuple[QuestionGroup, ...]:
        return tuple(self.of(QuestionGroup).values())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are open."""
        return tuple(question for group in self.question_groups for question in group.open)

    @cached_property
    def settled(self) -> tuple[Question, ...]:
        """The questions that are settled."""
        return tuple(question for group in self.question_groups for question in group.questions if question.settled)

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        return tuple(standard for standard in self.standard_at.values() if not self.has_ended(standard))

    @cached_property
    def standard_at(self) -> dict[str, Standard]:
        """Every standard by the address of its page, those that have ended as well, but not the forms that the site adds."""
        return {at: page for at, page in self.pages.items() if isinstance(page, Standard) and not page.is_own}

    @cached_property
    def withdrawn(self) -> tuple[Standard, ...]:
        """The standards that have ended."""
        return tuple(standard for standard in self.standard_at.values() if self.has_ended(standard))

    def statement_at(self, page: str) -> tuple[int | None, int]:
        """Return the number of the statement at an address, None for a page that is none, and how many stand in its folder."""
        number = self.pages[page].statement if page in self.pages else None
        return number, self._statements_in[page.rpartition("/")[0]]

    @cached_property
    def _statements_in(self) -> Counter[str]:
        """How many statements are in use in each folder."""
        return Counter(at.rpartition("/")[0] for at, page in self.pages.items() if page.statement is not None and at not in self.out_of_use)

    @cached_property
    def concern(self) -> dict[str, Thing]:
        """What an amendment can name and has a page: "panels/<id>", "standards/<id>", "pages/<address>" and so on."""
        tracked = [records for kind, records in self.records.items() if kind.KIND.is_tracked]
        records = [cast(Stated, record) for records in tracked for record in records.values()]
        pages = [page for page in self.pages.values() if page.is_tracked]
        things: list[Thing] = [*records, *pages]
        return {thing.concern: thing for thing in things}

    def named(self, kind: str, id: str) -> FileRecord | Section:
        """Return what a field that refers to a kind of thing (model.field.RefersTo) names by an id."""
        if kind == "section":
            return self.section[id]
        return next(records[id] for model, records in self.records.items() if model.KIND.name == kind)

    def titles_of(self, kind: str, ids: str | list[str]) -> str:
        """Return the titles of what a field names by one id or several, with commas between them; of what is gone, the id."""
        records = next((records for model, records in self.records.items() if model.KIND.name == kind), {})
        titles = {id: record.heading for id, record in records.items()} | {id: section.title for id, section in self.section.items()}
        return ", ".join(titles.get(id, id) for id in ([ids] if isinstance(ids, str) else ids))

    def file_at(self, page: str) -> str:
        """Return the file, below docs/, of the page at an address."""
        return self.pages[page].file if page in self.pages else f"{page}.md"

    def title_at(self, page: str) -> str:
        """Return the title of the page at an address, as far as data and hand-written pages tell."""
        return self._titles.get(page, page)

    @cached_property
    def _titles(self) -> dict[str, str]:
        records = (record for records in self.records.values() for record in records.values())
        return {record.page: record.heading for record in records} | {at: hand_written.title for at, hand_written in self.pages.items()}

    @cached_property
    def things_at(self) -> dict[str, list[Thing]]:
        """Everything tracked that stands on a page, by its address: on a panel's the panel comes last, after its meeting."""
        things = sorted(self.concern.values(), key=lambda thing: isinstance(thing, Panel))
        return grouped(things, lambda thing: [thing.page])

    @cached_property
    def thing_at(self) -> dict[str, Thing]:
        """What the page at an address shows and is tracked: of a panel and its meeting the panel."""
        return {page: things[-1] for page, things in self.things_at.items()}

    @cached_property
    def out_of_use(self) -> set[str]:
        """The addresses at which nothing stands but what has ended: they answer, and no menu and no search leads there."""
        return {at for at, thing in self.thing_at.items() if isinstance(thing, (Stated, Standard)) and self.has_ended(thing)}

    def address_of(self, concern: str) -> str:
        """Return the address of the page that shows it; of what is gone, the name itself."""
        return self.concern[concern].page if concern in self.concern else concern

    def roles_named(self, ids: Iterable[str]) -> list[Role]:
        return [self.role[role] for role in ids]

    @cached_property
    def questions_about(self) -> dict[str, list[Question]]:
        """The open questions to show on a page, by its address, such as "panels/<id>"."""
        return grouped(self.questions, lambda question: question.concerns)

    @cached_property
    def settled_about(self) -> dict[str, list[Question]]:
        """The settled questions to tell of on a page, by its address."""
        return grouped(self.settled, lambda question: question.concerns)

    def settled_by(self, amendment: str) -> tuple[Question, ...]:
        """The questions that the amendment of this id settled."""
        return tuple(question for question in self.settled if question.settled and question.settled.amendment == amendment)


def in_order(records: Iterable[R], edition: Edition) -> dict[str, R]:
    """Return records by id in the order of lists: by their groups, then by position, then by title."""

    def place(record: R) -> tuple[int, int, str, str]:
        groups = list(edition.groups(record.KIND.name))
        group = groups.index(getattr(record, "group", "")) if groups else 0
        return group, record.position or NO_POSITION, record.heading.lower(), record.id

    return {record.id: record for record in sorted(records, key=place)}
