"""Everything that the data says, for programs: /data.json."""

import json

from . import calendar_feed
from .model import Activity, Framework
from .schedule import occurrences
from .timeline import of_activity

VERSION = 1


def data_json(framework: Framework, site_url: str) -> str:
    """Return the document described on the page about/data. Addresses are full where `site_url` is set, else from the root."""
    base = site_url or "/"
    return json.dumps(
        {
            "version": VERSION,
            "edition": framework.edition.model_dump(include={"council", "title", "edition"}),
            "activities": [_activity(framework, activity, base) for activity in framework.activities],
            "panels": [_record(panel, base) for panel in framework.panels],
            "roles": [_record(role, base) for role in framework.roles],
            "standards": [
                {"title": page.title, "description": page.description, "source": page.source, "url": f"{base}{address}/"}
                for address, page in framework.pages.items()
                if address.startswith("standards/")
            ],
            "glossary": [term.model_dump(exclude_none=True) for term in framework.glossary],
            "questions": [
                {"group": group.group, **question.model_dump()}
                for group in framework.questions
                for question in group.questions
            ],
            "occurrences": [_occurrence(framework, occurrence) for occurrence in occurrences(framework)],
        },
        ensure_ascii=False,
        indent=1,
    )


def _record(record, base):
    return {**record.model_dump(exclude_none=True), "url": f"{base}{record.page}/"}


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


def _occurrence(framework, occurrence):
    activity = occurrence.placement.activity
    return {
        "uid": calendar_feed.uid(framework, activity.id, occurrence.slot),
        "activity": activity.id,
        "slot": occurrence.slot,
        "start": occurrence.day.isoformat(),
        "summary": calendar_feed.summary(occurrence),
    }
