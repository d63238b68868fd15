"""What a field of a record says of itself: its label, help for whoever fills it in, what it refers to, where it is shown.

Loading, the check of references, terms of reference, the list of what is missing and the description of `data.json` all
read it from here, so that each of these facts stands once: on the field.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, Field
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo

OWN_TEMPLATE = "the template of its kind"
# Where a field has its effect, if no file shows it.
HEADING = "the heading of its page"
ORDER = "the order of lists"
SEARCH = "the search"
BUILD = "how the site is built"
NO_FILE = (HEADING, ORDER, SEARCH, BUILD)
ID_HELP = "A short name that never changes: addresses and calendars hang on it."
FACTS = "facts: "  # starts the name of a list of facts
OF_PAGES = ("place", "missing", "joins")  # what a field says of pages: a JSON Schema leaves it out


@dataclass(frozen=True)
class RefersTo:
    """Marks a text that names something by its id: a role, a panel, a section, a page …"""

    kind: str


def described(label: str, help_text: str, default: Any = ..., *, place: str, missing: str = "", joins: str = "", **limits: Any) -> Any:
    """Return a pydantic field that describes itself.

    `place` is where a page shows it: OWN_TEMPLATE; another template, or a module of `macros/`, that does so; a list of facts, such
    as "facts: terms"; or one of NO_FILE. `missing` is what the quality assurance lead's desk calls it while it is not known; ""
    asks nobody for it.
    `joins` names the field of the same record behind whose items this one is shown.
    """
    extra: JsonDict = dict(zip(OF_PAGES, (place, missing, joins), strict=True))
    return Field(default, title=label, description=help_text, json_schema_extra=extra, **limits)


def place_of(field: FieldInfo) -> str:
    """Return where a page shows a field, "" for one that does not describe itself."""
    return _extra(field, "place")


def name_while_missing(field: FieldInfo) -> str:
    """Return what a field is called in a list of what is not known."""
    return _extra(field, "missing")


def joined_to(field: FieldInfo) -> str:
    """Return the name of the field behind whose items this one is shown."""
    return _extra(field, "joins")


def _extra(field: FieldInfo, name: str) -> str:
    extra = field.json_schema_extra
    return str(extra.get(name, "")) if isinstance(extra, dict) else ""


def refers_to(field: FieldInfo) -> str | None:
    """Return the kind of thing that a field names by its id, alone or in a list; None where it names nothing."""
    markers = [marker for marker in metadata_of(field) if isinstance(marker, RefersTo)]
    return markers[0].kind if markers else None


def metadata_of(field: FieldInfo) -> Iterator[Any]:
    """Yield what a field says of its values beside their type, and what it says of those inside a list."""
    return _metadata(field.annotation, field.metadata)


@cache
def references_in(model: type[BaseModel]) -> Mapping[str, str]:
    """Return what each field of a model and of the models inside it refers to, by the name of the field."""
    kinds: dict[str, str] = {}
    for inner in (model, *models_in(model)):
        for name, field in inner.model_fields.items():
            if kind := refers_to(field):
                kinds[name] = kind
    return kinds


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the models that stand in the fields of a model, at any depth."""
    for field in model.model_fields.values():
        for inner in model_types(field.annotation):
            yield inner
            yield from models_in(inner)


def model_types(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield every model that an annotation mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from model_types(argument)


def _metadata(annotation: Any, metadata: Iterable[Any]) -> Iterator[Any]:
    yield from metadata
    for argument in get_args(annotation):
        yield from getattr(argument, "__metadata__", ())
        yield from _metadata(argument, ())
