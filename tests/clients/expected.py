"""What every calendar should show, worked out from /data.json and not from the calendars."""

import json
from calendar import month_name
from collections import defaultdict
from datetime import date, timedelta

from macros.reading.load import load
from macros.schedule.timeline import of_activity

from .entry import entry


def expected(project, site):
    """Return {path of the feed: entries}, sorted, for a built site and the project that it was built from."""
    data = json.loads((site / "data.json").read_text(encoding="utf-8"))
    panels = {activity["id"]: activity["panel"] for activity in data["activities"]}
    involved = _involved(project)
    feeds = defaultdict(list)
    for occurrence in data["occurrences"]:
        activity, month = occurrence["activity"], int(occurrence["slot"][-2:])
        shown = _entry(occurrence)
        feeds["calendar/activities.ics"].append(shown)
        if _is_dated(occurrence):
            feeds["calendar/qa.ics"].append(shown)
        if panels[activity] != activity:
            feeds[f"calendar/activities/{activity}.ics"].append(shown)
        if panels[activity]:
            feeds[f"calendar/panels/{panels[activity]}.ics"].append(shown)
        for role in involved[activity, month]:
            feeds[f"calendar/roles/{role}.ics"].append(shown)
    feeds["calendar/qa.ics"] += _digests(data["occurrences"])
    domain = data["occurrences"][0]["uid"].partition("@")[2]
    feeds["calendar/reviews.ics"] += [_review(standard, domain) for standard in data["standards"] if standard["review_by"]]
    for activity, day in json.loads((project / "data/published.json").read_text(encoding="utf-8"))["retired"].items():
        feeds[f"calendar/activities/{activity}.ics"].append(_ended(activity, day, domain))
    return {feed: sorted(entries) for feed, entries in feeds.items()}


def _entry(occurrence):
    status = "CANCELLED" if occurrence["cancelled"] else ""
    return entry(occurrence["uid"], occurrence["start"], occurrence["end"], occurrence["summary"], status)


def _ended(activity, day, domain):
    """Return the one entry that is left of an activity that ended."""
    return entry(f"{activity}.ended@{domain}", day, _day_after(day), "This calendar has ended", "")


def _review(standard, domain):
    """Return the entry of the next review of a standard."""
    day, round_ = standard["review_by"], standard["last_reviewed"] or "first"
    return entry(f"review-{standard['id']}.{round_}@{domain}", day, _day_after(day), f"Review due: {standard['title']}", "")


def _day_after(day):
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _is_dated(occurrence):
    return occurrence["precision"] in ("rule", "date")


def _digests(occurrences):
    """Return the one entry for each month that lists what has no date."""
    first = {}
    for occurrence in occurrences:
        if not _is_dated(occurrence):
            first.setdefault(occurrence["slot"], occurrence)
    for slot, occurrence in first.items():
        domain = occurrence["uid"].partition("@")[2]
        summary = f"Quality assurance in {month_name[int(slot[-2:])]} (dates to be set)"
        yield entry(f"digest.{slot}@{domain}", occurrence["start"], occurrence["end"], summary, "")


def _involved(project):
    """Return the roles by (activity, month): data.json has them by activity alone."""
    framework = load(project).framework
    return {
        (activity.id, placement.month): {role for roles in placement.involved.values() for role in roles}
        for activity in framework.activities
        for placement in of_activity(framework, activity)
    }
