"""What a page says of where its words come from: from which document, as amended on which days, or who decided it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..history.fold import Version
from ..history.history import History
from ..model import address
from ..model.activity import Activity
from ..model.framework import Framework, Thing
from ..model.kinds import KINDS
from ..model.page import Page
from ..model.panel import Panel
from ..model.record import Stated
from ..model.role import Role

CALL = re.compile(r"""\{\{\s*(\w+)\(\s*(?:["']([^"']*)["'])?""")
LISTS: dict[str, type[Stated]] = {**dict.fromkeys(("year", "month", "this_month", "activities"), Activity), "panels": Panel, "roles": Role}


@dataclass(frozen=True)
class Decision:
    """The day on which an amendment was published, or from which it holds, the address of the version that it made, and who approved it.

    The address is "" for a version that has no page.
    """

    day: date
    page: str = ""
    by: Role | None = None


@dataclass(frozen=True)
class Origin:
    """`first` is the decision that brought what the published document never named, None for what it names.

    `amended` are the days on which it was amended since; `is_amended_elsewhere` is True where something else that the page shows was.
    """

    first: Decision | None
    amended: tuple[Decision, ...] = ()
    is_amended_elsewhere: bool = False

    @property
    def is_amended(self) -> bool:
        return bool(self.amended) or self.is_amended_elsewhere


def origin_of(history: History, *things: Thing) -> Origin:
    """Return where a thing comes from, and on which days it, or what is shown with it, was amended."""
    decisions: dict[date, Decision] = {}
    for thing in things:
        for version in history.provenance_of(thing).amended:
            decision = _decision(history, thing, version, max(version.published, version.start))
            if decision.page or decision.day not in decisions:
                decisions[decision.day] = decision
    brought = history.provenance_of(things[0]).brought if things else None
    first = _decision(history, things[0], brought, brought.published) if brought else None
    return Origin(first, tuple(decisions[day] for day in sorted(decisions)))


def origin_at(history: History, page: str) -> Origin:
    """Return where the words of the page at an address come from."""
    framework = history.framework
    here = framework.things_at.get(page, ())
    main = framework.thing_at.get(page)
    origin = origin_of(history, *sorted(here, key=lambda thing: thing is not main))
    written = framework.pages.get(page)
    shown = _shown_on(framework, written) if written else ()
    return Origin(origin.first, origin.amended, any_amended(history, shown))


def any_amended(history: History, things: Iterable[Thing]) -> bool:
    """True where any of the things is not as the published document says it."""
    return any(history.provenance_of(thing).amended or history.provenance_of(thing).brought for thing in things)


def _decision(history: History, thing: Thing, version: Version, day: date) -> Decision:
    is_shown = history.framework.thing_at.get(thing.page) is thing
    has_page = is_shown and sum(one.is_new for one in history.log.versions[thing.concern]) > 1
    amendment = history.amendment.get(version.publication)
    by = history.framework.role[amendment.approved_by] if amendment and amendment.approved_by else None
    return Decision(day, address.version(thing.page, version.number) if has_page else "", by)


def _shown_on(framework: Framework, page: Page) -> Iterator[Thing]:
    """Yield the records that a hand-written page shows by calling a macro: those of a list, or one by its id."""
    kinds = {kind.KIND.name: kind for kind in KINDS if kind.KIND.is_tracked}
    for name, id in CALL.findall(page.text):
        if name in LISTS:
            yield from framework.of(LISTS[name]).values()
        elif name in kinds and id in framework.of(kinds[name]):
            yield framework.concern[f"{kinds[name].KIND.folder}/{id}"]
