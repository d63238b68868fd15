"""What programs read of a built site: data.json, its JSON Schema, and who has a part in what by the calendars of roles."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from icalendar import Calendar

WORDS = ("ended", "empty")  # what a calendar says of itself, in place of the month of an entry


def data_of(site: Path) -> dict:
    return json.loads((site / "data.json").read_text(encoding="utf-8"))


def judged(data: Path, schema: Path) -> subprocess.CompletedProcess:
    """Have a program that knows nothing of us judge a file by a JSON Schema."""
    return subprocess.run([sys.executable, "-m", "check_jsonschema", "--schemafile", schema, data], capture_output=True, text=True)


def parts_in_calendars(site: Path) -> set[tuple[str, str]]:
    """Return (role, UID) for each entry of the calendar of each role, but for what a calendar says of itself."""
    folder = site / "calendar" / "roles"
    entries = {(file.stem, str(event["UID"])) for file in folder.glob("*.ics") for event in Calendar.from_ical(file.read_bytes()).events}
    return {(role, uid) for role, uid in entries if not uid.partition("@")[0].endswith(WORDS)}


def parts_in_occurrences(data: dict) -> set[tuple[str, str]]:
    """Return (role, UID) for each role that has a part in an occurrence."""
    return {(role, one["uid"]) for one in data["occurrences"] for roles in one["who"].values() for role in roles}


def parts_in_activities(data: dict) -> set[tuple[str, str, int]]:
    """Return (role, activity, month) for each role that has a part in an activity in a month."""
    placements = [(activity["id"], placement) for activity in data["activities"] for placement in activity["placements"]]
    return {(role, id, placement["month"]) for id, placement in placements for roles in placement["who"].values() for role in roles}


def by_month(parts: Iterable[tuple[str, str]]) -> set[tuple[str, str, int]]:
    """Return (role, activity, month that is meant) for each (role, UID)."""
    named = [(role, *uid.partition("@")[0].split(".")[:2]) for role, uid in parts]
    return {(role, activity, int(slot[5:7])) for role, activity, slot in named}
