"""A gap or a conflict in the published document, for the QA lead to settle."""

from typing import ClassVar

from .field import BUILD, said
from .base import Record
from .record import FileRecord, Kind
from .text import Id, PageAddress, RoleId, SectionId, Text

PAGE = "questions.md"


class Question(Record):
    """One gap or conflict. Its id never changes: links to it hang on it."""

    id: Id = said("Id", "A short name that never changes: addresses and calendars hang on it.", place=BUILD)
    question: Text = said("Question", "What has to be settled.", place=PAGE)
    says: Text = said("The source", "What the document says, in our own words.", place=PAGE)
    matters: Text = said("Why it matters", "Why somebody needs the answer.", place=PAGE)
    settled_by: tuple[RoleId, ...] = said("Who can settle it", "Our suggestion; the document does not say so.", place=PAGE)
    source: tuple[SectionId, ...] = said("Where", "The sections of the framework where it stands.", place=PAGE)
    concerns: tuple[PageAddress, ...] = said("Concerns", "The pages that show it, by address.", (), place="model/framework.py")


class QuestionGroup(FileRecord):
    """Questions of one matter."""

    KIND: ClassVar[Kind] = Kind("question group", "questions")

    group: Text = said("Group", "The heading that the questions stand under.", place=PAGE)
    questions: tuple[Question, ...] = said("Questions", "The questions, in the order in which to work through them.", place=PAGE)

    @property
    def heading(self) -> str:
        return self.group
