"""Carry an urgent change of the text in force over to the version that is to come, so that it does not end on that day."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..history.history import History
from ..history.merging import merged
from ..history.tracked import NOT_TRACKED, Statement
from ..reading.load import load
from ..reading.yaml_file import read_text
from .answers import Ask, is_carried_over
from .record_file import fields_of, write_fields


def carry_over(root: Path, history: History, given: Mapping[str, Any], ask: Ask) -> History:
    """Offer to make each unexplained change to the coming version as well, where it fits there. Returns the history as it then is.

    What does not fit is told once it is recorded: somebody has to see both texts.
    """
    wanted = [(coming, says) for coming, says in _fitting(history) if is_carried_over(coming.file, coming.starts, given, ask)]
    for coming, says in wanted:
        _write(root / coming.file, read_text(root, coming.file), says)
        print(f"{coming.file} says it as well now.")
    return load(root, history.day) if wanted else history


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


def _write(file: Path, text: str, says: dict[str, Any]) -> None:
    """Let a coming version say something, with its first day and what nobody tracks as they stand."""
    said = {name: value for name, value in says.items() if name != "text"}
    kept = {name: value for name, value in fields_of(text).items() if name in NOT_TRACKED or name in said}
    write_fields(file, kept | said, says.get("text"))
