"""The JSON Schema of data.json. It is strict: it knows no field that the shape does not have."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from . import address
from .data_shape import SLOT, DataJson
from .field import OF_PAGES
from .text import ID

PATTERNS = (ID, SLOT)  # the others keep out what nobody is to write, and not every program reads them


class _Schema(GenerateJsonSchema):
    """Says what stands in the file, where pydantic says what it would read: nothing is null, and only what may be None is left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        said = super().str_schema(schema)
        return {name: value for name, value in said.items() if name != "pattern" or value in PATTERNS}

    def field_is_required(self, field: Any, total: bool) -> bool:
        return field["schema"].get("default", ...) is not None

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def data_schema(site_url: str) -> dict[str, Any]:
    """Return the schema. It gives its own address where `site_url` is set."""
    schema = DataJson.model_json_schema(mode="serialization", schema_generator=_Schema)
    for model in (schema, *schema["$defs"].values()):
        model["properties"] = {name: _of_value(field) for name, field in model["properties"].items()}
    its_address = {"$id": f"{site_url}{address.DATA_SCHEMA}"} if site_url else {}
    return {"$schema": _Schema.schema_dialect, **its_address, **schema}


def _of_value(field: dict[str, Any]) -> dict[str, Any]:
    """Return what a field says of its value, without its label and what it says of pages."""
    return {name: said for name, said in field.items() if name not in ("title", *OF_PAGES)}
