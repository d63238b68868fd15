"""Everything that the data says, for programs: /data.json."""

import json
from typing import Any

from ..calendars.feeds import Scheduled
from ..history.history import History
from ..model import address
from ..model.activity import Activity
from ..model.framework import Framework
from ..model.involvement import INVOLVEMENTS
from ..model.kinds import KINDS
from ..model.page import Standard
from ..model.record import FileRecord
from ..schedule.timeline import of_activity

VERSION = 1
AS_WRITTEN = [kind for kind in KINDS if kind.KIND.has_pages and kind is not Activity]
STANDARD = {"id", "title", "description", "owner", "last_reviewed", "review_by", "ended", "source"}


def build_data_json(history: History, scheduled: list[Scheduled], site_url: str) -> str:
    """Return the document described on the page about/data; what has ended stays in it, and says so.

    Addresses are full where `site_url` is set, else from the root.
    """
    framework, base = history.framework, site_url or "/"
    document = {
        "version": VERSION,
        "edition": framework.edition.model_dump(include={"council", "title", "edition"}),
        "activities": [_activity(framework, activity, base) for activity in framework.activity.values()],
        **{kind.KIND.folder: [_record(record, base) for record in framework.of(kind).values()] for kind in AS_WRITTEN},
        "standards": [_standard(history, standard, base) for standard in framework.standard_at.values()],
        "amendments": [amendment.model_dump(mode="json", exclude_none=True) for amendment in framework.amendments],
        "glossary": [term.model_dump(mode="json", exclude_none=True) for term in framework.glossary],
        "questions": [
            {"group": group.group, **question.model_dump(mode="json", exclude_none=True)}
            for group in framework.question_groups for question in group.questions
        ],
        "occurrences": [_occurrence(item) for item in scheduled],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _record(record: FileRecord, base: str) -> dict[str, Any]:
    return {**record.model_dump(mode="json", exclude_none=True), "url": address.url(record.page, base)}


def _standard(history: History, standard: Standard, base: str) -> dict[str, Any]:
    return {
        **standard.model_dump(mode="json", include=STANDARD),
        "versions": [
            {"number": version.number, "effective_from": version.starts and version.starts.isoformat()}
            for version in history.log.standing(standard.concern)
        ],
        "url": address.url(standard.page, base),
    }


def _activity(framework: Framework, activity: Activity, base: str) -> dict[str, Any]:
    placements = of_activity(framework, activity)
    return {
        "id": activity.id,
        "title": activity.title,
        "summary": activity.summary,
        "months": activity.placements,
        "precision": activity.precision,
        "frequency": activity.frequency,
        "panel": activity.panel,
        "roles": {
            how.name: sorted({role for placement in placements for role in placement.involved[how]}) for how in INVOLVEMENTS
        },
        "by_month": {int(one.month): one.summary for one in placements if one.summary != activity.summary},
        "documents": [document.model_dump(mode="json", exclude_none=True) for document in activity.documents],
        "ended": activity.ended and activity.ended.model_dump(mode="json"),
        "source": activity.source,
        "url": address.url(activity.page, base),
    }


def _occurrence(item: Scheduled) -> dict[str, Any]:
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
