"""`make amend`: explain what differs from what was last published, and record it.

Without options it asks. An amendment that stands in data/amendments/ already, written by hand, is recorded as it is.
"""

import re
from argparse import ArgumentParser
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..history.changes import changes_since
from ..history.history import History
from ..history.publish import first_publication
from ..history.published import FILE, Published
from ..model.amendment import AMENDMENT_KINDS, MINOR, Amendment
from ..model.front_matter import front_matter_of
from ..model.problem import DataError
from ..reading.canonical import as_yaml
from ..reading.load import load

QUESTIONS = {
    "kind": "Is it scheduled, urgent or minor (a slip of the pen that changes no meaning)?",
    "what": "What changed?",
    "why": "Why?",
    "do": "What should staff do differently?",
}


def main(root: Path, today: date, options: Mapping[str, Any], ask: Callable[[str], str] = input) -> int:
    """Record every difference under `root`. `options` answer questions beforehand. Returns the exit status."""
    try:
        history = load(root)
        if history.published.revision == 0:
            return _record(root, history, first_publication(history.framework, today))
        if history.unexplained:
            _explain(root, history, today, options, ask)
            history = load(root)
    except DataError as error:
        print(error.report("Nothing was recorded."))
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNot every question has an answer. Nothing was recorded.")
        return 1
    return _record(root, history, history.published)


def _explain(root: Path, history: History, today: date, options: Mapping[str, Any], ask: Callable[[str], str]) -> None:
    """Write an amendment that explains every difference, as the answers have it."""
    print("Not as it was published:", *map(str, history.unexplained), sep="\n  ")
    concerns = [change.concern for change in history.unexplained]
    kind = options.get("kind") or _ask("kind", ask, AMENDMENT_KINDS)
    answers: dict[str, Any] = {"date": today.isoformat(), "kind": kind, "concerns": concerns}
    for question in ("what",) if kind == MINOR else ("what", "why", "do"):
        answers[question] = options.get(question) or _ask(question, ask)
    if options.get("effective_from"):
        answers["effective_from"] = options["effective_from"].isoformat()
    taken = {amendment.id for amendment in history.framework.amendments}
    file = root / "data" / Amendment.KIND.folder / f"{_new_id(today, concerns[0], taken)}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(as_yaml(answers), encoding="utf-8")


def _ask(question: str, ask: Callable[[str], str], allowed: Collection[str] = ()) -> str:
    while True:
        answer = " ".join(ask(f"{QUESTIONS[question]} ").split())
        if answer and (not allowed or answer in allowed):
            return answer
        print(f"  Answer with {', '.join(allowed)}." if allowed else "  An answer is needed.")


def _new_id(today: date, concern: str, taken: Collection[str]) -> str:
    """Return an id such as 2027-02-10-communication that no amendment has."""
    first = f"{today}-{concern.rpartition('/')[2]}"
    return next(id for id in (first, *(f"{first}-{n}" for n in range(2, 1000))) if id not in taken)


def _record(root: Path, history: History, published: Published) -> int:
    """Write the record, and each standard's version and the day from which it is in force into its page."""
    for standard in history.framework.standards:
        last = published.standards[standard.id][-1]
        page = root / "docs" / standard.file
        _set_field(page, "version", f'"{last.number}"')
        if last.effective_from:
            _set_field(page, "effective_from", last.effective_from.isoformat())
    (root / FILE).write_text(published.to_json(), encoding="utf-8")
    unexplained = len(changes_since(history.framework, published))
    print(f"{unexplained} left to explain." if unexplained else f"Recorded in {FILE}. You can publish now.")
    return 0


def _set_field(file: Path, field: str, value: str) -> None:
    """Set a field of the front matter, after `version` where it is new."""
    text = file.read_text(encoding="utf-8")
    front, line = front_matter_of(text) or "", f"{field}: {value}\n"
    has_field = re.search(rf"^{field}:", front, re.MULTILINE)
    changed = re.sub(rf"^{field}:.*\n", line, front, flags=re.MULTILINE) if has_field else re.sub(
        r"^version:.*\n", rf"\g<0>{line}", front, flags=re.MULTILINE
    )
    if changed != front:
        file.write_text(text.replace(front, changed, 1), encoding="utf-8")


def _read_options() -> dict[str, Any]:
    parser = ArgumentParser(prog="make amend", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", choices=AMENDMENT_KINDS)
    for field, meaning in (("what", "what changed"), ("why", "why"), ("do", "what staff should do differently")):
        parser.add_argument(f"--{field}", help=meaning)
    parser.add_argument("--effective-from", type=date.fromisoformat, help="the day from which it holds (today, if left out)")
    return vars(parser.parse_args())


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), date.today(), _read_options()))
