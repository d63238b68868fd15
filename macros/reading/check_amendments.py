"""Rules for the amendments that are not recorded yet. Those that are recorded stand as they are."""

from collections.abc import Iterator

from ..history.history import History
from ..model.amendment import MINOR, Amendment
from ..model.problem import Problem, there_is_no

NOT_APPROVED = "say which role approved this, and when: approved_by and approved_on (data/framework.yml asks for it)."


def check_amendments(history: History) -> Iterator[Problem]:
    """Yield a problem for each proposed amendment that explains nothing, something unknown, or what another one explains."""
    explained: dict[str, str] = {}
    for amendment in history.proposed:
        for message in (*_of(history, amendment), *_twice(amendment, explained)):
            yield Problem(f"data/{amendment.KIND.folder}/{amendment.id}.yml", 1, message)


def _of(history: History, amendment: Amendment) -> Iterator[str]:
    if history.written.edition.approval_required and amendment.kind != MINOR and not amendment.approved_by:
        yield NOT_APPROVED
    concerns = {*history.statements, *history.log.versions}
    changed = {difference.concern for difference in history.differences}
    for concern in amendment.concerns:
        last = history.log.versions.get(concern, ())
        if concern not in concerns:
            yield there_is_no("standard, record or page", concern, concerns)
        elif concern not in changed:
            yield f"{concern} is as it was published: take it out of concerns, or change it."
        elif last and amendment.date < last[-1].published:
            yield f"its date ({amendment.date}) goes back: {concern} was last amended on {last[-1].published}."


def _twice(amendment: Amendment, explained: dict[str, str]) -> Iterator[str]:
    for concern in amendment.concerns:
        if concern in explained:
            yield f"{concern} is explained by {explained[concern]} already, which is not recorded yet: run make amend between the two."
        explained.setdefault(concern, amendment.id)
