"""`make amend`: explain what differs from what was last published, and record it.

Without options it asks. An amendment that stands in data/amendments/ already, written by hand, is recorded as it is.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Collection, Mapping
from datetime import date
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
        _say_what_is_lacking(history, amendment)
    rest = _completed(history, CALENDARS, of_calendars(history.log, today))
    if rest.entries or rest.addresses:
        return _publish(root, history, f"{today}-calendars-{rest.number}", rest)
    print("Everything is recorded. You can publish now.")
    return 0


def _say_what_is_lacking(history: History, amendment: Amendment) -> None:
    """Tell of what was amended now and is not in the coming version: on its day that would be gone again."""
    for concern in amendment.concerns:
        if lines := history.lacking(concern):
            print(f"{history.coming_statements[concern].file} does not say what now holds. Put it there too, or it ends on that day:")
            print(*(f"  {line}" for line in lines), sep="\n")


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
    kind = given.get("kind") or _ask("kind", ask, AMENDMENT_KINDS)
    answers: dict[str, Any] = {"date": today.isoformat(), "kind": kind, "concerns": concerns}
    for question in ("what",) if kind == MINOR else ("what", "why", "do"):
        answers[question] = given.get(question) or _ask(question, ask)
    return _new_id(today, concerns[0], history.log.publications.keys() | {one.id for one in history.framework.amendments}), answers


def _ask(question: str, ask: Ask, allowed: Collection[str] = ()) -> str:
    while True:
        answer = " ".join(ask(f"{QUESTIONS[question]} ").split())
        if answer and (not allowed or answer in allowed):
            return answer
        print(f"  Answer with {', '.join(allowed)}." if allowed else "  An answer is needed.")


def _new_id(today: date, concern: str, taken: Collection[str]) -> str:
    """Return an id such as 2027-02-10-communication that no amendment has."""
    first = f"{today}-{concern.rpartition('/')[2]}"
    return next(id for id in (first, *(f"{first}-{n}" for n in range(2, 1000))) if id not in taken)


def _options() -> dict[str, Any]:
    parser = ArgumentParser(prog="make amend", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", choices=AMENDMENT_KINDS)
    for field, meaning in (("what", "what changed"), ("why", "why"), ("do", "what staff should do differently")):
        parser.add_argument(f"--{field}", help=meaning)
    return vars(parser.parse_args())


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ), _options()))
