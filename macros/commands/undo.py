"""`make undo`: take back the newest amendment by a new one that restores what held before. What was public stays in the history.

An amendment that is not recorded yet is taken back with the edit that it explains, and leaves no trace.
"""

from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date
from os import environ
from pathlib import Path
from typing import Any

from ..history.history import History
from ..history.undoing import Before, before, explanation_of_undo, newest_amendment, without
from ..model.amendment import Amendment, new_id
from ..model.page import Page, Standard
from ..model.problem import DataError, Problem
from ..model.record import Stated
from ..reading.canonical import as_yaml
from ..reading.data_files import coming_name
from ..reading.load import load
from ..reading.record_text import fields_of
from ..reading.today import day_of_build
from ..reading.yaml_file import read_text
from .amend import Check
from .amend import main as amend
from .answers import Ask, add_options, explanation, is_agreed
from .check import check_build
from .record_file import let_say, write_fields
from .say import say
from .set_apart import set_apart
from .take_over import take_over
from .whole_file import BusyError, alone, write_whole
from .write_down import write_down

UNEXPLAINED = "this is edited and nothing explains it: run make amend, or take the edit back from the version history, before you undo."
REMOVED = "the amendment removed this file: restore it from the version history, and explain that with make amend."
ADDED_PAGE = "the amendment added this page, and it is public: change it, or let another page name its address under formerly:."
ONLY_COMING = "this was announced and holds on no day yet, and its address is public: put its start off, or end it once it holds."


def main(root: Path, today: date, given: Mapping[str, Any], ask: Ask = input, check: Check = lambda root: 0) -> int:
    """Take back the newest amendment under `root`. `given` answers questions beforehand. Returns the exit status."""
    try:
        with alone(root / "data"):
            is_restored = _undo(root, write_down(root, take_over(root, set_apart(root, load(root, today)))), given, ask)
    except DataError as error:
        say(error.report("Nothing was taken back."))
    except BusyError:
        say("Another command is at work in this folder. Nothing was taken back.")
    except (EOFError, KeyboardInterrupt):
        say("\nNot every question has an answer. Nothing was taken back.")
    except OSError as error:
        say(f"{error.filename or 'a file'} could not be written: {error.strerror}. make check says what is not as it was published.")
    else:
        return amend(root, today, {}, ask, check) if is_restored else 0
    return 1


def _undo(root: Path, history: History, given: Mapping[str, Any], ask: Ask) -> bool:
    """Take back the newest amendment. Returns whether a new one stands there now, to be recorded."""
    if history.unexplained:
        raise DataError(Problem(difference.file, 1, UNEXPLAINED) for difference in history.unexplained)
    if history.proposed:
        _drop(root, history, history.proposed[-1], ask)
        return False
    newest = newest_amendment(history.log)
    if newest is None:
        say("There is no amendment to take back.")
        return False
    _restore(root, history, history.amendment[newest], given, ask)
    return True


def _drop(root: Path, history: History, amendment: Amendment, ask: Ask) -> None:
    """Take back an amendment that is not recorded yet, and the edit that it explains, if somebody agrees."""
    file = root / "data" / f"{amendment.concern}.yml"
    say(f"{amendment.what}\nThis is not recorded yet. It would be gone, with its edit of {', '.join(amendment.concerns)}.")
    if not is_agreed("Take it back?", ask):
        say("Nothing was taken back.")
        return
    for earlier in before(history.log, amendment.concerns, history.day):
        if earlier.is_there:
            _write(root, history, earlier)
        elif earlier.concern in history.statements:
            (root / history.statements[earlier.concern].file).unlink()
        _write_coming(root, history, earlier)
    file.unlink()
    say("Taken back. Everything is as it was published.")


def _restore(root: Path, history: History, amendment: Amendment, given: Mapping[str, Any], ask: Ask) -> None:
    """Write what held before an amendment, and a new amendment that explains it."""
    concerns = list(history.log.publications[amendment.id].things)
    restored = list(before(without(history.log, amendment.id), concerns, history.day))
    if problems := [problem for earlier in restored for problem in _problems(history, earlier)]:
        raise DataError(problems)
    say(f"This takes back what was published on {amendment.date}: {amendment.what}")
    words = explanation(history, amendment.kind, {**given, **explanation_of_undo(amendment)}, ask)
    fields = {"date": history.day.isoformat(), "kind": amendment.kind, "concerns": concerns, **words}
    for earlier in restored:
        if earlier.is_there:
            _write(root, history, earlier)
        else:
            _end(root, history, earlier.concern, words.get("why", words["what"]))
        _write_coming(root, history, earlier)
    write_whole(root / "data" / Amendment.KIND.folder / f"{new_id(history.day, concerns[0], history.taken)}.yml", as_yaml(fields))


def _problems(history: History, earlier: Before) -> list[Problem]:
    """Return why a thing cannot be put back: what was public must stay."""
    statement, thing = history.statements.get(earlier.concern), history.written.concern.get(earlier.concern)
    if statement is None and earlier.is_there:
        return [Problem(f"data/{earlier.concern}.yml", 1, REMOVED)]
    if statement is None:
        return [Problem(history.coming_statements[earlier.concern].file, 1, ONLY_COMING)]
    if not earlier.is_there and isinstance(thing, Page) and not isinstance(thing, Standard):
        return [Problem(statement.file, 1, ADDED_PAGE)]
    return []


def _write(root: Path, history: History, earlier: Before) -> None:
    """Let the file of a thing say what held."""
    if earlier.held:
        let_say(root, history.statements[earlier.concern], earlier.held.says or {})


def _write_coming(root: Path, history: History, earlier: Before) -> None:
    """Let the coming version be the one that was announced before, or none."""
    statement, coming = history.coming_statements.get(earlier.concern), earlier.coming
    if statement and coming:
        let_say(root, statement, coming.says or {}, coming.starts)
    elif statement:
        (root / statement.file).unlink()
    elif coming:
        says = dict(coming.says or {})
        body = says.pop("text", None)
        name = coming_name(history.statements[earlier.concern].file)
        write_fields(root / name, {"starts": str(coming.starts), **says}, body)


def _end(root: Path, history: History, concern: str, because: str) -> None:
    """Give what the amendment added, and people have seen, an end."""
    name, thing = history.statements[concern].file, history.written.concern[concern]
    text = read_text(root, name)
    fields = {**fields_of(text), "ended": {"on": history.day.isoformat(), "because": because}}
    write_fields(root / name, fields, None if isinstance(thing, Stated) else thing.text)


def _main(root: Path, today: date) -> int:
    parser = ArgumentParser(prog="make undo", description=(__doc__ or "").splitlines()[0])
    add_options(parser, "why", "approved_by", "approved_on")
    return main(root, today, vars(parser.parse_args()), check=check_build) or check_build(root, is_proposal=False)


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd(), day_of_build(environ)))
