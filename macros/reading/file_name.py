"""The name of a file, as a message gives it."""

import os
from pathlib import Path

FORBIDDEN = {*'"<>|?*:#%\\'}


def shown(root: Path, path: Path) -> str:
    """Return the path of a file inside the project. A character that is not UTF-8, or cannot be seen, is a question mark in a box."""
    name = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def is_utf8(name: str) -> bool:
    """True for a name that can be written down everywhere; a file that another computer named may have another."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def is_plain(name: str) -> bool:
    """True for a name that can stand in an address and on every computer."""
    return is_utf8(name) and name.isprintable() and not FORBIDDEN & {*name}
