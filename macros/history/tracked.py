"""What is remembered of a framework: everything that people are told, thing by thing, but for help and search words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..model.framework import Framework, Thing
from ..model.markdown import plain_lines
from ..model.page import Page

CALENDAR = "calendar"
NOT_TRACKED = {
    "menu", "search", "hide", "template", "collects", "last_reviewed", "review_by", "page", "file", "position", "keywords", "id",
    "starts", "formerly", "change",
}


@dataclass(frozen=True)
class Statement:
    """What a thing says: `concern` is its name, such as "panels/home-panel", `file` where it says so, from the day `starts`."""

    concern: str
    file: str
    says: dict[str, Any]
    starts: date | None = None


def says(thing: Thing) -> dict[str, Any]:
    """Return what a record or a page says, in the form in which it is remembered."""
    return thing.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=NOT_TRACKED)


def statements(framework: Framework) -> dict[str, Statement]:
    """Return what each tracked thing says, by its name: records, standards, restated pages, and what calendars hang on."""
    calendar = framework.calendar.model_dump(mode="json", by_alias=True, include={"from_", "domain"})
    every = [statement(thing) for thing in framework.concern.values()]
    return {one.concern: one for one in (*every, Statement(CALENDAR, "data/calendar.yml", calendar))}


def statement(thing: Thing, is_coming: bool = False) -> Statement:
    """Return what a record or a page says, and where."""
    path = f"docs/{thing.file}" if isinstance(thing, Page) else f"data/{thing.concern}.yml"
    if is_coming:
        path = path.removesuffix(suffix := path[path.rindex("."):]) + f".next{suffix}"
    return Statement(thing.concern, path, says(thing), thing.starts if is_coming else None)


def words(text: str) -> list[str]:
    """Return the words of a Markdown text without its marks: a change of anything else is no change."""
    return " ".join(plain_lines(text)).split()


def differs(before: Mapping[str, Any] | None, statement: Statement) -> str:
    """Return "added", the names of the fields that say something else, or ""."""
    if before is None:
        return "added"
    fields = dict.fromkeys([*statement.says, *before])
    return ", ".join(field for field in fields if not is_same(field, statement.says.get(field), before.get(field)))


def is_same(field: str, now: Any, before: Any) -> bool:
    """True for what is equal, and for the text of a page whose words are: in data every character counts."""
    if field == "text" and now and before:
        return words(now) == words(before)
    return bool(now == before)
