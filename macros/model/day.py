"""A day as the data writes it: 2027-01-31, in the digits 0 to 9 and without a time."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_day(value: object) -> date:
    """Return the day that a text says. Raises ValueError for any other text, and for a day that does not exist."""
    if isinstance(value, date):
        return value
    try:
        if WRITTEN.fullmatch(str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass
    raise ValueError(f'"{value}" is not a date. Write a day that exists as year-month-day, such as 2027-01-31.')


Day = Annotated[date, BeforeValidator(parse_day)]
