"""Move each reason out of what it explains into an amendment of its own."""

from pathlib import Path

from ..history.history import History
from ..model.amendment import Amendment
from ..model.form import fields_in_form
from ..reading.canonical import as_yaml
from ..reading.load import load
from ..reading.record_text import without
from ..reading.yaml_file import read_text
from .say import say
from .whole_file import write_whole


def write_down(root: Path, history: History) -> History:
    """Write an amendment for each reason, and take the reason out of its file. Returns the history as it then is.

    The amendment is written first: a reason that then stands in both is known for the same one.
    """
    for id, places in history.places.items():
        amendment, names = history.amendment[id], [name for name, _ in places]
        file = _write(root, amendment)
        for name in names:
            write_whole(root / name, without(read_text(root, name), "change"))
        say(f"The reason in {' and '.join(names)} is now in {file}: {' '.join(amendment.what.split())}")
    return load(root, history.day) if history.places else history


def _write(root: Path, amendment: Amendment) -> str:
    """Write the file of an amendment, and return its name."""
    file = f"data/{amendment.concern}.yml"
    says = amendment.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    in_order = {name: says[name] for name in fields_in_form(Amendment) if name in says}
    write_whole(root / file, as_yaml(in_order))
    return file
