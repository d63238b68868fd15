"""A question stands on the page of open questions, and is settled on a day that has come."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from ..model import address
from ..model.problem import Problem
from ..model.question import QuestionGroup
from .checked_file import Sources

FUTURE = "this day has not come yet: give the day on which the question was settled."
UNSEEN = "this page shows the open questions, and is missing: put it back."


def check_questions(sources: Sources, today: date) -> Iterator[Problem]:
    """Yield a problem for questions that no page shows, and for each answer that is to be given later."""
    if sources.records[QuestionGroup] and address.QUESTIONS not in sources.pages:
        yield Problem(f"docs/{address.QUESTIONS}.md", 1, UNSEEN)
    for checked in sources.records[QuestionGroup].values():
        for n, question in enumerate(cast(QuestionGroup, checked.record).questions):
            if question.settled and question.settled.on > today:
                yield checked.file.problem(("questions", n, "settled", "on"), FUTURE)
