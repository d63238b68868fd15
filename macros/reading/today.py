"""The day in London, whatever the machine's own time zone; or the day that somebody asks for."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_of_build(environment: Mapping[str, str]) -> date:
    """Return the day that ON= asks for (year-month-day), else today in London. Raises ValueError for what is no day."""
    return date.fromisoformat(environment["ON"]) if environment.get("ON") else datetime.now(LONDON).date()
