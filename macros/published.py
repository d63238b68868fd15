"""What has been published: one committed file remembers it, so that no change is silent.

It gives each activity the number and the day of its last change: SEQUENCE, DTSTAMP and LAST-MODIFIED in the calendars.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from .problem import DataError, Problem
from .yaml_file import parse_yaml

FILE = "data/published.json"
DAMAGED = "this record is written by make amend and never by hand, and it is damaged here: take the last good one from git."
NEVER = date(1970, 1, 1)


class PublishedActivity(BaseModel):
    """An activity as people last saw it. `sequence` rises by one with each change, `changed` is its day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sequence: int
    changed: date
    content: dict


class Published(BaseModel):
    """The record of what was published. `revision` counts the publications; `retired` ids are never used again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    revision: int = 0
    changed: date = NEVER
    activities: dict[str, PublishedActivity] = {}
    retired: tuple[str, ...] = ()

    def to_json(self) -> str:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_published(root: Path) -> Published:
    """Return what was published before, or an empty record for an edition that never was. Raises DataError if damaged."""
    try:
        return Published.model_validate(json.loads((root / FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Published()
    except json.JSONDecodeError as error:
        raise DataError([Problem(FILE, error.lineno, DAMAGED)]) from None
    except ValidationError as error:
        return _refuse(error, (root / FILE).read_text(encoding="utf-8"))


def _refuse(error, text):
    """Raise DataError at the lines where a record stands that no publication wrote (JSON is read as YAML for its lines)."""
    file = parse_yaml(text, FILE)
    raise DataError([file.problem(detail["loc"], DAMAGED) for detail in error.errors()]) from None


@dataclass(frozen=True)
class Change:
    """How an activity differs from what was published: "added", "removed", or the names of its changed fields."""

    id: str
    what: str


def content(activity) -> dict:
    """Return what an activity says, in the form in which it is remembered."""
    return activity.model_dump(mode="json", exclude_defaults=True)


def changes(activities: Iterable, published: Published) -> list[Change]:
    """Return every difference between the data and what was published, in the order of the data."""
    now = {activity.id: content(activity) for activity in activities}
    found = [Change(id, _what(said, published.activities.get(id))) for id, said in now.items()]
    gone = [Change(id, "removed") for id in published.activities if id not in now]
    return [change for change in found if change.what] + gone


def _what(said, before):
    if before is None:
        return "added"
    fields = dict.fromkeys([*said, *before.content])
    return ", ".join(field for field in fields if said.get(field) != before.content.get(field))


def publish(activities: Iterable, published: Published, today: date) -> Published:
    """Return the record after publishing `activities` on a day: what changed goes up by one, what is gone retires."""
    activities = list(activities)
    changed = {change.id for change in changes(activities, published)}
    if not changed:
        return published
    return Published(
        revision=published.revision + 1,
        changed=today,
        activities={
            activity.id: _next(activity, published, today) if activity.id in changed else published.activities[activity.id]
            for activity in activities
        },
        retired=sorted({*published.retired, *(set(published.activities) - {activity.id for activity in activities})}),
    )


def _next(activity, published, today):
    before = published.activities.get(activity.id)
    sequence = before.sequence + 1 if before else 0
    return PublishedActivity(sequence=sequence, changed=today, content=content(activity))
