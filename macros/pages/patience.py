"""An end to the reading of one page: there is text that takes Markdown hours, such as a "<" ten thousand times over."""

import signal
from types import FrameType

from ..model.limits import LONGEST_READING

HAS_TIMER = hasattr(signal, "setitimer")  # Windows has none


def begin() -> None:
    """Give a page its time, counted while the processor works on it. Raises TimeoutError wherever the work is when that is over."""
    if HAS_TIMER:
        signal.signal(signal.SIGVTALRM, _end_it)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_READING)


def end() -> None:
    """Wait for that page no longer: it is read."""
    if HAS_TIMER:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _end_it(sign: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"it took more than {LONGEST_READING} seconds")
