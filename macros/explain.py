"""Turn what pydantic says of a record into sentences for a QA lead."""

from pydantic import BaseModel, ValidationError

from .problem import did_you_mean

A_PAIR = '"windows" should hold pairs of months, each such as [May, June].'
EMPTY = "is empty: fill it in, or delete it if nothing is known"
MEANINGS = {
    "bool": "should be true or false",
    "int": "should be a whole number",
    "string_too_short": EMPTY,
}
AN_ID = "an id: use lower-case letters, digits and single hyphens"
PATTERNS = {
    '"domain"': "a domain: use lower-case letters, digits, dots and hyphens",
    '"feedback"': "an e-mail address: write one such as name@example.org",
    '"version"': "a version: write two numbers with a dot between them, such as 1.0",
}
NO_MEANING = "cannot be used here: see how other records write it"


def explain(error: ValidationError, model: type[BaseModel], path: tuple):
    """Yield (path in the file, sentence) for each thing wrong with the record of `model` that stands at `path`."""
    found = [(_place(detail), detail) for detail in error.errors(include_url=False)]
    sentences = [(place, detail, _sentence(detail, place, model)) for place, detail in found]
    suggested = [sentence for _, detail, sentence in sentences if detail["type"] == "extra_forbidden"]
    for place, detail, sentence in sentences:
        is_misspelt = detail["type"] == "missing" and any(said.endswith(f" Did you mean {place[-1]}?") for said in suggested)
        if not is_misspelt:
            yield path + place, sentence


def _place(detail):
    """Return the place in the record; that windows are no pairs is a mistake of the whole list of them."""
    place = tuple(step for step in detail["loc"] if step != "[key]")
    return ("windows",) if "windows" in place and detail["type"] == "tuple_type" else place


def _sentence(detail, place, model):
    kind, value, what = detail["type"], detail["input"], _what(place)
    if value is not None and "windows" in place and kind != "value_error":
        return A_PAIR
    if kind == "missing":
        return f"{what} is missing{_whose(value)}."
    if kind == "extra_forbidden":
        return f"{what} is not a field of this record.{did_you_mean(place[-1], _fields(model, place[:-1]))}"
    if value is None:
        return f"{what} {EMPTY}."
    if kind == "value_error" and (isinstance(value, str) or _fields(model, place)):
        return str(detail["ctx"]["error"])
    if isinstance(value, str) and kind == "string_pattern_mismatch":
        return _pattern(what, value)
    if isinstance(value, str) and kind.startswith("date"):
        return f'"{value}" is not a date. Write a day that exists as year-month-day, such as 2027-01-31.'
    return f"{what} {_should_be(detail, place, model)}."


def _what(place):
    """Name what stands at a place for a reader: a field, an item of a list, or the record itself."""
    name = next((step for step in reversed(place) if isinstance(step, str)), None)
    if name is None:
        return "this record"
    return f'an item of "{name}"' if isinstance(place[-1], int) else f'"{name}"'


def _whose(record):
    identity = next((record[name] for name in ("id", "title", "term", "group") if isinstance(record.get(name), str)), None)
    return f' from "{identity}"' if identity else ""


def _pattern(what, value):
    if not value:
        return f"{what} {EMPTY}."
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in value):
        return f"{what} holds an invisible control character: delete it."
    return f'"{value}" is not {PATTERNS.get(what, AN_ID)}.'


def _should_be(detail, place, model):
    kind, value = detail["type"], detail["input"]
    if kind == "tuple_type":
        brackets = "" if _fields(model, (*place, 0)) else "put square brackets around it, or "
        return f"should be a list: {brackets}start each item on a new line with a dash"
    if kind in ("model_type", "dict_type"):
        fields = " and ".join(f"{name}:" for name in _fields(model, place)[:2])
        return f"should have fields of its own{f', such as {fields}' if fields else ''}"
    if kind == "literal_error":
        return f"should be {detail['ctx']['expected'].replace(chr(39), '')}"
    if kind == "greater_than_equal":
        return f"should be {detail['ctx']['ge']} or more"
    if kind == "string_type" and isinstance(value, dict):
        return "should be one text: put quotes around a text that has a colon in it"
    if kind in ("string_type", "value_error") or kind.startswith("date"):
        return "should be one text and no list"
    return next((meaning for start, meaning in MEANINGS.items() if kind.startswith(start)), NO_MEANING)


def _fields(model, place):
    """Return the names of the fields that may stand at `place` inside a record of `model`."""
    schema = model.model_json_schema()
    node = schema
    for step in place:
        node = _resolve(node, schema)
        node = node.get("properties", {}).get(step) or node.get("items") or node.get("additionalProperties") or {}
    return list(_resolve(node, schema).get("properties", {}))


def _resolve(node, schema):
    """Follow a schema's references to the node that says what may stand there."""
    node = node.get("anyOf", [node])[0]
    reference = node.get("$ref")
    return schema["$defs"][reference.rsplit("/", 1)[1]] if reference else node
