"""What an author of pages and a writer of programs can ask for, told from the code itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import Parameter, Signature, getdoc, signature

from markupsafe import Markup
from pydantic import BaseModel

from ..model.activity import Activity
from ..model.amendment import Amendment
from ..model.field import model_types
from ..model.glossary import Term
from ..model.kinds import KINDS
from ..model.question import Question


@dataclass(frozen=True)
class FieldInData:
    """A field as data.json has it, with its label and its help; `title` of a document is "documents.title"."""

    name: str
    label: str
    help: str


def macro_calls(macros: Mapping[str, Callable[..., str]]) -> Iterator[tuple[Markup, Markup]]:
    """Yield each macro as a page calls it, and what it shows."""
    for name, macro in macros.items():
        parameters = [given.replace(annotation=Parameter.empty) for given in signature(macro).parameters.values()]
        shows = macro.args[0] if isinstance(macro, partial) else macro  # the kind of record that a shared macro shows
        yield Markup(f"`{name}{Signature(parameters)}`"), Markup((getdoc(shows) or "").partition("\n\n")[0])


def fields_in_data() -> dict[str, list[FieldInData]]:
    """Return the fields of everything that stands in data.json as its record has it, by its name there."""
    kinds = {kind.KIND.folder: kind for kind in KINDS if kind.KIND.has_pages and kind is not Activity}
    models: dict[str, type[BaseModel]] = {**kinds, "amendments": Amendment, "glossary": Term, "questions": Question}
    return {name: list(_fields(model)) for name, model in models.items()}


def _fields(model: type[BaseModel], inside: str = "") -> Iterator[FieldInData]:
    for name, field in model.model_fields.items():
        if not field.exclude:
            yield FieldInData(f"{inside}{name}", str(field.title), str(field.description))
            for inner in model_types(field.annotation):
                yield from _fields(inner, f"{inside}{name}.")
