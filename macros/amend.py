"""`make amend`: explain what differs from what was last published, and record it.

Without options it asks. An amendment that stands in data/amendments.yml already, written by hand, is recorded as it is.
"""

import re
from argparse import ArgumentParser
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from .load import load
from .model import Amendment
from .problem import DataError
from .publish import first_publication, with_amendments
from .published import FILE, changes, read_published

AMENDMENTS = "data/amendments.yml"
QUESTIONS = {
    "kind": "Is it scheduled, urgent or minor (a slip of the pen that changes no meaning)?",
    "what": "What changed?",
    "why": "Why?",
    "do": "What should staff do differently?",
}
KINDS = ("scheduled", "urgent", "minor")


def main(root: Path, today: date, given: dict, ask=input) -> int:
    """Record every difference under `root`. `given` answers questions beforehand. Returns the exit status."""
    try:
        framework = load(root)
    except DataError as error:
        print(f"{error}\n{len(error.problems)} to put right. Nothing was recorded.")
        return 1
    if framework.published.revision == 0:
        return _write(root, framework, first_publication(framework, today))
    if framework.unexplained:
        print("Not as it was published:", *map(str, framework.unexplained), sep="\n  ")
        try:
            amendment = _explained(framework, today, given, ask)
        except (EOFError, KeyboardInterrupt):
            print("\nNot every question has an answer. Nothing was recorded.")
            return 1
        _append(root / AMENDMENTS, amendment)
        framework = replace(framework, amendments=(*framework.amendments, amendment))
    return _write(root, framework, with_amendments(framework, read_published(root)))


def _explained(framework, today, given, ask):
    """Return the amendment that the answers make."""
    pages = [change.page for change in framework.unexplained]
    answers = {"kind": given.get("kind") or _ask("kind", ask, KINDS)}
    for question in ("what",) if answers["kind"] == "minor" else ("what", "why", "do"):
        answers[question] = given.get(question) or _ask(question, ask)
    if given.get("effective_from"):
        answers["effective_from"] = given["effective_from"]
    taken = {amendment.id for amendment in framework.amendments}
    return Amendment(id=_new_id(today, pages[0], taken), date=today, concerns=pages, **answers)


def _ask(question, ask, allowed=None):
    while True:
        answer = " ".join(ask(f"{QUESTIONS[question]} ").split())
        if answer and (not allowed or answer in allowed):
            return answer
        print(f"  Answer with {', '.join(allowed)}." if allowed else "  An answer is needed.")


def _new_id(today, page, taken):
    """Return an id such as 2027-02-10-communication that no amendment has."""
    first = f"{today}-{page.rpartition('/')[2]}"
    return next(id for id in (first, *(f"{first}-{n}" for n in range(2, 1000))) if id not in taken)


def _append(file, amendment):
    """Add an amendment to the end of the list, leaving every line that stands there as it is."""
    record = amendment.model_dump(mode="json", exclude_none=True)
    added = yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=110)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^\[\]\s*\Z", "", text, flags=re.MULTILINE).rstrip("\n") + "\n\n" + added, encoding="utf-8")


def _write(root, framework, record):
    """Write the record, and each standard's version and the day from which it is in force into its page."""
    for standard in framework.standards:
        last = record.standards[standard.id][-1]
        _set(root / "docs" / standard.file, "version", last.number)
        if last.effective_from:
            _set(root / "docs" / standard.file, "effective_from", last.effective_from.isoformat())
    (root / FILE).write_text(record.to_json(), encoding="utf-8")
    left = changes(framework, record)
    print(f"Recorded in {FILE}. You can publish now." if not left else f"{len(left)} changes are left to explain.")
    return 0


def _set(file, field, value):
    """Set a field of the front matter, after `version` where it is new."""
    text = file.read_text(encoding="utf-8")
    front, rest = re.match(r"(---\n.*?\n)(---\n.*)", text, re.DOTALL).groups()
    line = re.compile(rf"^{field}:.*\n", re.MULTILINE)
    if not line.search(front):
        front = re.sub(r"^(version:.*\n)", rf"\1{field}: {value}\n", front, flags=re.MULTILINE)
    changed = line.sub(f"{field}: {value}\n", front) + rest
    if changed != text:
        file.write_text(changed, encoding="utf-8")


def _options():
    parser = ArgumentParser(prog="make amend", description=__doc__.splitlines()[0])
    parser.add_argument("--kind", choices=KINDS)
    for field, help in (("what", "what changed"), ("why", "why"), ("do", "what staff should do differently")):
        parser.add_argument(f"--{field}", help=help)
    parser.add_argument("--effective-from", type=date.fromisoformat, help="the day from which it holds (today, if left out)")
    return vars(parser.parse_args())


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), date.today(), _options()))
