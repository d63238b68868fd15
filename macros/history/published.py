"""What has been published: one committed file remembers it, so that no change is silent.

It holds each activity, panel and standard as people last saw it, and how often it changed. An amendment explains changes;
publishing it brings the record up to date. The calendars' SEQUENCE, DTSTAMP and LAST-MODIFIED follow, and the versions of
the standards with the dates from which they are in force.
"""

import json
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from ..model.record import FileRecord

FILE = "data/published.json"
NEVER = date(1970, 1, 1)


class Remembered(BaseModel):
    """The base of everything in the record: written by the machine, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PublishedRecord(Remembered):
    """An activity or a panel as people last saw it. `sequence` rises by one with each change, `changed` is its day."""

    sequence: int
    changed: date
    content: dict[str, Any]


class Version(Remembered):
    """A version of a standard: its number, such as "2.0", its text, and the day from which it is in force, if known."""

    number: str
    effective_from: date | None = None
    title: str
    text: str


class Published(Remembered):
    """The record: by id what was published, the versions of a standard from the first, and the amendments it took in.

    `revision` counts the publications; `retired` are the ids of activities that ended, never to be used again, and when.
    """

    revision: int = 0
    changed: date = NEVER
    activities: dict[str, PublishedRecord] = {}
    panels: dict[str, PublishedRecord] = {}
    standards: dict[str, list[Version]] = {}
    amendments: tuple[str, ...] = ()
    retired: dict[str, date] = {}

    def to_json(self) -> str:
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def content_of(record: FileRecord) -> dict[str, Any]:
    """Return what a record says, in the form in which it is remembered."""
    return record.model_dump(mode="json", exclude_defaults=True)
