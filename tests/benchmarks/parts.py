"""What parts of the work cost alone: reading and checking, the calendars, other writers of the same events, the floor, an edit."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic, process_time, sleep
from urllib.request import urlopen

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from macros.calendars.feeds import Feed
from macros.calendars.icalendar import Writer

from ..copies import ADDRESS, site_in, write
from .builders import SETTINGS, environment_of

PORT = 8917
REPEATS = 5
CHECK = "from datetime import date; from pathlib import Path; from macros.reading.load import load; load(Path('.'), date.fromisoformat('{day}'))"
FEEDS = CHECK.replace("; load(", "; from macros.site import Site; [feed.content for feed in Site(load(") + ", 'https://standards.example/').feeds.values()]"
IMPORTS = "import mkdocs.__main__, mkdocs.commands.build, mkdocs_macros.plugin, macros.reading.load, macros.site"
ONE_PAGE = "from mkdocs.__main__ import cli; cli(['-q', 'build'], standalone_mode=False)"
HERE = Path(__file__).parent
OTHERS, WRITERS = HERE / ".venv/bin/python", HERE / "other_writers.py"  # what install.sh makes


def parts_of(council: Path) -> dict:
    """Return the seconds that each part takes, each the median of several processes or runs."""
    day = environment_of(council)["ON"]
    return {
        "check, seconds": cpu(council, CHECK.format(day=day)), "check and calendars, seconds": cpu(council, FEEDS.format(day=day)),
        "interpreter, seconds": cpu(council, "pass"), "and all modules, seconds": cpu(council, IMPORTS),
        "one page of plain Material, seconds": one_page(council.with_name("one-page")),
        "events a second": events_a_second(council),
        "all calendars, times one of all entries": all_beside_one(council), "an edit is seen after, seconds": seen_after(council),
    }


def cpu(council: Path, program: str) -> float:
    """Return the seconds of CPU of a program in a process of its own."""
    program = f"{program}\nimport resource; used = resource.getrusage(resource.RUSAGE_SELF); print(used.ru_utime + used.ru_stime)"
    runs = [subprocess.run([sys.executable, "-c", program], cwd=council, capture_output=True, text=True, check=True).stdout for _ in range(REPEATS)]
    return round(median(map(float, runs)), 3)


def one_page(folder: Path) -> float:
    """Return the seconds of CPU for a site of one page, which has the theme, its configuration and its search."""
    write(folder, "mkdocs.yml", SETTINGS.format(address=ADDRESS, glossary={}))
    write(folder, "docs/index.md", "# A page\n")
    return cpu(folder, ONE_PAGE)


def events_a_second(council: Path) -> dict:
    """Return how many events each writer writes in a second: those of the calendar that holds most."""
    largest = max(site_in(council).feeds.values(), key=lambda feed: len(feed.entries))
    figures = {name: round(len(largest.entries) / taken(partial(write, largest))) for name, write in OURS.items()}
    return figures | (_of_others(largest) if OTHERS.exists() else {})


def _of_others(feed: Feed) -> dict:
    """Return the same of writers that are packages of their own, as a Python that has them measures it."""
    entries = [{"uid": one.uid, "summary": one.summary, "text": one.text, "start": f"{one.start:%Y-%m-%d}"} for one in feed.entries]
    done = subprocess.run([OTHERS, WRITERS], input=json.dumps(entries), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def all_beside_one(council: Path) -> float:
    """Return how much longer it takes to write all calendars than one that would hold each of their entries once.

    No calendar holds them all, so that the largest alone is no measure: what this shows is what it costs that an entry stands in many.
    """
    feeds = site_in(council).feeds.values()
    entries = {entry.uid: entry for feed in feeds for entry in feed.entries}
    one = replace(next(iter(feeds)), entries=tuple(entries.values()))

    def every():
        writer = Writer(ADDRESS)
        return [replace(feed, writer=writer).content for feed in feeds]

    return round(taken(every) / taken(lambda: replace(one, writer=Writer(ADDRESS)).content), 2)


def taken(work) -> float:
    times = []
    for _ in range(REPEATS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times)


def _ours(feed):
    return replace(feed, writer=Writer(ADDRESS)).content


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


OURS = {"ours": _ours, "ical": _ical, "by hand": _by_hand}


def seen_after(council: Path) -> float | None:
    """Return the seconds from saving a page to its new words on the page that `make serve` shows; None where the server does not answer."""
    command = [sys.executable, "-m", "macros.commands.serve", "--port", str(PORT)]
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
