"""A question is settled on a day that has come."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from ..model.problem import Problem
from ..model.question import QuestionGroup
from .checked_file import Sources

FUTURE = "this day has not come yet: give the day on which the question was settled."


def check_questions(sources: Sources, today: date) -> Iterator[Problem]:
    """Yield a problem for each answer that is to be given later."""
    for checked in sources.records[QuestionGroup].values():
        for n, question in enumerate(cast(QuestionGroup, checked.record).questions):
            if question.settled and question.settled.on > today:
                yield checked.file.problem(("questions", n, "settled", "on"), FUTURE)
