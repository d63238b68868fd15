"""The reasons that stand in the files of what they explain: each is an amendment that is not recorded yet."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import cast

from ..model.amendment import Amendment, new_id
from ..model.explanation import Explanation
from ..model.framework import Thing
from ..model.page import Page
from ..model.problem import Problem
from ..model.record import Stated
from .checked_file import CheckedFile, Sources

NOT_NEEDED = "this page restates no part of the framework, so a change to it needs no reason: delete this one."
STILL_TO_COME = "this day has not come yet: write the day on which it was approved."
Place = tuple[str, int]  # a file, and a line of it


def read_reasons(sources: Sources, recorded: Collection[str], today: date) -> dict[Amendment, list[Place]]:
    """Return each amendment that is written in what it explains, with every place: the same reason in two files is one amendment.

    `recorded` are the ids of amendments that are recorded. A reason that `make amend` was moving when it was stopped stands in its
    amendment already, and is that one.
    """
    amendments = {id: cast(Amendment, checked.record) for id, checked in sources.records[Amendment].items()}
    written = {id: amendment for id, amendment in amendments.items() if id not in recorded}
    read: dict[Amendment, list[Place]] = {}
    for change, files in _together(sources).items():
        concerns = tuple(dict.fromkeys(cast(Thing, checked.record).concern for checked in files))
        amendment = _written(written, change, concerns)
        if not amendment:
            taken = {*amendments, *recorded, *(other.id for other in read)}
            amendment = Amendment(id=new_id(today, concerns[0], taken), date=today, concerns=concerns, **dict(change))
        read[amendment] = [(checked.file.name, checked.file.lines[("change",)]) for checked in files]
    return read


def check_reasons(sources: Sources, today: date) -> Iterator[Problem]:
    """Yield a problem for each reason on a page of which no change has to be explained, and for each approval to come."""
    for checked, change in _changes(sources):
        if isinstance(checked.record, Page) and not checked.record.is_tracked:
            yield checked.file.problem(("change",), NOT_NEEDED)
        if change.approved_on and change.approved_on > today:
            yield checked.file.problem(("change", "approved_on"), STILL_TO_COME)


def _together(sources: Sources) -> dict[Explanation, list[CheckedFile]]:
    """Return each reason with the files in which it stands."""
    together: dict[Explanation, list[CheckedFile]] = {}
    for checked, change in _changes(sources):
        together.setdefault(change, []).append(checked)
    return together


def _changes(sources: Sources) -> Iterator[tuple[CheckedFile, Explanation]]:
    for checked in sources.files:
        if isinstance(checked.record, (Stated, Page)) and checked.record.change:
            yield checked, checked.record.change


def _written(amendments: Mapping[str, Amendment], change: Explanation, concerns: tuple[str, ...]) -> Amendment | None:
    """Return the amendment that gives the same reason for the same things, if there is one."""
    same = (amendment for amendment in amendments.values() if dict(change).items() <= dict(amendment).items())
    return next((amendment for amendment in same if {*concerns} <= {*amendment.concerns}), None)
