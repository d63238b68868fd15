"""Rules for the amendments that are not recorded yet. Those that are recorded stand as they are."""

from collections.abc import Iterator
from datetime import date

from ..history.history import History
from ..model.amendment import Amendment
from ..model.explanation import MINOR
from ..model.problem import Problem, there_is_no

NOTHING = "{concern} is as it was published: take it out of concerns, or change it."
NOTHING_HERE = "{concern} is as it was published: take this reason out, or change something."
FUTURE = "its date ({day}) has not come yet: give it today's. What is to apply later goes in a file of its own, with starts."
BACK = "its date ({day}) is too early: {concern} has been as it is since {since}. Give it that date or a later one."
TWICE = "{concern} is already explained by {other}, which is not recorded yet: run make amend between the two."
REPEATED = "{concern} is listed twice under concerns: delete one of the two."
NOT_APPROVED = "say which role approved this, and when: approved_by and approved_on (data/framework.yml asks for it)."


def check_amendments(history: History) -> Iterator[Problem]:
    """Yield a problem for each proposed amendment that explains nothing, something unknown, or what another one explains."""
    explained: dict[str, str] = {}
    for amendment in history.proposed:
        for message in (*_of(history, amendment), *_twice(amendment, explained)):
            yield Problem(*history.places_of(amendment)[0], message)


def _of(history: History, amendment: Amendment) -> Iterator[str]:
    if history.written.edition.approval_required and amendment.kind != MINOR and not amendment.approved_by:
        yield NOT_APPROVED
    concerns = {*history.statements, *history.coming_statements, *history.log.versions}
    changed = {difference.concern for difference in history.differences}
    day = amendment.date
    if day > history.day:
        yield FUTURE.format(day=day)
    for concern in dict.fromkeys(amendment.concerns):
        if concern not in concerns:
            yield there_is_no("standard, record or page", concern, concerns)
        elif concern not in changed:
            yield (NOTHING_HERE if amendment.id in history.places else NOTHING).format(concern=concern)
        elif day < (since := _since(history, concern)):
            yield BACK.format(day=day, concern=concern, since=since)


def _since(history: History, concern: str) -> date:
    """Return the first day on which a thing may be amended: that of its last amendment, or of the start of what holds now."""
    versions, in_force = history.log.versions.get(concern, ()), history.log.in_force(concern, history.day)
    days = [publication.date for publication in history.log.publications.values()][:1]
    days += [version.published for version in versions[-1:]]
    days += [in_force.start] if in_force else []
    return max(days, default=date.min)


def _twice(amendment: Amendment, explained: dict[str, str]) -> Iterator[str]:
    for n, concern in enumerate(amendment.concerns):
        if concern in amendment.concerns[:n]:
            yield REPEATED.format(concern=concern)
        elif concern in explained:
            yield TWICE.format(concern=concern, other=explained[concern])
        explained.setdefault(concern, amendment.id)
