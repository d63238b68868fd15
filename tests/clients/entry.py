"""An entry of a calendar, written in one way whichever program tells it."""

from datetime import UTC, date, datetime
from typing import NamedTuple


class Entry(NamedTuple):
    """What a calendar program shows; `end` is the first moment after it, and `status` is "" where there is none."""

    uid: str
    start: str
    end: str
    summary: str
    status: str


def entry(uid, start, end, summary, status):
    """Return the Entry of what a program tells: its days and times in any form of ISO 8601."""
    return Entry(uid, _moment(start), _moment(end), summary, status)


def _moment(text):
    """Return a day as 2027-01-12, and a time in UTC as 2027-01-12T10:00:00+00:00."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"{text} would be another moment in another time zone")
    return time.astimezone(UTC).isoformat()
