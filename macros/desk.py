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
    found = [(panel, missing_terms(framework, panel)) for panel in framework.panels]
    return [(panel, missing) for panel, missing in found if missing]


def missing_terms(framework: Framework, panel: Panel) -> list[str]:
    """Return what the terms of reference of a panel lack. How often it meets is told by the months of its meeting, if it has one."""
    told = ["meets"] if panel.id in framework.activity else []
    return [name for field, name in TERMS.items() if not getattr(panel, field) and field not in told]


def missing_dates(framework: Framework) -> list[tuple[Standard, list[str]]]:
    """Return each standard without an owner, a last review or a next review, with what it lacks."""
    found = [(standard, [name for field, name in DATES.items() if not getattr(standard, field)]) for standard in framework.standards]
    return [(standard, missing) for standard, missing in found if missing]


def undated_months(occurrences: list[Occurrence]) -> list[str]:
    """Return the months of the horizon in which no occurrence has a date."""
    slots = sorted({occurrence.slot for occurrence in occurrences})
    dated = {occurrence.slot for occurrence in occurrences if occurrence.is_dated}
    return [str(slot) for slot in slots if slot not in dated]
