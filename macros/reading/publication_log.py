"""The record of what was published, read from its file."""

import json
from pathlib import Path

from pydantic import ValidationError

from ..history.published import FILE, Published
from ..model.problem import DataError, Problem
from .yaml_file import parse_yaml

DAMAGED = "this record is written by make amend and never by hand, and it is damaged here: take the last good one from git."


def read_published(root: Path) -> Published:
    """Return what was published before, or an empty record for an edition that never was. Raises DataError if damaged."""
    try:
        text = (root / FILE).read_text(encoding="utf-8")
        return Published.model_validate(json.loads(text))
    except (FileNotFoundError, NotADirectoryError):
        return Published()
    except (IsADirectoryError, UnicodeDecodeError, RecursionError):
        raise DataError([Problem(FILE, 1, DAMAGED)]) from None
    except json.JSONDecodeError as error:
        raise DataError([Problem(FILE, error.lineno, DAMAGED)]) from None
    except ValidationError as error:
        file = parse_yaml(text, FILE)  # JSON is YAML, which knows its lines
        raise DataError([file.problem(detail["loc"], DAMAGED) for detail in error.errors()]) from None
