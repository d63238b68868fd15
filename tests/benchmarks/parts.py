"""What parts of the work cost alone: reading and checking, the calendars, other writers of the same events, the floor, an edit."""

import re
import subprocess
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from statistics import median
from time import monotonic, process_time, sleep
from urllib.request import urlopen

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from macros.calendars.icalendar import Writer

from ..copies import site_in
from .builders import environment_of

PORT = 8917
REPEATS = 5
CHECK = "from datetime import date; from pathlib import Path; from macros.reading.load import load; load(Path('.'), date.fromisoformat('{day}'))"
FEEDS = CHECK.replace("; load(", "; from macros.site import Site; [feed.content for feed in Site(load(") + ", 'https://standards.example/').feeds.values()]"
FLOOR = ("empty", "import mkdocs.__main__, mkdocs.commands.build, mkdocs_macros.plugin, macros.reading.load, macros.site")


def parts_of(council: Path) -> dict:
    """Return the seconds that each part takes, each the median of several processes or runs."""
    day = environment_of(council)["ON"]
    return {
        "check": cpu(council, CHECK.format(day=day)), "feeds": cpu(council, FEEDS.format(day=day)),
        "interpreter": cpu(council, "pass"), "imports": cpu(council, FLOOR[1]),
        "events a second": events_a_second(council), "an edit is seen after": seen_after(council),
    }


def cpu(council: Path, program: str) -> float:
    """Return the seconds of CPU of a program in a process of its own."""
    program = f"{program}\nimport resource; used = resource.getrusage(resource.RUSAGE_SELF); print(used.ru_utime + used.ru_stime)"
    runs = [subprocess.run([sys.executable, "-c", program], cwd=council, capture_output=True, text=True, check=True).stdout for _ in range(REPEATS)]
    return round(median(map(float, runs)), 3)


def events_a_second(council: Path) -> dict:
    """Return how many events of the calendar of all activities each writer writes in a second, and what all calendars take beside it."""
    feeds = site_in(council).feeds
    largest = max(feeds.values(), key=lambda feed: len(feed.entries))
    writers = {"ours": _ours, "ical": _ical, "by hand": _by_hand}
    figures = {name: round(len(largest.entries) / taken(lambda write=write: write(largest))) for name, write in writers.items()}
    return figures | {"all feeds beside the largest": round(taken(lambda: _all(council)) / taken(lambda: _largest(council)), 2)}


def taken(work) -> float:
    times = []
    for _ in range(REPEATS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times)


def _all(council):
    writer = Writer("https://standards.example/")
    for feed in _feeds(council).values():
        b"".join(map(writer.vevent, feed.entries))


def _largest(council):
    writer = Writer("https://standards.example/")
    b"".join(map(writer.vevent, max(_feeds(council).values(), key=lambda feed: len(feed.entries)).entries))


_known: dict = {}


def _feeds(council):
    return _known.setdefault(council, site_in(council).feeds)


def _ours(feed):
    writer = Writer("https://standards.example/")
    return b"".join(map(writer.vevent, feed.entries))


def _ical(feed):
    calendar = Calendar()
    for entry in feed.entries:
        calendar.events.append(Event(uid=entry.uid, summary=entry.summary, description=entry.text, start=entry.start, end=entry.end))
    return IcsCalendarStream.calendar_to_ics(calendar)


def _by_hand(feed):
    return "".join(_folded(line) for entry in feed.entries for line in _lines(entry))


def _lines(entry):
    stamp = datetime.combine(entry.changed, time(), UTC).strftime("%Y%m%dT%H%M%SZ")
    yield from ("BEGIN:VEVENT", f"UID:{entry.uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{entry.sequence}")
    yield from (f"DTSTART;VALUE=DATE:{entry.start:%Y%m%d}", f"DTEND;VALUE=DATE:{entry.end:%Y%m%d}")
    yield from (f"SUMMARY:{_escaped(entry.summary)}", f"DESCRIPTION:{_escaped(entry.text)}", "END:VEVENT")


def _escaped(text):
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line):
    return "\r\n ".join(line[n:n + 70] for n in range(0, len(line), 70)) + "\r\n"


def seen_after(council: Path) -> float | None:
    """Return the seconds from saving a page to its new words on the page that `make serve` shows; None where the server does not answer."""
    command = [sys.executable, "-m", "mkdocs", "-q", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen(command, cwd=council, env=environment_of(council), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not _shows("Practice", 60):
            return None
        _mark(council)
        start = monotonic()
        return round(monotonic() - start, 2) if _shows("Seen again.", 60) else None
    finally:
        server.terminate()
        server.wait()


def _mark(council: Path):
    page = council / "docs" / "about" / "privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nSeen again.\n", encoding="utf-8")


def _shows(words: str, longest: float) -> bool:
    end = monotonic() + longest
    while monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/about/privacy/") as page:
                if words in page.read().decode():
                    return True
        except OSError:
            pass
        sleep(0.02)
    return False
