"""Every field of a record is shown where it says it is: a field that nothing shows is a mistake, and would be lost without a word."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model.field import FACTS, NO_FILE, OWN_TEMPLATE, models_in, place_of
from ..model.kinds import KINDS, SINGLE
from ..model.page import Standard
from ..model.problem import Problem
from ..model.record import FileRecord
from .render import TEMPLATES

CODE = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
NAMES = (re.compile(r"\.(\w+)"), re.compile(r'"(\w[\w :]*)"'))
FOLDERS = (TEMPLATES.parent.parent, TEMPLATES.parent, TEMPLATES)


def check_places(skeleton: Path) -> Iterator[Problem]:
    """Yield a problem for each kind of record without a template and each field that nothing shows.

    `skeleton` is the folder of the templates of the site's skeleton.
    """
    names_at: dict[str, set[str]] = {}
    for kind in KINDS:
        if kind.KIND.has_pages and not (TEMPLATES / kind.KIND.template).is_file():
            yield Problem(_module(kind), 1, f"macros/pages/templates/{kind.KIND.template} is missing: it shows a {kind.__name__}.")
    for model in _models():
        for name, field in model.model_fields.items():
            where = _place(model, field)
            if where and where not in NO_FILE and where not in names_at:
                names_at[where] = _names_in(where, skeleton)
            if message := _message(name, where, names_at):
                yield Problem(_module(model), 1, f"the field {model.__name__}.{name} {message}")


def _models() -> list[type[BaseModel]]:
    """Return every model that stands in a file, the outermost first."""
    outer: list[type[BaseModel]] = [*KINDS, *SINGLE.values(), Standard]
    return list(dict.fromkeys(model for file in outer for model in (file, *models_in(file))))


def _module(model: type[BaseModel]) -> str:
    return model.__module__.replace(".", "/") + ".py"


def _place(model: type[BaseModel], field: FieldInfo) -> str:
    where = place_of(field)
    return model.KIND.template if where == OWN_TEMPLATE and issubclass(model, FileRecord) else where


def _message(name: str, where: str, names_at: dict[str, set[str]]) -> str:
    if not where:
        return "does not say where a page shows it: give it a place."
    if where in NO_FILE or names_at[where] & {name, name.rstrip("_")} or (where.startswith(FACTS) and where in names_at[where]):
        return ""
    return f"is lost: {where} should show it, and does not."


def _names_in(where: str, skeleton: Path) -> set[str]:
    """Return every name that a template or a module of macros/pages/ speaks of; of a list of facts, what the templates do."""
    if where.startswith(FACTS):
        return set().union(*map(_names_spoken_of, TEMPLATES.glob("*.md")))
    files = [folder / where for folder in (*FOLDERS, skeleton) if (folder / where).is_file()]
    return set().union(*map(_names_spoken_of, files))


@cache  # for the one build that this module lives for
def _names_spoken_of(file: Path) -> set[str]:
    """Return the names that stand after a dot or in quotes, of a template between braces. To parse the files once more would be slow."""
    text = file.read_text(encoding="utf-8")
    code = text if file.suffix == ".py" else " ".join(CODE.findall(text))
    return {name for names in NAMES for name in names.findall(code)}
