"""What the quality assurance lead has to see to: lists that shrink as the data is filled in."""

from datetime import timedelta

from ..model.field import name_while_missing
from ..model.framework import Framework
from ..model.page import Standard
from ..model.panel import Panel
from ..schedule.occurrences import Occurrence
from .facts import missing_facts

CALENDAR_RUNS_OUT = timedelta(days=274)  # nine months: time enough to move the end of the calendars on


def panels_that_lack_terms(framework: Framework) -> list[tuple[Panel, list[str]]]:
    """Return each panel whose terms of reference lack something, with what they lack."""
    lacking = [(panel, missing_terms(framework, panel)) for panel in framework.panels]
    return [(panel, names) for panel, names in lacking if names]


def missing_terms(framework: Framework, panel: Panel) -> list[str]:
    """Return what the terms of reference of a panel lack.

    How often it meets is told by the months of its meeting, if it has one, unless that stands in every month: then nobody knows
    whether it meets once in each.
    """
    names = missing_facts(panel)
    meeting = framework.activity.get(panel.id)
    if meeting and (meeting.frequency or not meeting.is_in_every_month):
        return [name for name in names if name != name_while_missing(Panel.model_fields["meets"])]
    return names


def standards_that_lack_dates(framework: Framework) -> list[tuple[Standard, list[str]]]:
    """Return each standard without an owner, a last review or a next review, with what it lacks."""
    lacking = [(standard, missing_facts(standard)) for standard in framework.standards]
    return [(standard, names) for standard, names in lacking if names]


def missing_before_publication(framework: Framework, site_url: str) -> list[str]:
    """Return what has to be there before people are given the address of the site."""
    edition, domain = framework.edition, framework.calendar.domain
    ownerless = sum(not standard.owner for standard in framework.standards)
    missing = {
        "the address of the site: whoever publishes it sets SITE_URL": not site_url,
        "a permanent domain of the council's own for the calendars: domain in data/calendar.yml": domain.endswith(".example"),
        "an address that readers can write to: feedback in data/framework.yml": not edition.feedback,
        f"an owner for {ownerless} standard{'s' if ownerless > 1 else ''}: owner on each page": ownerless,
        "the council's adoption of the site: adopted in data/framework.yml": not edition.adopted,
    }
    return [what for what, is_missing in missing.items() if is_missing]


def undated_months(occurrences: list[Occurrence]) -> list[str]:
    """Return the months of the horizon in which no occurrence has a date."""
    slots = sorted({occurrence.slot for occurrence in occurrences})
    dated = {occurrence.slot for occurrence in occurrences if occurrence.is_dated}
    return [str(slot) for slot in slots if slot not in dated]
