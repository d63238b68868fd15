"""The fields of a file in the order in which a form asks for them, and in which `make tidy` writes them."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .page import Page
from .record import FileRecord

FIRST = ("starts", "title", "date", "kind", "concerns", "group", "position")  # which file this is, and where it stands
LAST = ("keywords", "source", "formerly", "ended", "change")  # what is said of it, beside what it says
# What the place of a file says, and what stands below the front matter of a page.
FROM_ITS_PLACE: dict[type[BaseModel], set[str]] = {FileRecord: {"id"}, Page: {"id", "page", "file", "text"}}


def fields_in_form(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields that a file holds, by the names that they have there."""
    fields = model.model_fields
    left_out = next((names for kind, names in FROM_ITS_PLACE.items() if issubclass(model, kind)), None)
    if left_out is None:
        return {field.alias or name: field for name, field in fields.items()}
    return {fields[name].alias or name: fields[name] for name in sorted(fields, key=_place) if name not in left_out}


def _place(name: str) -> int:
    if name in FIRST:
        return FIRST.index(name) - len(FIRST)
    return LAST.index(name) + 1 if name in LAST else 0
