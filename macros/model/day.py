"""A day as the data writes it: 2027-01-31, in the digits 0 to 9 and without a time."""

import re
from datetime import date

from .limits import FIRST_DAY, LAST_DAY

WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_day(value: object) -> date:
    """Return the day that a text says. Raises ValueError for any other text, and for a day that does not exist."""
    if isinstance(value, date):
        return value
    try:
        day = date.fromisoformat(str(value)) if WRITTEN.fullmatch(str(value)) else None
    except ValueError:
        day = None
    if day and not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"{day} is too far away: write a day from {FIRST_DAY} to {LAST_DAY}.")
    if day:
        return day
    raise ValueError(f'"{value}" is not a date. Write a day that exists as year-month-day, such as 2027-01-31.')
