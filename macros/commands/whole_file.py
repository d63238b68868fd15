"""Files that are written whole or not at all, by one command at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BESIDE = ".{name}.new"  # where a file is written before it takes its place; a killed command may leave one

AT_ONCE = fcntl.LOCK_EX | fcntl.LOCK_NB  # or not at all


class BusyError(Exception):
    """Another command is writing the same project."""


def write_whole(file: Path, text: str) -> None:
    """Write a file so that whatever happens it holds either what it held before or all of `text`. Raises OSError with its name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(BESIDE.format(name=file.name))
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)
    except OSError as error:
        error.filename = str(file)  # what is full or gone does not say so
        raise
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let no other command write what lies in a folder until this one is done. Raises BusyError where one is at work."""
    with locked(folder, AT_ONCE):
        for left in folder.rglob(BESIDE.format(name="*")):
            left.unlink()
        yield


@contextmanager
def locked(folder: Path, how: int = fcntl.LOCK_EX) -> Iterator[int]:
    """Lock a folder itself, which leaves no file behind, and yield what holds the lock. Raises BusyError where it is not to wait."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, how)
        yield lock
    except BlockingIOError:
        raise BusyError from None
    finally:
        os.close(lock)
