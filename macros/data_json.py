"""Everything that the data says, for programs: /data.json."""

import json

from .feeds import Scheduled
from .model import Activity, Framework, Standard
from .timeline import of_activity

VERSION = 1


def data_json(framework: Framework, found: list[Scheduled], site_url: str) -> str:
    """Return the document described on the page about/data. Addresses are full where `site_url` is set, else from the root."""
    base = site_url or "/"
    return json.dumps(
        {
            "version": VERSION,
            "edition": framework.edition.model_dump(include={"council", "title", "edition"}),
            "activities": [_activity(framework, activity, base) for activity in framework.activities],
            "panels": [_record(panel, base) for panel in framework.panels],
            "roles": [_record(role, base) for role in framework.roles],
            "standards": [_standard(framework, standard, base) for standard in framework.standards],
            "amendments": [amendment.model_dump(mode="json", exclude_none=True) for amendment in framework.amendments],
            "glossary": [term.model_dump(exclude_none=True) for term in framework.glossary],
            "questions": [
                {"group": group.group, **question.model_dump()}
                for group in framework.questions
                for question in group.questions
            ],
            "occurrences": [_occurrence(item) for item in found],
        },
        ensure_ascii=False,
        indent=1,
    )


def _record(record, base):
    return {**record.model_dump(exclude_none=True), "url": f"{base}{record.page}/"}


def _standard(framework: Framework, standard: Standard, base):
    said = standard.model_dump(mode="json", include={"id", "title", "description", "owner", "last_reviewed", "review_by", "source"})
    versions = framework.published.standards.get(standard.id, [])
    return {
        **said,
        "versions": [version.model_dump(mode="json", include={"number", "effective_from"}) for version in versions],
        "url": f"{base}{standard.page}/",
    }


def _activity(framework: Framework, activity: Activity, base):
    in_months = of_activity(framework, activity)
    return {
        "id": activity.id,
        "title": activity.title,
        "summary": activity.summary,
        "months": activity.placements,
        "precision": activity.precision,
        "frequency": activity.frequency,
        "panel": activity.panel,
        "roles": {how: sorted({role for found in in_months for role in found.involved[how]}) for how in in_months[0].involved},
        "by_month": {int(found.month): found.summary for found in in_months if found.summary != activity.summary},
        "documents": [document.model_dump(exclude_none=True) for document in activity.documents],
        "source": activity.source,
        "url": f"{base}{activity.page}/",
    }


def _occurrence(item: Scheduled):
    return {
        "uid": item.entry.uid,
        "activity": item.occurrence.placement.activity.id,
        "slot": item.occurrence.slot.id,
        "precision": item.occurrence.precision,
        "start": item.entry.start.isoformat(),
        "end": item.entry.end.isoformat(),
        "summary": item.entry.summary,
        "place": item.entry.place,
        "cancelled": item.entry.cancelled,
        "because": item.occurrence.because,
        "sequence": item.entry.sequence,
        "changed": item.entry.changed.isoformat(),
    }
