"""What has been published: one committed file remembers it, so that no change is silent.

It holds each activity, panel and standard as people last saw it, and how often it changed. An amendment explains changes;
publishing it brings the record up to date. The calendars' SEQUENCE, DTSTAMP and LAST-MODIFIED follow, and the versions of
the standards with the dates from which they are in force.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from .problem import DataError, Problem
from .yaml_file import parse_yaml

FILE = "data/published.json"
DAMAGED = "this record is written by make amend and never by hand, and it is damaged here: take the last good one from git."
NEVER = date(1970, 1, 1)
FORMATTING = re.compile(r"[*_#>`|\s-]+|^\d+\.", re.MULTILINE)


class Remembered(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PublishedRecord(Remembered):
    """An activity or a panel as people last saw it. `sequence` rises by one with each change, `changed` is its day."""

    sequence: int
    changed: date
    content: dict


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


@dataclass(frozen=True)
class Change:
    """What no longer is as it was published. `page` is its address, `file` the file that holds it, `what` says how."""

    page: str
    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.page} is not as it was published ({self.what})."


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


def content(record) -> dict:
    """Return what an activity or a panel says, in the form in which it is remembered."""
    return record.model_dump(mode="json", exclude_defaults=True)


def changes(framework, published: Published) -> list[Change]:
    """Return every difference between a framework and what was published, in the order of the data."""
    found = []
    for kind, records in (("activities", framework.activities), ("panels", framework.panels)):
        remembered = getattr(published, kind)
        for record in records:
            found.append(Change(f"{kind}/{record.id}", f"data/{kind}.yml", _difference(record, remembered.get(record.id))))
        gone = remembered.keys() - {record.id for record in records}
        found += [Change(f"{kind}/{id}", f"data/{kind}.yml", "removed") for id in sorted(gone)]
    for standard in framework.standards:
        versions = published.standards.get(standard.id)
        found.append(Change(f"standards/{standard.id}", f"docs/{standard.file}", _rewritten(standard, versions)))
    gone = published.standards.keys() - {standard.id for standard in framework.standards}
    found += [Change(f"standards/{id}", "docs/standards", "removed") for id in sorted(gone)]
    return [change for change in found if change.what]


def _difference(record, before):
    """Return "added", or the names of the fields that differ, or ""."""
    if before is None:
        return "added"
    said = content(record)
    fields = dict.fromkeys([*said, *before.content])
    return ", ".join(field for field in fields if said.get(field) != before.content.get(field))


def _rewritten(standard, versions):
    """Return "added", or "title" or "text" where the words differ: formatting and white space alone are no change."""
    if not versions:
        return "added"
    last = versions[-1]
    said = {"title": (standard.title, last.title), "text": (standard.text, last.text)}
    return ", ".join(field for field, (now, before) in said.items() if words(now) != words(before))


def words(text: str) -> list[str]:
    """Return the words of a Markdown text without its marks."""
    return FORMATTING.sub(" ", text).split()
