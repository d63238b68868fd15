"""From the months of the framework to days in a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holidays import country_holidays

from .model import Framework, Month
from .timeline import Placement, of_activity

SATURDAY = 5
BANK_HOLIDAYS = country_holidays("GB", subdiv="ENG", language="en_GB")


@dataclass(frozen=True)
class Occurrence:
    """A placement in one year. `slot` is the period meant, "2027-01": it never changes, whatever the day becomes."""

    placement: Placement
    slot: str
    day: date


def occurrences(framework: Framework) -> list[Occurrence]:
    """Return every occurrence within the horizon of the calendar, by day and then in the order of the data."""
    found = [
        Occurrence(placement, f"{year}-{month:02}", first_working_day(year, month))
        for activity in framework.activities
        for placement in of_activity(framework, activity)
        for year, month in months_ahead(framework)
        if month == placement.month
    ]
    return sorted(found, key=lambda occurrence: occurrence.day)


def months_ahead(framework: Framework) -> Iterator[tuple[int, Month]]:
    """Yield (year, month) for each month whose first working day lies within the horizon."""
    horizon = framework.calendar
    for year in range(horizon.from_.year, horizon.to.year + 1):
        for month in Month:
            if horizon.from_ <= first_working_day(year, month) <= horizon.to:
                yield year, month


def first_working_day(year: int, month: Month) -> date:
    """Return the first day of the month that is no Saturday, Sunday or bank holiday in England."""
    day = date(year, month, 1)
    while day.weekday() >= SATURDAY or day in BANK_HOLIDAYS:
        day += timedelta(days=1)
    return day
