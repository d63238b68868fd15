"""The name of a file, as a message gives it."""

import os
from pathlib import Path


def shown(root: Path, path: Path) -> str:
    """Return the path of a file inside the project. A character that is not UTF-8 is shown as a question mark in a box."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")


def is_utf8(name: str) -> bool:
    """True for a name that can be written down everywhere; a file that another computer named may have another."""
    return not any("\ud800" <= character <= "\udfff" for character in name)
