"""A gap or a conflict in the published document, for the QA lead to settle."""

from typing import Annotated, ClassVar

from .base import Record
from .field import BUILD, ID_HELP, RefersTo, described
from .record import FileRecord, Kind
from .text import Day, Id, PageAddress, RoleId, SectionId, Text

PAGE = "questions.md"


class Settlement(Record):
    """How a question was settled: the question stays, so that everybody can see what was open and who decided."""

    answer: Text = described("Answer", "What was decided, in a sentence.", place=PAGE)
    on: Day = described("On", "The day on which it was settled.", place=PAGE)
    by: RoleId = described("By", "The role that settled it.", place=PAGE)
    amendment: Annotated[Id, RefersTo("amendment")] | None = described(
        "Amendment", "The amendment that put the answer into the framework, where it changed something.", None, place=PAGE
    )


class Question(Record):
    """One gap or conflict. Its id never changes: links to it hang on it."""

    id: Id = described("Id", ID_HELP, place=BUILD)
    question: Text = described("Question", "What has to be settled.", place=PAGE)
    says: Text = described("The source", "What the document says, in our own words.", place=PAGE)
    matters: Text = described("Why it matters", "Why somebody needs the answer: our view; the document does not say so.", place=PAGE)
    settled_by: tuple[RoleId, ...] = described(
        "Who could settle it", "The roles that could: our suggestion; the document does not say so.", place=PAGE
    )
    source: tuple[SectionId, ...] = described("Where", "The sections of the framework where it stands.", place=PAGE)
    concerns: tuple[PageAddress, ...] = described("Concerns", "The pages that show it, by address.", (), place="model/framework.py")
    settled: Settlement | None = described("Settled", "The answer, once somebody has given it. Never delete a question.", None, place=PAGE)


class QuestionGroup(FileRecord):
    """Questions of one matter."""

    KIND: ClassVar[Kind] = Kind("question group", "questions")

    group: Text = described("Group", "The heading that the questions stand under.", place=PAGE)
    questions: tuple[Question, ...] = described(
        "Questions", "The questions, in the order in which to work through them.", place="model/framework.py"
    )

    @property
    def open(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if not question.settled)

    @property
    def heading(self) -> str:
        return self.group
