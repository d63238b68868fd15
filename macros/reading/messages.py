"""Turn what pydantic says of a record into sentences for a QA lead."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.field import references_in
from ..model.kinds import KINDS
from ..model.problem import did_you_mean, there_is_no
from ..model.role import Role
from ..model.text import ID, MEANING
from .invisible import SIGN, named
from .yaml_file import RecordPath

EMPTY = "is empty: fill it in, or delete it if nothing is known"
MEANINGS = {
    "bool": "should be true or false",
    "int": "should be a whole number",
    "float": "should be a number",
    "string_too_short": EMPTY,
    "too_short": EMPTY,
}
NO_MEANING = "cannot be used here: see how other records write it"
FOLDERS = {kind.KIND.name: kind.KIND.folder for kind in KINDS}
BY_NAME = ("id", "title", "term", "group", "question")  # what a record is called by, the first that it has


def messages_for(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[RecordPath, str]]:
    """Yield (path in the record, sentence) for each thing wrong with a record of `model`.

    A misspelt field is told once: not as unknown and, under its right name, as missing beside it. So is a wrong item of a list: the
    list then seems to hold too few as well.
    """
    details = [detail for detail in error.errors(include_url=False) if detail["type"] != "too_short" or not detail["input"]]
    unknown = [detail for detail in details if detail["type"] == "extra_forbidden"]
    misspelt = {(*_path(detail)[:-1], _meant(detail, model)) for detail in unknown}
    for detail in details:
        if detail["type"] != "missing" or _path(detail) not in misspelt:
            yield _path(detail), _sentence(detail, _path(detail), model)


def _path(detail: ErrorDetails) -> RecordPath:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _meant(detail: ErrorDetails, model: type[BaseModel]) -> str:
    """Return the name of the field that an unknown one is a misspelling of, if it is near one."""
    path = _path(detail)
    if _right_place(path, model):
        return ""
    hint = did_you_mean(str(path[-1]), _fields(model, path[:-1]))
    return hint.removeprefix(" Did you mean ").removesuffix("?")


def _sentence(detail: ErrorDetails, path: RecordPath, model: type[BaseModel]) -> str:
    kind, value, what = detail["type"], detail["input"], _what(path)
    if kind == "missing":
        return f"{what} is missing{_whose(value)}."
    if kind == "extra_forbidden":
        near = did_you_mean(str(path[-1]), _fields(model, path[:-1]))
        return f"{what} is not a field of this record.{_right_place(path, model) or near}"
    if value is None:
        return f"{what} {EMPTY}."
    if kind == "value_error" and (isinstance(value, str) or _fields(model, path)):
        return str(detail["ctx"]["error"])
    if isinstance(value, str) and kind == "string_pattern_mismatch":
        return _pattern(what, value, detail["ctx"]["pattern"], references_in(model).get(_field(path), ""))
    if isinstance(value, str) and kind.startswith("date"):
        return f'"{value}" is not a date. Write a day that exists as year-month-day, such as 2027-01-31.'
    return f"{what} {_should_be(detail, path, model)}."


def _right_place(path: RecordPath, model: type[BaseModel]) -> str:
    """Return where a field belongs that stands in the wrong place of a record: around it, or in one of its fields; "" where nowhere."""
    *around, name = path
    for depth in reversed(range(len(around))):
        if name in _fields(model, path[:depth]) and isinstance(path[depth], str):
            return f' Write it beside "{path[depth]}", not below it.'
    inside = [
        f'"{field}"' for field in _fields(model, path[:-1])
        if name in (*_fields(model, (*around, field)), *_fields(model, (*around, field, 0)))
    ]
    return f" Write it below {' or '.join(inside)}." if inside else ""


def _what(path: RecordPath) -> str:
    """Name what stands at a path for a reader: a field, an item of a list, or the record itself."""
    if not (name := _field(path)):
        return "this record"
    return f'an item of "{name}"' if isinstance(path[-1], int) else f'"{name}"'


def _field(path: RecordPath) -> str:
    """Return the name of the field that a path leads to, or in whose list it ends; "" for the record itself."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _whose(record: Any) -> str:
    if not isinstance(record, dict):
        return ""
    identity = next((record[name] for name in BY_NAME if isinstance(record.get(name), str)), None)
    return f' from "{identity}"' if identity else ""


def _pattern(what: str, value: str, pattern: str, kind: str) -> str:
    """Say what is wrong with a text that a field cannot hold; `kind` is what the field names by its id, "" where it names nothing."""
    if not value:
        return f"{what} {EMPTY}."
    if hidden := next((sign for sign in value if SIGN.match(sign) or sign < " "), None):
        return f"{what} holds {named(hidden)}: delete it."
    if kind:
        return f"{there_is_no(kind, value, ())} {_where(kind)}"
    return f'"{value}" is not {MEANING.get(pattern, MEANING[ID])}.'


def _where(kind: str) -> str:
    """Say where the ids of what a field names are."""
    if folder := FOLDERS.get(kind):
        never = ", and never that of a person" if kind == Role.KIND.name else ""
        return f"Write the name of a file in data/{folder}/ without .yml{never}."
    return f"Write one of {kind.replace(' ', '_')}s in data/framework.yml."


def _should_be(detail: ErrorDetails, path: RecordPath, model: type[BaseModel]) -> str:
    kind, value, limits = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "tuple_type":
        brackets = "" if _fields(model, (*path, 0)) else "put square brackets around it, or "
        return f"should be a list: {brackets}start each item on a new line with a dash"
    if kind in ("model_type", "dict_type"):
        fields = " and ".join(f"{name}:" for name in _fields(model, path)[:2])
        return f"should have fields of its own{f', such as {fields}' if fields else ''}"
    if kind == "literal_error":
        return f"should be {limits['expected'].replace(chr(39), '')}"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"should be {limits['ge']:g} or more" if "ge" in limits else f"should be {limits['le']:g} or less"
    if kind == "greater_than":
        return f"should be more than {limits['gt']:g}"
    if kind == "string_too_long":
        return f"has {len(value)} characters: {limits['max_length']} are the most"
    if kind == "too_long":
        return f"has {limits['actual_length']} items: {limits['max_length']} are the most"
    if kind == "string_type" and isinstance(value, dict):
        return "should be one text: put quotes around a text that has a colon in it"
    if kind in ("string_type", "value_error") or kind.startswith("date"):
        return "should be one text and no list"
    return next((meaning for start, meaning in MEANINGS.items() if kind.startswith(start)), NO_MEANING)


def _fields(model: type[BaseModel], path: RecordPath) -> list[str]:
    """Return the names of the fields that may stand at `place` inside a record of `model`."""
    node = schema = _schema(model)
    for step in path:
        node = _resolve(node, schema)
        node = node.get("properties", {}).get(step) or node.get("items") or node.get("additionalProperties") or {}
    return list(_resolve(node, schema).get("properties", {}))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a schema's references to the node that says what may stand there."""
    node = node.get("anyOf", [node])[0]
    reference = node.get("$ref")
    return schema["$defs"][reference.rsplit("/", 1)[1]] if reference else node
