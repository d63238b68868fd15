"""The file of a record, or of a page: its fields, and what stands below them."""

from pathlib import Path
from typing import Any

from ..model.front_matter import front_matter_of
from ..reading.canonical import as_yaml, data_of
from .whole_file import write_whole


def fields_of(text: str) -> dict[str, Any]:
    """Return the fields of a record, or of the front matter of a page, in the order in which they stand."""
    front = front_matter_of(text)
    fields: dict[str, Any] = data_of(text if front is None else front)
    return fields


def write_fields(file: Path, fields: dict[str, Any], body: str | None = None) -> None:
    """Write the file of a record, or of a page with its body."""
    write_whole(file, as_yaml(fields) if body is None else f"---\n{as_yaml(fields)}---{body}")
