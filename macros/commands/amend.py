"""`make amend`: explain what differs from what was last published, and record it.

Without options it asks. An amendment that stands in data/amendments/ already, written by hand, is recorded as it is.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from datetime import date
from os import environ
from pathlib import Path
from typing import Any

from ..history.history import History
from ..history.publication import FOLDER, Publication
from ..history.recording import completed, first_publication, of_calendars, publication
from ..model.amendment import Amendment, new_id
from ..model.explanation import AMENDMENT_KINDS
from ..model.problem import DataError
from ..reading.canonical import as_yaml
from ..reading.load import load
from ..reading.today import day_of_build
from ..site import Site
from .answers import Ask, add_options, explanation, kind_of
from .carry_over import carried_over
from .check import check_build
from .record_file import let_say
from .say import say
from .set_apart import set_apart
from .take_over import take_over
from .whole_file import BusyError, alone, write_whole
from .write_down import write_down

AGAIN = "What was recorded stays; run make amend again, and it goes on from there."
Check = Callable[[Path], int]


def main(root: Path, today: date, given: Mapping[str, Any], ask: Ask = input, check: Check = lambda root: 0) -> int:
    """Record every difference under `root`, once a check of all of it returns 0. `given` answers questions beforehand.

    Returns the exit status.
    """
    try:
        with alone(root / "data"):
            return _amend(root, today, given, ask, check)
    except DataError as error:
        say(error.report("Nothing was recorded."))
    except BusyError:
        say("Another make amend is at work in this folder. Nothing was recorded.")
    except EOFError:
        say("\nNot every question has an answer. Nothing was recorded.")
    except KeyboardInterrupt:
        say(f"\nStopped. {AGAIN}")
    except OSError as error:
        say(f"{error.filename} could not be written: {error.strerror}. {AGAIN}")
    return 1


def _amend(root: Path, today: date, given: Mapping[str, Any], ask: Ask, check: Check) -> int:
    written = _explain(root, write_down(root, take_over(root, set_apart(root, load(root, today)))), given, ask)
    if status := check(root):
        if written:
            say(f"Your answers are kept in {written}: delete it to be asked again.")
        say("Nothing was recorded. Put this right, and run make amend again.")
        return status
    history = _record(root, load(root, today))
    if history.unexplained:  # the coming versions of what was now published for the first time
        return _amend(root, today, given, ask, check)
    say("Everything is recorded.")
    return 0


def _explain(root: Path, history: History, given: Mapping[str, Any], ask: Ask) -> str | None:
    """Write an amendment of what no other one explains, once every question has an answer. Returns the name of its file."""
    if not history.unexplained:
        return None
    say("Not as it was published:", *map(str, history.unexplained), sep="\n  ")
    carried = carried_over(history, given, ask)
    id, amendment = _explained(history, given, ask)
    for coming, says in carried:
        let_say(root, coming, says)
        say(f"{coming.file} now says it too.")
    file = f"data/{Amendment.KIND.folder}/{id}.yml"
    write_whole(root / file, as_yaml(amendment))
    return file


def _record(root: Path, history: History) -> History:
    """Record each amendment that is not recorded yet; where there is none, what is new in the calendars all the same."""
    before = history
    if not history.log.publications:
        history = _publish(root, history, first_publication(history.statements, history.day))
    while history.proposed:
        amendment = history.proposed[0]
        new = publication(history.log, amendment, history.differences, history.statements, history.coming_statements)
        history = _publish(root, history, new)
        _say_what_is_lacking(history, amendment)
    if history is not before:
        return history  # the last publication holds everything that is new in the calendars
    rest = _completed(history, of_calendars(history.log, history.day))
    return _publish(root, history, rest.named_by_content()) if rest.entries or rest.addresses or rest.documents else history


def _say_what_is_lacking(history: History, amendment: Amendment) -> None:
    """Tell of what was amended now and is not in the coming version: on its day that would be gone again."""
    for concern in amendment.concerns:
        if lines := history.lacking(concern):
            say(f"{history.coming_statements[concern].file} does not say what now applies. Put it there too, or it ends on that day:")
            say(*(f"  {line}" for line in lines), sep="\n")


def _completed(history: History, new: Publication) -> Publication:
    """Return a publication with what else people get of it: the entries of the calendars, addresses, and documents."""
    site = Site(history.after(new), "")
    return completed(new, history.log, site.entries, site.addresses, site.documents)


def _publish(root: Path, history: History, new: Publication) -> History:
    """Write a publication, and return the history as it is with it."""
    file, whole = f"{FOLDER}/{new.id}.json", _completed(history, new).sealed()
    write_whole(root / file, whole.to_json())
    say(f"Recorded in {file}.")
    return history.after(whole)


def _explained(history: History, given: Mapping[str, Any], ask: Ask) -> tuple[str, dict[str, Any]]:
    """Return the id and the fields of an amendment that explains every difference, as the answers have it."""
    concerns = list(dict.fromkeys(difference.concern for difference in history.unexplained))
    amendment: dict[str, Any] = {"date": history.day.isoformat(), "kind": kind_of(given, ask), "concerns": concerns}
    return new_id(history.day, concerns[0], history.taken), amendment | explanation(history, amendment["kind"], given, ask)


def _options() -> dict[str, Any]:
    parser = ArgumentParser(prog="make amend", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kind", choices=AMENDMENT_KINDS)
    parser.add_argument("--restates", action="store_true", help="what changed is what the published document says, such as a new edition")
    add_options(parser, "what", "why", "do", "approved_by", "approved_on", "carry_over")
    return vars(parser.parse_args())


def _main(root: Path, today: date) -> int:
    """Check, record, and build as for readers; only then say that all is ready."""
    if status := main(root, today, _options(), check=check_build) or check_build(root, is_proposal=False):
        return status
    say("You can publish now.")
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd(), day_of_build(environ)))
