"""Write the file of a record, or of a page."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..history.tracked import Statement
from ..reading.record_text import saying, text_of
from ..reading.yaml_file import read_text
from .whole_file import write_whole


def write_fields(file: Path, fields: Mapping[str, Any], body: str | None = None) -> None:
    """Write the file of a record, or of a page with its body."""
    write_whole(file, text_of(fields, body))


def let_say(root: Path, statement: Statement, says: Mapping[str, Any], starts: date | None = None) -> None:
    """Let the file of a statement say something else, from another first day if one is given. Every other line stays as it is."""
    write_whole(root / statement.file, saying(read_text(root, statement.file), statement.says, says, starts))
