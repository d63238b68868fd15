"""Files that are written whole or not at all, by one command at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = ".amend.lock"


class BusyError(Exception):
    """Another command is writing the same project."""


def write_whole(file: Path, text: str) -> None:
    """Write a file so that whatever happens it holds either what it held before or all of `text`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    with beside.open("w", encoding="utf-8") as new:
        new.write(text)
        new.flush()
        os.fsync(new.fileno())
    beside.replace(file)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let no other command of the same project in until this one is done. Raises BusyError where one is at work."""
    with (root / "data" / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        yield
