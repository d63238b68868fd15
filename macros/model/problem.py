"""What is wrong with the data, said so that a QA lead can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

from .limits import MOST_TOLD, MOST_TOLD_AT_ONCE


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: the file (relative to the project), the line (1 is the first) and a sentence on what to do."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {' '.join(self.message.splitlines())}"  # whatever it quotes


class DataError(Exception):
    """Every problem found in the data, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = _bounded(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def report(self, outcome: str) -> str:
        """Return every problem, their number and what came of it, such as "Nothing was built."."""
        return f"{self}\n{len(self.problems)} to put right. {outcome}"


def _bounded(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems of each file and the first of all, and how many more there are."""
    told = [problem for _, of_file in groupby(problems, key=lambda problem: problem.file) for problem in _of_file([*of_file])]
    if rest := told[MOST_TOLD_AT_ONCE:]:
        more = Problem(rest[0].file, rest[0].line, f"this and {len(rest) - 1} more are wrong: put right what stands above first.")
        return [*told[:MOST_TOLD_AT_ONCE], more]
    return told


def _of_file(problems: list[Problem]) -> list[Problem]:
    if rest := problems[MOST_TOLD:]:
        more = f"and {len(rest)} more in this file: put right what stands above first."
        return [*problems[:MOST_TOLD], Problem(rest[0].file, rest[0].line, more)]
    return problems


def there_is_no(kind: str, name: str, choices: Iterable[str]) -> str:
    """Return what to say of a name that no `kind` has, with the nearest of `choices`."""
    return f'there is no {kind} "{name}".{did_you_mean(name, choices)}'


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return ' Did you mean …?' for the nearest of `choices`, or '' where none is near."""
    by_lower = {choice.lower(): choice for choice in choices}
    nearest = get_close_matches(word.lower(), by_lower, n=1)
    return f" Did you mean {by_lower[nearest[0]]}?" if nearest else ""
