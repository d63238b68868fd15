"""Which days people work: Mondays to Fridays but for the bank holidays of England, known without a network."""

from datetime import date, timedelta
from pathlib import Path
from runpy import run_path

import holidays

from ..model.day_rule import WEEKDAYS

SATURDAY = 5
# One file of the library: to import it would bring those of every other country, which takes longer than to read all of data/.
UNITED_KINGDOM = Path(holidays.__file__).parent / "countries" / "united_kingdom.py"
BANK_HOLIDAYS: holidays.HolidayBase = run_path(str(UNITED_KINGDOM))["UnitedKingdom"](subdiv="ENG", language="en_GB")


def is_working_day(day: date) -> bool:
    """True on a Monday to Friday that is no bank holiday."""
    return not day_off(day)


def day_off(day: date) -> str:
    """Return why people do not work on a day, such as "a Sunday"; "" for a working day."""
    if day in BANK_HOLIDAYS:
        return f"a bank holiday, {BANK_HOLIDAYS[day]}"
    return "" if day.weekday() < SATURDAY else f"a {WEEKDAYS[day.weekday()]}"


def working_day_from(day: date, step: int) -> date:
    """Return `day` if people work then, else the nearest working day after it (step 1) or before it (step -1)."""
    while not is_working_day(day):
        day += timedelta(days=step)
    return day


def first_working_day(year: int, month: int) -> date:
    """Return the first working day of a month."""
    return working_day_from(date(year, month, 1), 1)
