"""What no longer is as it was published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.framework import Framework
from ..model.markdown import plain_lines
from ..model.page import Standard
from ..model.record import FileRecord
from .published import Published, PublishedRecord, Version, content_of


@dataclass(frozen=True)
class Change:
    """`concern` is what differs, such as "panels/home-panel", `file` the file that holds it, `what` says how."""

    concern: str
    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.concern} is not as it was published ({self.what})."


def changes_since(framework: Framework, published: Published) -> list[Change]:
    """Return every difference between a framework and what was published, in the order of the data."""
    records = [
        *_of_records("activities", framework.activity, published.activities),
        *_of_records("panels", framework.panel, published.panels),
        *_of_standards(framework.standards, published.standards),
    ]
    return [change for change in records if change.what]


def _of_records(folder: str, records: Mapping[str, FileRecord], remembered: Mapping[str, PublishedRecord]) -> Iterator[Change]:
    for id, record in records.items():
        yield Change(f"{folder}/{id}", f"data/{folder}/{id}.yml", _difference(record, remembered.get(id)))
    for id in sorted(remembered.keys() - records.keys()):
        yield Change(f"{folder}/{id}", f"data/{folder}/{id}.yml", "removed")


def _of_standards(standards: tuple[Standard, ...], remembered: Mapping[str, list[Version]]) -> Iterator[Change]:
    for standard in standards:
        yield Change(f"standards/{standard.id}", f"docs/{standard.file}", _rewritten(standard, remembered.get(standard.id)))
    for id in sorted(remembered.keys() - {standard.id for standard in standards}):
        yield Change(f"standards/{id}", "docs/standards", "removed")


def _difference(record: FileRecord, before: PublishedRecord | None) -> str:
    """Return "added", or the names of the fields that differ, or ""."""
    if before is None:
        return "added"
    now = content_of(record)
    fields = dict.fromkeys([*now, *before.content])
    return ", ".join(field for field in fields if now.get(field) != before.content.get(field))


def _rewritten(standard: Standard, versions: list[Version] | None) -> str:
    """Return "added", or "title" or "text" where the words differ: formatting and white space alone are no change."""
    if not versions:
        return "added"
    last = versions[-1]
    texts = {"title": (standard.title, last.title), "text": (standard.text, last.text)}
    return ", ".join(field for field, (now, before) in texts.items() if words_of(now) != words_of(before))


def words_of(text: str) -> list[str]:
    """Return the words of a Markdown text without its marks."""
    return " ".join(plain_lines(text)).split()
