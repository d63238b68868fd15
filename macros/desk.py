"""What the quality assurance lead has to see to: lists that shrink as the data is filled in."""

from .model import Framework, Panel, Standard
from .schedule import Occurrence

TERMS = {
    "chair": "chair", "membership": "members", "quorum": "quorum", "meets": "how often it meets", "receives": "what comes in",
    "produces": "what goes out", "reports_to": "whom it reports to",
}
DATES = {"owner": "owner", "last_reviewed": "last review", "review_by": "next review"}


def panels_that_lack_terms(framework: Framework) -> list[tuple[Panel, list[str]]]:
    """Return each panel whose terms of reference lack something, with what they lack."""
    return _lacking(framework.panels, TERMS)


def missing_terms(panel: Panel) -> list[str]:
    """Return what the terms of reference of a panel lack."""
    return _lacks(panel, TERMS)


def missing_dates(framework: Framework) -> list[tuple[Standard, list[str]]]:
    """Return each standard without an owner, a last review or a next review, with what it lacks."""
    return _lacking(framework.standards, DATES)


def _lacks(record, fields):
    return [name for field, name in fields.items() if not getattr(record, field)]


def _lacking(records, fields):
    found = [(record, _lacks(record, fields)) for record in records]
    return [(record, lacking) for record, lacking in found if lacking]


def undated_months(occurrences: list[Occurrence]) -> list[str]:
    """Return the months of the horizon in which no occurrence has a date."""
    slots = sorted({occurrence.slot for occurrence in occurrences})
    dated = {occurrence.slot for occurrence in occurrences if occurrence.is_dated}
    return [str(slot) for slot in slots if slot not in dated]
