"""Move each reason out of what it explains into an amendment of its own."""

from pathlib import Path

from ..history.history import History
from ..model.amendment import Amendment
from ..model.form import fields_in_form
from ..model.front_matter import body_of, front_matter_of
from ..reading.canonical import as_yaml
from ..reading.load import load
from ..reading.yaml_file import read_text
from .record_file import fields_of, write_fields
from .whole_file import write_whole


def write_down(root: Path, history: History) -> History:
    """Write an amendment for each reason, and take the reason out of its file. Returns the history as it then is.

    The amendment is written first: a reason that then stands in both is known for the same one.
    """
    for id, places in history.places.items():
        _write(root, history.amendment[id])
        for name, _ in places:
            _take_out(root, name)
    return load(root, history.day) if history.places else history


def _write(root: Path, amendment: Amendment) -> None:
    says = amendment.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    in_order = {name: says[name] for name in fields_in_form(Amendment) if name in says}
    write_whole(root / f"data/{amendment.concern}.yml", as_yaml(in_order))


def _take_out(root: Path, name: str) -> None:
    text = read_text(root, name)
    fields = {field: value for field, value in fields_of(text).items() if field != "change"}
    write_fields(root / name, fields, None if front_matter_of(text) is None else body_of(text))
