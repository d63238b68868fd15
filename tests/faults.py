"""What can happen to a program while it writes: it is killed at some step, or the disk is full."""

import os
import resource
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR
KILLED = -signal.SIGKILL


def in_a_process(run: Callable[[], object]) -> int:
    """Run a function in a process of its own; returns its exit status, or minus the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(started(run), 0)[1])


def started(run: Callable[[], object]) -> int:
    """Start a function in a process of its own, which says nothing; returns the number of the process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the child does not use
        child = os.fork()
    if child == 0:
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115  # it ends with the process
        try:
            os._exit(int(run() or 0))
        except BaseException:
            os._exit(99)
    return child


def killed_before_step(number: int, folder: Path, run: Callable[[], object]) -> int:
    """Run a function in a process that is killed before it does its nth step (1 is the first) to the files in a folder.

    A step opens a file to write it, sends it to the disk, renames or deletes one. Returns what `in_a_process` does.
    """
    left, synchronised = number, os.fsync

    def step():
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def on_event(event, arguments):
        is_step = event in ("os.rename", "os.remove", "os.mkdir") or (event == "open" and (arguments[2] or 0) & WRITING)
        if is_step and str(arguments[0]).startswith(str(folder)):
            step()

    def fsync(descriptor):
        step()
        synchronised(descriptor)

    def watched():
        sys.addaudithook(on_event)
        os.fsync = fsync
        return run()

    return in_a_process(watched)


def with_files_up_to(size: int, run: Callable[[], object], when_full=signal.SIG_IGN) -> int:
    """Run a function in a process that can write no more than some bytes to one file.

    It is then told so, as on a full disk, or with SIG_DFL killed in the middle of the file. Returns what `in_a_process` does.
    """
    def limited():
        signal.signal(signal.SIGXFSZ, when_full)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return run()

    return in_a_process(limited)
