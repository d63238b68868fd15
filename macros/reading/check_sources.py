"""What was there from the first says where the published document says it. What an amendment added may have been decided since."""

from collections.abc import Iterator

from ..history.history import History
from ..history.publication import FIRST
from ..model.problem import Problem
from ..model.record import Stated

NO_SOURCE = "say where the published document says so: source, with the sections. Only what an amendment added can do without."


def check_sources(history: History) -> Iterator[Problem]:
    """Yield a problem for each record without a source that no amendment brought."""
    first = history.log.publications.get(FIRST)
    for concern, thing in (*history.written.concern.items(), *history.coming.items()):
        if isinstance(thing, Stated) and not thing.source and (first is None or concern in first.things):
            yield Problem(f"data/{concern}.yml", 1, NO_SOURCE)
