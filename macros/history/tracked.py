"""What is remembered of a framework: everything that people are told, thing by thing, but for help and search words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.framework import Framework
from ..model.markdown import plain_lines
from ..model.page import Page, Standard

CALENDAR = "calendar"
NOT_TRACKED = {"menu", "search", "hide", "template", "collects", "last_reviewed", "review_by", "page", "file", "position", "keywords", "id"}


@dataclass(frozen=True)
class Statement:
    """What a thing says: `concern` is its name, such as "panels/home-panel", `file` where it says so."""

    concern: str
    file: str
    says: dict[str, Any]


def statements(framework: Framework) -> dict[str, Statement]:
    """Return what each tracked thing says, by its name: records, standards, restated pages, and what calendars hang on."""
    every = [*_records(framework), *_pages(framework), _calendar(framework)]
    return {statement.concern: statement for statement in every}


def _records(framework: Framework) -> Iterator[Statement]:
    for kind, records in framework.records.items():
        for id, record in records.items():
            if kind.KIND.is_tracked:
                says = record.model_dump(mode="json", exclude_defaults=True, exclude=NOT_TRACKED)
                yield Statement(f"{kind.KIND.folder}/{id}", f"data/{kind.KIND.folder}/{id}.yml", says)


def _pages(framework: Framework) -> Iterator[Statement]:
    for at, page in framework.pages.items():
        if isinstance(page, Standard):
            yield Statement(f"standards/{page.id}", f"docs/{page.file}", _of_page(page))
        elif page.is_restated:
            yield Statement(f"pages/{at}", f"docs/{page.file}", _of_page(page))


def _of_page(page: Page) -> dict[str, Any]:
    return page.model_dump(mode="json", exclude_defaults=True, exclude=NOT_TRACKED)


def _calendar(framework: Framework) -> Statement:
    says = framework.calendar.model_dump(mode="json", include={"from_", "domain"})
    return Statement(CALENDAR, "data/calendar.yml", says)


def words(text: str) -> list[str]:
    """Return the words of a Markdown text without its marks: a change of anything else is no change."""
    return " ".join(plain_lines(text)).split()


def differs(before: Mapping[str, Any] | None, statement: Statement) -> str:
    """Return "added", the names of the fields that say something else, or ""."""
    if before is None:
        return "added"
    fields = dict.fromkeys([*statement.says, *before])
    return ", ".join(field for field in fields if not _same(field, statement.says.get(field), before.get(field)))


def _same(field: str, now: Any, before: Any) -> bool:
    """True for what is equal, and for the text of a page whose words are: in data every character counts."""
    if field == "text" and now and before:
        return words(now) == words(before)
    return bool(now == before)
