"""Carry an urgent change of the text in force over to the version that is to come, so that it does not end on that day."""

from collections.abc import Mapping
from typing import Any

from ..history.history import History
from ..history.merging import merged
from ..history.tracked import Statement
from .answers import Ask, is_carried_over


def carried_over(history: History, given: Mapping[str, Any], ask: Ask) -> list[tuple[Statement, dict[str, Any]]]:
    """Ask of each unexplained change whether the coming version should have it as well, where it fits there.

    Returns each coming version that should, with what it is then to say. What does not fit is told once it is recorded: somebody
    has to see both texts.
    """
    return [(coming, says) for coming, says in _fitting(history) if is_carried_over(coming.file, coming.starts, given, ask)]


def _fitting(history: History) -> list[tuple[Statement, dict[str, Any]]]:
    """Return each coming version that lacks what changed, with what it says once that is carried over."""
    fitting = []
    for concern in {difference.concern for difference in history.unexplained if not difference.is_coming}:
        now, coming = history.statements.get(concern), history.coming_statements.get(concern)
        held = history.log.in_force(concern, history.day)
        if now and coming and held and held.says:
            says = merged(held.says, now.says, coming.says)
            if says and says != coming.says:
                fitting.append((coming, says))
    return sorted(fitting, key=lambda one: one[0].file)
