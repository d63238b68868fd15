"""The facts of a record as a list of labels and values, made from what its fields say of themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from ..history.fold import Version
from ..history.provenance import Provenance
from ..model.base import Record
from ..model.document import Document
from ..model.field import joined_to, name_while_missing, place_of, refers_to
from ..model.framework import Framework
from .render import comma_separated, day, document, escape_markdown, link


@dataclass(frozen=True)
class Fact:
    """A label with one value, or with several as points; `decided` is the version that decided it, if an amendment did."""

    label: str
    value: Markup
    points: tuple[Markup, ...] = ()
    decided: Version | None = None


def facts_of(framework: Framework, record: Record, provenance: Provenance, where: str) -> Iterator[Fact]:
    """Yield the facts of a record that belong to a list such as "facts: terms", but for those that are not known.

    Names are links, separated by commas; other lists, and names behind which words are joined, are points.
    """
    for name, field in type(record).model_fields.items():
        if place_of(field) != where or joined_to(field):
            continue
        kind, joining = refers_to(field), _joining(record, name)
        values = [_shown(framework, kind, value) for value in _values(record, name)]
        values += [escape_markdown(value) for other in joining for value in _values(record, other)]
        label, is_list = str(field.title), isinstance(getattr(record, name), tuple)
        decided = provenance.decision_on(name, *joining)
        if values and is_list and (joining or not kind):
            yield Fact(label, Markup(), tuple(values), decided)
        elif values:
            yield Fact(label, comma_separated(values), decided=decided)


def missing_facts(record: Record) -> list[str]:
    """Return the names of what is not known of a record and should be."""
    return [
        name_while_missing(field) for name, field in type(record).model_fields.items()
        if name_while_missing(field) and not any(_values(record, other) for other in (name, *_joining(record, name)))
    ]


def _joining(record: Record, name: str) -> list[str]:
    """Return the fields that are shown behind the items of another."""
    return [other for other, field in type(record).model_fields.items() if joined_to(field) == name]


def _values(record: Record, name: str) -> tuple[Any, ...]:
    """Return what a field holds, one thing or several; nothing where it is not known."""
    value = getattr(record, name)
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def _shown(framework: Framework, kind: str | None, value: Any) -> Markup:
    if isinstance(value, Document):
        return document(value, framework.documents)
    if isinstance(value, date):
        return Markup(day(value))
    return link(framework.named(kind, value)) if kind else escape_markdown(value)
