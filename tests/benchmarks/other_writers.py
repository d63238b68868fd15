"""Other writers of calendars, given the same events as JSON: run by a Python that has them (install.sh), and not by ours.

It prints how many events each writes in a second.
"""

import json
import sys
from datetime import UTC, datetime
from statistics import median
from time import process_time
from types import SimpleNamespace

import ics
from yaml2ical.ical import Yaml2IcalCalendar

REPEATS = 5
CHANGED = datetime(2027, 1, 1, tzinfo=UTC)


def by_ics(entries):
    calendar = ics.Calendar()
    for entry in entries:
        event = ics.Event(name=entry["summary"], begin=entry["start"], uid=entry["uid"], description=entry["text"])
        event.make_all_day()
        calendar.events.add(event)
    return calendar.serialize()


def by_yaml2ical(entries):
    """Write them as what it calls a skipped date, the one kind of its events that does not come round for ever."""
    calendar = Yaml2IcalCalendar()
    schedule = SimpleNamespace(location="", chair="", duration=60)
    for entry in entries:
        meeting = SimpleNamespace(project=entry["summary"], description=entry["text"], extras={}, last_update=CHANGED)
        day = SimpleNamespace(date=datetime.fromisoformat(entry["start"]).replace(tzinfo=UTC), date_str=entry["start"], reason=entry["text"])
        calendar.add_schedule(meeting, schedule, day)
    return calendar.to_ical()


def taken(write, entries):
    times = []
    for _ in range(REPEATS):
        start = process_time()
        write(entries)
        times.append(process_time() - start)
    return median(times)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    print(json.dumps({name: round(len(given) / taken(write, given)) for name, write in {"ics": by_ics, "yaml2ical": by_yaml2ical}.items()}))
