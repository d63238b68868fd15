"""The facts behind the pages, for programs: /data.json, and its JSON Schema."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from ..calendars.feeds import Scheduled
from ..history.history import History
from ..model import address, data_shape
from ..model.activity import Activity, Window
from ..model.data_schema import data_schema
from ..model.document import link_fields
from ..model.framework import Framework
from ..model.page import Standard
from ..schedule.occurrences import LONDON
from ..schedule.timeline import Placement, of_activity

Shape = TypeVar("Shape", bound=BaseModel)
LINKS = link_fields(data_shape.DataJson)
UrlOf = Callable[[str], str]  # from the address of a page to where programs find it


def build_data_json(history: History, scheduled: list[Scheduled], site_url: str) -> str:
    """Return the document that model/data_shape.py describes; what has ended stays in it, and says so.

    Addresses are full where `site_url` is set, else relative to the document.
    """
    url_of = partial(address.url, base=site_url)
    fields = {
        "$schema": f"{site_url}{address.DATA_SCHEMA}",
        "as_of": history.day,
        "published": history.changed,
        **_of_the_framework(history.framework, url_of),
        "standards": [_standard(history, standard, url_of) for standard in history.framework.standard_at.values()],
        "occurrences": [_occurrence(item, url_of) for item in scheduled],
    }
    said = data_shape.DataJson(**fields).model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(_linked(said, site_url), ensure_ascii=False, indent=1)


def _shaped(shape: type[Shape], record: BaseModel, **made: Any) -> Shape:
    """Return what is said of a record: what is made for it, and each other field as the record has it."""
    return shape(**{name: getattr(record, name) for name in shape.model_fields.keys() - made.keys()}, **made)


def build_data_schema(site_url: str) -> str:
    """Return the JSON Schema of the document."""
    return json.dumps(data_schema(site_url), ensure_ascii=False, indent=1)


def _linked(said: Any, base: str) -> Any:
    """Return what is said, with links to files of the site that can be followed."""
    if isinstance(said, list):
        return [_linked(item, base) for item in said]
    if not isinstance(said, dict):
        return said
    return {
        name: f"{base}{value[1:]}" if name in LINKS and value.startswith("/") else _linked(value, base) for name, value in said.items()
    }


def _of_the_framework(framework: Framework, url_of: UrlOf) -> dict[str, Any]:
    edition = framework.edition
    return {
        "edition": _shaped(data_shape.Edition, edition),
        "groups": [*_groups(framework)],
        "sections": [_shaped(data_shape.Section, section, url=url_of(section.page)) for section in edition.sections],
        "activities": [_activity(framework, activity, url_of) for activity in framework.activity.values()],
        **dict(_as_written(framework, url_of)),
        "questions": [
            data_shape.Question.model_construct(**dict(question), group=group.id)
            for group in framework.question_groups for question in group.questions
        ],
        "amendments": framework.amendments,
        "glossary": framework.glossary,
    }


def _groups(framework: Framework) -> Iterator[data_shape.Group]:
    edition = framework.edition
    headings = {
        "activities": edition.activity_groups, "panels": edition.panel_groups, "roles": edition.role_groups,
        "questions": {group.id: group.group for group in framework.question_groups},
    }
    for of, groups in headings.items():
        yield from (data_shape.Group(of=of, id=id, title=title) for id, title in groups.items())


def _as_written(framework: Framework, url_of: UrlOf) -> Iterator[tuple[str, Any]]:
    """Yield (name of its list, records) for each kind that stands there as it is written."""
    shapes = data_shape.AS_WRITTEN
    for kind, records in framework.records.items():
        if shape := shapes.get(kind.KIND.folder):
            yield kind.KIND.folder, [shape.model_construct(**dict(record) | {"url": url_of(record.page)}) for record in records.values()]


def _activity(framework: Framework, activity: Activity, url_of: UrlOf) -> data_shape.Activity:
    placements = tuple(_placement(placement) for placement in of_activity(framework, activity))
    windows = tuple(map(_window, activity.windows))
    return _shaped(data_shape.Activity, activity, placements=placements, windows=windows, url=url_of(activity.page))


def _placement(placement: Placement) -> data_shape.Placement:
    return data_shape.Placement(month=placement.month, step=placement.step, summary=placement.summary, who=_who(placement))


def _who(placement: Placement) -> data_shape.Who:
    return data_shape.Who(**{how.name: tuple(dict.fromkeys(roles)) for how, roles in placement.involved.items()})


def _window(window: Window) -> data_shape.Window:
    return data_shape.Window(opens=window.opens, closes=window.closes, closes_next_year=window.closes < window.opens)


def _standard(history: History, standard: Standard, url_of: UrlOf) -> data_shape.Standard:
    in_force = None if history.framework.has_ended(standard) else history.log.in_force(standard.concern, history.day)
    return _shaped(
        data_shape.Standard, standard, in_force=in_force.number if in_force else None,
        versions=tuple(_versions(history, standard, url_of)), url=url_of(standard.page),
    )


def _versions(history: History, standard: Standard, url_of: UrlOf) -> Iterator[data_shape.Version]:
    """Yield each version that came into force or is to come; where there is one alone, its page is that of the standard."""
    has_several = history.log.has_several(standard.concern)
    for version in history.log.standing(standard.concern):
        page = address.version(standard.page, version.number) if has_several else standard.page
        yield data_shape.Version(number=version.number, effective_from=version.starts, url=url_of(page))


def _occurrence(item: Scheduled, url_of: UrlOf) -> data_shape.Occurrence:
    occurrence, entry = item.occurrence, item.entry
    times = occurrence.times
    return data_shape.Occurrence(
        uid=entry.uid,
        activity=occurrence.placement.activity.id,
        title=entry.summary,
        slot=occurrence.slot.id,
        precision=occurrence.precision,
        day=occurrence.day,
        last_day=occurrence.last,
        start=_in_utc(occurrence.day, times[0]) if times else None,
        end=_in_utc(occurrence.last, times[1]) if times else None,
        place=entry.place,
        moved_from=occurrence.moved_from,
        cancelled=entry.cancelled,
        because=occurrence.because,
        who=_who(occurrence.placement),
        sequence=entry.sequence,
        changed=entry.changed,
        url=url_of(entry.page),
    )


def _in_utc(day: date, london: time) -> datetime:
    return datetime.combine(day, london, LONDON).astimezone(UTC)
