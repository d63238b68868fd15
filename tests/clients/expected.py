"""What every calendar should show, worked out from /data.json and not from the calendars."""

import json
from calendar import month_name
from collections import defaultdict
from datetime import date, timedelta

from macros.model import address

from ..copies import history_of
from .entry import entry


def expected(project, site):
    """Return {path of the feed: entries}, sorted, for a built site and the project that it was built from."""
    data = json.loads((site / "data.json").read_text(encoding="utf-8"))
    history = history_of(project)
    domain = history.framework.calendar.domain
    feeds = defaultdict(list)
    for occurrence in data["occurrences"]:
        activity, shown = history.framework.activity[occurrence["activity"]], _entry(occurrence)
        if _is_dated(occurrence):
            feeds["calendar/qa.ics"].append(shown)
            feeds["calendar/activities.ics"].append(shown)
        if not activity.is_meeting:
            feeds[f"calendar/activities/{activity.id}.ics"].append(shown)
        if activity.panel:
            feeds[f"calendar/panels/{activity.panel}.ics"].append(shown)
        roles = {role for roles in occurrence["who"].values() for role in roles}
        for role in roles:
            feeds[f"calendar/roles/{role}.ics"].append(shown)
        if not roles and (activity.is_meeting or not activity.panel):
            feeds["calendar/names-nobody.ics"].append(shown)
    feeds["calendar/qa.ics"] += _digests(data["occurrences"], domain)
    feeds["calendar/reviews.ics"] += [_review(standard, domain) for standard in data["standards"] if "review_by" in standard]
    for record in _with_calendars(history.framework):
        feeds[address.feed(record.page)] += _last_words(history, record, is_empty=not feeds.get(address.feed(record.page)))
    return {feed: sorted(entries) for feed, entries in feeds.items() if entries}


def _with_calendars(framework):
    """Yield every record that may have a calendar of its own."""
    yield from framework.panel.values()
    yield from framework.role.values()
    yield from (activity for activity in framework.activity.values() if not activity.is_meeting)


def _last_words(history, record, is_empty):
    """Yield the entry that says that a record has ended, or that its calendar, once public, has nothing to say any more."""
    subject, domain = record.page.replace("/", "-"), history.framework.calendar.domain
    if record.ended:
        yield _whole_day(f"{subject}.ended@{domain}", record.ended.on.isoformat(), f"Ended: {record.title}")
    elif is_empty and address.feed(record.page) in history.log.addresses:
        yield _whole_day(f"{subject}.empty@{domain}", history.changed.isoformat(), f"Nothing planned: {record.title}")


def _entry(occurrence):
    status = "CANCELLED" if occurrence["cancelled"] else ""
    return entry(occurrence["uid"], *_from_to(occurrence), occurrence["title"], status)


def _from_to(occurrence):
    """Return when an entry starts and ends: times of one day, else whole days and the day after the last."""
    if "start" in occurrence and occurrence["day"] == occurrence["last_day"]:
        return occurrence["start"], occurrence["end"]
    return occurrence["day"], _day_after(occurrence["last_day"])


def _review(standard, domain):
    """Return the entry of the next review of a standard."""
    round_ = standard.get("last_reviewed", "first")
    return _whole_day(f"review-{standard['id']}.{round_}@{domain}", standard["review_by"], f"Review due: {standard['title']}")


def _whole_day(uid, day, summary):
    return entry(uid, day, _day_after(day), summary, "")


def _day_after(day):
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _is_dated(occurrence):
    return occurrence["precision"] in ("rule", "date")


def _digests(occurrences, domain):
    """Yield the one entry for each month that lists what has no date."""
    first = {}
    for occurrence in occurrences:
        if not _is_dated(occurrence):
            first.setdefault(occurrence["slot"], occurrence)
    for slot, occurrence in first.items():
        summary = f"No dates yet: quality assurance in {month_name[int(slot[-2:])]}"
        yield entry(f"digest.{slot}@{domain}", *_from_to(occurrence), summary, "")
