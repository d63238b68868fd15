"""What a person is asked of an amendment, unless it was given beforehand as an option."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from ..history.history import History
from ..model.edition import Edition, id_of
from ..model.explanation import AMENDMENT_KINDS, MINOR
from .say import say

QUESTIONS = {
    "kind": "Is it scheduled, urgent or minor (a slip of the pen that changes no meaning)?",
    "what": "What changed?",
    "why": "Why?",
    "do": "What should staff do differently?",
    "approved_by": "Which role approved it (its id in data/roles)?",
    "approved_on": "On which day was it approved (year-month-day)?",
    "carry_over": "Should the change be made there as well (yes or no)?",
    "name": "What is the new edition called, such as March 2027?",
}
Ask = Callable[[str], str]


def add_options(parser: ArgumentParser, *questions: str) -> None:
    """Let a command take the answers to some questions as options, such as --approved-by."""
    for question in questions:
        parser.add_argument(f"--{question.replace('_', '-')}", help=QUESTIONS[question])


def kind_of(given: Mapping[str, Any], ask: Ask) -> str:
    """Return the kind of an amendment."""
    return _answer("kind", given, ask, AMENDMENT_KINDS.__contains__, f"Answer with {', '.join(AMENDMENT_KINDS)}.")


def explanation(history: History, kind: str, given: Mapping[str, Any], ask: Ask) -> dict[str, Any]:
    """Return what changed, why, what to do and who approved it, as far as an amendment of a kind says these things."""
    questions = ("what",) if kind == MINOR else ("what", "why", "do")
    answers: dict[str, Any] = {question: _answer(question, given, ask) for question in questions}
    if given.get("restates"):
        answers["restates"] = True
    if (history.written.edition.approval_required and kind != MINOR) or given.get("approved_by") or given.get("approved_on"):
        roles, day = history.written.role, history.day
        answers["approved_by"] = _answer("approved_by", given, ask, roles.__contains__, f"Answer with {', '.join(roles)}.")
        answers["approved_on"] = _answer("approved_on", given, ask, partial(_is_day_until, day), f"Answer with a day such as {day}.")
    return answers


def name_of_edition(edition: Edition, given: Mapping[str, Any], ask: Ask) -> str:
    """Return what the edition is called that follows this one: it has no name that another one has."""
    taken = {edition.id, *(earlier.id for earlier in edition.earlier), ""}
    return _answer("name", given, ask, lambda name: id_of(name) not in taken, "Answer with a name that no edition has, such as a month.")


def is_agreed(question: str, ask: Ask) -> bool:
    """True where a person agrees, with yes, to what is going to happen."""
    return ask(f"{question} (yes or no) ").strip().lower() in ("yes", "y")


def is_carried_over(file: str, starts: date | None, given: Mapping[str, Any], ask: Ask) -> bool:
    """True where a person wants a change of the text in force in the coming version as well."""
    say(f"{file} applies from {starts}, and does not have this change.")
    answer = _answer("carry_over", given, ask, ("yes", "no").__contains__, "Answer with yes or no.")
    return answer == "yes"


def _answer(
    question: str, given: Mapping[str, Any], ask: Ask, is_right: Callable[[str], bool] = bool, hint: str = "An answer is needed."
) -> str:
    """Return the answer that was given beforehand, or ask until there is a right one."""
    answer = given.get(question)
    while not (answer and is_right(answer)):
        if answer is not None:
            say(f"  {hint}")
        answer = " ".join(ask(f"{QUESTIONS[question]} ").split())
    return str(answer)


def _is_day_until(today: date, answer: str) -> bool:
    """True for a day, as year-month-day, that is not after today."""
    try:
        return date.fromisoformat(answer) <= today
    except ValueError:
        return False
