"""The day in London, whatever the machine's own time zone; or the day that somebody asks for."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..model.day import parse_day

LONDON = ZoneInfo("Europe/London")


def day_of_build(environment: Mapping[str, str]) -> date:
    """Return the day that ON= asks for, else today in London. Ends the program with a sentence where ON says no day."""
    if not environment.get("ON"):
        return datetime.now(LONDON).date()
    try:
        return parse_day(environment["ON"])
    except ValueError as error:
        raise SystemExit(f"ON={environment['ON']}: {error}") from None
