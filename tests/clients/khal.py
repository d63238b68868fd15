"""vdirsyncer, which keeps a folder in step with each feed over HTTP, and khal, which shows those folders.

vdirsyncer gives each entry of a feed a UID of its own, made from the entry's content: nobody sees ours, so none is returned.
"""

import json
from datetime import date, timedelta
from pathlib import Path

from .command import run
from .entry import entry

PROGRAMS = Path(__file__).parent / ".venv/bin"
FIELDS = ("calendar", "uid", "start-long-full", "end-long-full", "title", "status", "all-day")
PERIOD = ("2026-01-01", "2032-01-01")

PAIR = """
[pair {name}]
a = "{name}_feed"
b = "{name}_folder"
collections = null

[storage {name}_feed]
type = "http"
url = "{address}"

[storage {name}_folder]
type = "filesystem"
path = "{folder}"
fileext = ".ics"
"""

LOCALE = """
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
longdateformat = %Y-%m-%d
longdatetimeformat = %Y-%m-%dT%H:%M%z
[calendars]
"""


def read(base, feeds, state):
    """Bring the folders in `state` in step with the feeds and return the entries that khal shows, without UIDs."""
    if not (state / "khal.conf").exists():
        _subscribe(base, feeds, state)
    _run(state, "vdirsyncer", "sync")
    found = {feed: [] for feed in feeds}
    for shown in _entries(state):
        found[shown["calendar"]].append(_entry(shown))
    return found


def _subscribe(base, feeds, state):
    vdirsyncer, khal = [f'[general]\nstatus_path = "{state}/status"\n'], [LOCALE]
    for number, feed in enumerate(feeds):
        folder = state / feed
        folder.mkdir(parents=True)
        vdirsyncer.append(PAIR.format(name=f"pair{number}", address=base + feed, folder=folder))
        khal.append(f"[[{feed}]]\npath = {folder}\nreadonly = True\n")
    (state / "vdirsyncer.conf").write_text("".join(vdirsyncer))
    (state / "khal.conf").write_text("".join(khal))
    _run(state, "vdirsyncer", "discover")


def _run(state, program, *arguments):
    own = {"HOME": str(state), "XDG_DATA_HOME": str(state), "XDG_CACHE_HOME": str(state)}
    return run(PROGRAMS / program, "--config", state / f"{program}.conf", *arguments, **own)


def _entries(state):
    """Return each entry once: khal prints one line a day, with the entries of several days on each of their days."""
    days = _run(state, "khal", "list", *PERIOD, *(f"--json={field}" for field in FIELDS)).splitlines()
    shown = [one for day in days for one in json.loads(day)]
    return {(one["calendar"], one["uid"]): one for one in shown}.values()


def _entry(shown):
    start, end = shown["start-long-full"], shown["end-long-full"]
    if shown["all-day"] == "True":
        start = start.partition("T")[0]
        last = date.fromisoformat(end.partition("T")[0])
        end = (last + timedelta(days=1)).isoformat()
    return entry("", start, end, shown["title"], shown["status"])
