"""The Python package `ical`, which Home Assistant reads calendars with: see parser.py for what this prints."""

import json
import sys
from pathlib import Path

from ical.calendar_stream import IcsCalendarStream

for file in sys.argv[1:]:
    for event in IcsCalendarStream.calendar_from_ics(Path(file).read_bytes().decode()).events:
        status = event.status.value if event.status else ""
        print(json.dumps([file, event.uid, event.dtstart.isoformat(), event.dtend.isoformat(), event.summary, status]))
