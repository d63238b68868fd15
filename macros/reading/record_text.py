"""The text of the file of a record, or of a page: its fields, and what stands below them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..model.front_matter import body_of, front_matter_of
from .canonical import as_yaml, data_of


def fields_of(text: str) -> dict[str, Any]:
    """Return the fields of a record, or of the front matter of a page, in the order in which they stand."""
    front = front_matter_of(text)
    fields: dict[str, Any] = data_of(text if front is None else front)
    return fields


def text_of(fields: Mapping[str, Any], body: str | None = None) -> str:
    """Return the text of the file of a record, or of a page with its body."""
    return as_yaml(dict(fields)) if body is None else f"---\n{as_yaml(dict(fields))}---{body}"


def without(text: str, *names: str) -> str:
    """Return the text of a file without some of its fields."""
    fields = {name: value for name, value in fields_of(text).items() if name not in names}
    return text_of(fields, None if front_matter_of(text) is None else body_of(text))


def saying(text: str, now: Mapping[str, Any], then: Mapping[str, Any], starts: date | None = None) -> str:
    """Return the text of a file that says something else `then` than `now`, from another first day if one is given.

    Every other line stays as it is.
    """
    fields = fields_of(text)
    is_page = front_matter_of(text) is not None
    if is_page:
        fields["text"] = body_of(text)
    if starts:
        fields["starts"] = str(starts)
    fields = _as_it_stands(fields, now, then)
    return text_of(fields, fields.pop("text", "\n") if is_page else None)


def _as_it_stands(written: Any, now: Any, then: Any) -> Any:
    """Return what is to be said `then`, in the form of a file: what says the same `now` stays as it is `written` there."""
    if now == then:
        return written
    if isinstance(written, dict) and isinstance(now, Mapping) and isinstance(then, Mapping):
        stays = [name for name in written if name in then or name not in now]
        kept = {name: _as_it_stands(written[name], now.get(name), then.get(name)) for name in stays}
        return kept | {name: value for name, value in then.items() if name not in kept}
    if isinstance(written, list) and isinstance(now, list) and isinstance(then, list) and len(written) == len(now):
        items = [_as_it_stands(*item) for item in zip(written, now, then, strict=False)]
        return items + then[len(items):]
    return then
