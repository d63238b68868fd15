"""Turn what pydantic says of a record into sentences for a QA lead."""

from pydantic import BaseModel, ValidationError

from .problem import did_you_mean

MEANINGS = {
    "string_type": "should be a text",
    "model_type": "should be a record with named fields",
    "dict_type": "should be a record with named fields",
    "tuple_type": "should be a list, such as [one, two]",
    "bool_parsing": "should be true or false",
    "int_parsing": "should be a whole number",
    "string_too_short": "is empty: give it a text or leave the field out",
}


def explain(error: ValidationError, model: type[BaseModel], path: tuple, raw):
    """Yield (path in the file, sentence) for each thing wrong with the record `raw` that stands at `path`."""
    for detail in error.errors(include_url=False):
        place = tuple(step for step in detail["loc"] if step != "[key]")
        yield path + place, _sentence(detail, place, model, raw)


def _sentence(detail, place, model, raw):
    kind, value = detail["type"], detail["input"]
    name = next((step for step in reversed(place) if isinstance(step, str)), None)
    if kind == "missing":
        return f'"{name}" is missing{_whose(raw)}.'
    if kind == "extra_forbidden":
        return f'"{name}" is not a field of this record.{did_you_mean(name, _fields(model, place[:-1]))}'
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "string_pattern_mismatch":
        return _pattern(name, value)
    if kind.startswith("date"):
        return f'"{value}" is not a date. Write a day that exists as year-month-day, such as 2027-01-31.'
    if kind == "too_long" or (kind == "missing" and name == "windows"):
        return f'"{name}" should hold pairs of months, such as [May, June].'
    if value is None:
        return f'"{name}" is empty: give it a value or leave the field out.'
    subject = f'"{name}"' if name else "this item"
    return f"{subject} {MEANINGS.get(kind, detail['msg'].lower())}."


def _pattern(name, value):
    if name in ("domain",):
        return f'"{value}" is not a domain name.'
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in value):
        return f'"{name}" holds an invisible control character: delete it.'
    return f'"{value}" is not an id: use lower-case letters, digits and single hyphens.'


def _whose(raw):
    identity = isinstance(raw, dict) and (raw.get("id") or raw.get("title") or raw.get("term"))
    return f' from "{identity}"' if identity else ""


def _fields(model, place):
    """Return the names of the fields that may stand at `place` inside a record of `model`."""
    schema = model.model_json_schema()
    node = schema
    for step in place:
        node = _resolve(node, schema)
        node = node.get("properties", {}).get(step) or node.get("items") or node.get("additionalProperties") or {}
    return list(_resolve(node, schema).get("properties", {}))


def _resolve(node, schema):
    reference = node.get("$ref")
    return schema["$defs"][reference.rsplit("/", 1)[1]] if reference else node
