"""A gap or a conflict in the published document, for the QA lead to settle."""

from typing import ClassVar

from .field import BUILD, ID_HELP, described
from .record import FileRecord, Kind, Record
from .text import Id, PageAddress, RoleId, SectionId, Text

PAGE = "questions.md"


class Question(Record):
    """One gap or conflict. Its id never changes: links to it hang on it."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    question: Text = described("Question", "What has to be settled.", place=PAGE)
    says: Text = described("The source", "What the document says, in our own words.", place=PAGE)
    matters: Text = described("Why it matters", "Why somebody needs the answer.", place=PAGE)
    settled_by: tuple[RoleId, ...] = described("Who can settle it", "Our suggestion; the document does not say so.", place=PAGE)
    source: tuple[SectionId, ...] = described("Where", "The sections of the framework where it stands.", place=PAGE)
    concerns: tuple[PageAddress, ...] = described("Concerns", "The pages that show it, by address.", (), place="model/framework.py")


class QuestionGroup(FileRecord):
    """Questions of one matter."""

    KIND: ClassVar[Kind] = Kind("question group", "questions")

    group: Text = described("Group", "The heading that the questions stand under.", place=PAGE)
    questions: tuple[Question, ...] = described("Questions", "The questions, in the order in which to work through them.", place=PAGE)

    @property
    def heading(self) -> str:
        return self.group
