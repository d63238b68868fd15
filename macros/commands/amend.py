"""`make amend`: explain what differs from what was last published, and record it.

Without options it asks. An amendment that stands in data/amendments/ already, written by hand, is recorded as it is.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from os import environ
from pathlib import Path
from typing import Any

from ..history.history import History
from ..history.publication import CALENDARS, FIRST, FOLDER, Publication
from ..history.recording import completed, first_publication, of_calendars, publication
from ..model.amendment import AMENDMENT_KINDS, MINOR, Amendment
from ..model.problem import DataError
from ..reading.canonical import as_yaml
from ..reading.load import load
from ..reading.today import day_of_build
from ..site import Site
from .take_over import take_over
from .whole_file import BusyError, alone, write_whole

QUESTIONS = {
    "kind": "Is it scheduled, urgent or minor (a slip of the pen that changes no meaning)?",
    "what": "What changed?",
    "why": "Why?",
    "do": "What should staff do differently?",
    "approved_by": "Which role approved it (its id in data/roles)?",
    "approved_on": "On which day was it approved (year-month-day)?",
}
Ask = Callable[[str], str]


def main(root: Path, today: date, given: Mapping[str, Any], ask: Ask = input) -> int:
    """Record every difference under `root`. `given` answers questions beforehand. Returns the exit status."""
    try:
        with alone(root):
            return _amend(root, today, given, ask)
    except DataError as error:
        print(error.report("Nothing was recorded."))
    except BusyError:
        print("Another make amend is at work in this folder. Nothing was recorded.")
    except (EOFError, KeyboardInterrupt):
        print("\nNot every question has an answer. Nothing was recorded.")
    return 1


def _amend(root: Path, today: date, given: Mapping[str, Any], ask: Ask) -> int:
    history = take_over(root, load(root, today))
    if not history.log.publications:
        return _publish(root, history, FIRST, first_publication(history.statements, today))
    if history.unexplained:
        print("Not as it was published:", *map(str, history.unexplained), sep="\n  ")
        id, amendment = _explained(history, today, given, ask)
        write_whole(root / "data" / Amendment.KIND.folder / f"{id}.yml", as_yaml(amendment))
        history = load(root, today)
    return _record(root, history, today)


def _record(root: Path, history: History, today: date) -> int:
    """Record each amendment that is not recorded yet, and what else is new in the calendars."""
    while history.proposed:
        amendment = history.proposed[0]
        new = publication(history.log, amendment, history.differences, history.statements, history.coming_statements)
        _publish(root, history, amendment.id, new)
        history = load(root, today)
    rest = _completed(history, CALENDARS, of_calendars(history.log, today))
    if rest.entries or rest.addresses:
        return _publish(root, history, f"{today}-calendars-{rest.number}", rest)
    print("Everything is recorded. You can publish now.")
    return 0


def _completed(history: History, id: str, new: Publication) -> Publication:
    """Return a publication with what else people get of it: the entries of the calendars, and addresses."""
    site = Site(history.after(id, new), "")
    return completed(new, history.log, site.entries, site.addresses)


def _publish(root: Path, history: History, id: str, new: Publication) -> int:
    write_whole(root / FOLDER / f"{id}.json", _completed(history, id, new).to_json())
    print(f"Recorded in {FOLDER}/{id}.json.")
    return 0


def _explained(history: History, today: date, given: Mapping[str, Any], ask: Ask) -> tuple[str, dict[str, Any]]:
    """Return the id and the fields of an amendment that explains every difference, as the answers have it."""
    concerns = [difference.concern for difference in history.unexplained]
    kind = _answer("kind", given, ask, AMENDMENT_KINDS.__contains__, f"Answer with {', '.join(AMENDMENT_KINDS)}.")
    answers: dict[str, Any] = {"date": today.isoformat(), "kind": kind, "concerns": concerns}
    for question in ("what",) if kind == MINOR else ("what", "why", "do"):
        answers[question] = _answer(question, given, ask)
    if (history.written.edition.approval_required and kind != MINOR) or given.get("approved_by") or given.get("approved_on"):
        roles = history.written.role
        answers["approved_by"] = _answer("approved_by", given, ask, roles.__contains__, f"Answer with {', '.join(roles)}.")
        answers["approved_on"] = _answer("approved_on", given, ask, partial(_is_day_until, today), f"Answer with a day such as {today}.")
    return _new_id(today, concerns[0], history.log.publications.keys() | {one.id for one in history.framework.amendments}), answers


def _answer(
    question: str, given: Mapping[str, Any], ask: Ask, is_right: Callable[[str], bool] = bool, hint: str = "An answer is needed."
) -> str:
    """Return the answer that was given beforehand, or ask until there is a right one."""
    answer = given.get(question)
    while not (answer and is_right(answer)):
        if answer is not None:
            print(f"  {hint}")
        answer = " ".join(ask(f"{QUESTIONS[question]} ").split())
    return str(answer)


def _is_day_until(today: date, answer: str) -> bool:
    """True for a day, as year-month-day, that is not after today."""
    try:
        return date.fromisoformat(answer) <= today
    except ValueError:
        return False


def _new_id(today: date, concern: str, taken: Collection[str]) -> str:
    """Return an id such as 2027-02-10-communication that no amendment has."""
    first = f"{today}-{concern.rpartition('/')[2]}"
    return next(id for id in (first, *(f"{first}-{n}" for n in range(2, 1000))) if id not in taken)


def _options() -> dict[str, Any]:
    parser = ArgumentParser(prog="make amend", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", choices=AMENDMENT_KINDS)
    options = {
        "what": "what changed", "why": "why", "do": "what staff should do differently",
        "approved-by": "the role that approved it, by its id", "approved-on": "the day on which it was approved",
    }
    for option, meaning in options.items():
        parser.add_argument(f"--{option}", help=meaning)
    return vars(parser.parse_args())


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ), _options()))
