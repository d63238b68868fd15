"""What an author of pages and a writer of programs can ask for, told from the code itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import Parameter, Signature, getdoc, signature
from typing import Any

from markupsafe import Markup

from ..model.data_schema import data_schema
from ..model.text import ID

Schema = dict[str, Any]
VALUES = {  # of a field, and in a list
    "string": ("a text", "texts"), "id": ("an id", "ids"), "date": ("a day", "days"), "date-time": ("a moment", "moments"),
    "uri-reference": ("an address", "addresses"), "integer": ("a number", "numbers"), "boolean": ("true or false", "true or false"),
    "object": ("an object", "objects"),
}


@dataclass(frozen=True)
class FieldInData:
    """A field of data.json: its name, what stands there, and what that says; `title` of a document is "documents.title"."""

    name: str
    value: str
    is_always_there: bool
    help: str


def macro_calls(macros: Mapping[str, Callable[..., str]]) -> Iterator[tuple[Markup, Markup]]:
    """Yield each macro as a page calls it, and what it shows."""
    for name, macro in macros.items():
        parameters = [given.replace(annotation=Parameter.empty) for given in signature(macro).parameters.values()]
        shows = macro.args[0] if isinstance(macro, partial) else macro  # the kind of record that a shared macro shows
        yield Markup(f"`{name}{Signature(parameters)}`"), Markup((getdoc(shows) or "").partition("\n\n")[0])


def fields_in_data() -> dict[str, list[FieldInData]]:
    """Return the fields of what each list of data.json holds, by its name there, and under "" those that are no lists."""
    schema = data_schema("")
    lists = {name: field["items"] for name, field in schema["properties"].items() if field.get("type") == "array"}
    alone = {**schema, "properties": {name: field for name, field in schema["properties"].items() if name not in lists}}
    return {name: list(_fields(model, schema["$defs"])) for name, model in {"": alone, **lists}.items()}


def _fields(model: Schema, models: Schema, inside: str = "") -> Iterator[FieldInData]:
    model = _resolved(model, models)
    for name, field in model["properties"].items():
        said = _resolved(field, models)
        inner = _resolved(said.get("items", said), models)
        value = f"a list of {_values(inner)[1]}" if "items" in said else _values(said)[0]
        yield FieldInData(f"{inside}{name}", value, name in model["required"], said["description"])
        if "properties" in inner:
            yield from _fields(inner, models, f"{inside}{name}.")


def _resolved(node: Schema, models: Schema) -> Schema:
    """Return a part of the schema with what it refers to."""
    return {**models[node["$ref"].rpartition("/")[2]], **node} if "$ref" in node else node


def _values(field: Schema) -> tuple[str, str]:
    """Return what stands in a field, in words: one, and several."""
    kind = "id" if field.get("pattern") == ID else field.get("format", field["type"])
    return VALUES[str(kind)]
