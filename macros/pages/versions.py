"""A version of a standard, a page or a record: what it said, where it stands among the others, what it changed."""

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from ..history.comparison import Segment, compare, lines_of
from ..history.fold import Version
from ..history.history import History
from ..model import address
from ..model.amendment import Amendment
from ..model.field import refers_to
from ..model.framework import Framework, Thing
from ..model.page import Standard
from ..model.record import Stated

IN_FORCE, COMING, SUPERSEDED, ENDED, GONE = "in force", "coming", "superseded", "ended", "gone"
REPLACED, WITHDRAWN = "replaced", "withdrawn"  # of what never came into force


@dataclass(frozen=True)
class VersionPage:
    """One version of the thing that a page shows; `page` is the address of that page."""

    version: Version
    page: str
    title: str
    state: str
    ended: date | None
    versions: tuple[Version, ...]  # all of them, in the order of their recording
    standing: tuple[Version, ...]  # those that came into force, or are to come
    in_force: Version | None
    model: type[BaseModel]
    framework: Framework
    is_public: bool  # what has one version only has no page for it

    @property
    def address(self) -> str:
        return address.version(self.page, self.version.number) if self.is_public else self.page

    @property
    def lines(self) -> list[str]:
        """What it said, in plain lines."""
        return self._lines_of(self.version)

    @property
    def changed(self) -> list[list[Segment]]:
        """What it changed of the version before it, word by word."""
        return self._compared(self.before, self.version)

    @property
    def to_come(self) -> list[list[Segment]]:
        """What a coming version changes of the text in force, also where that was amended after the coming one was written."""
        return self._compared(self.in_force, self.version)

    @property
    def comparisons(self) -> list[tuple[Version, list[list[Segment]]]]:
        """Every other version, the newest first, each with what is different in the one of the two that starts later."""
        others = [other for other in reversed(self.versions) if other is not self.version and other.says is not None]
        return [(other, self._compared(*sorted((self.version, other), key=self._place))) for other in others]

    @property
    def before(self) -> Version | None:
        """The version that it followed: of those that were recorded before it, the one that was to hold on its first day."""
        earlier = self.versions[:self.versions.index(self.version)]
        holding = [version for version in earlier if version.start <= self.version.start]
        return max(holding or earlier, key=self._place, default=None)

    def _place(self, version: Version) -> tuple[date, int]:
        return version.start, self.versions.index(version)

    def _lines_of(self, version: Version | None) -> list[str]:
        """Return what a version said, in plain lines, with the names of what it refers to in place of ids."""
        said, fields = (version.says if version else None) or {}, self.model.model_fields
        says = {name: said[name] for name in fields if name in said}
        for name in says:
            if kind := refers_to(fields[name]):
                says[name] = self.framework.titles_of(kind, says[name])
        return lines_of(says, {name: str(field.title) for name, field in fields.items()})

    def _compared(self, earlier: Version | None, later: Version | None) -> list[list[Segment]]:
        texts = [self._lines_of(version) for version in (earlier, later)]
        return compare(*texts)


def version_pages(history: History, page: str) -> list[VersionPage]:
    """Return every version of what the page at an address shows, the first one first."""
    thing = history.thing_at.get(page)
    if thing is None:
        return []
    versions = tuple(version for version in history.log.versions.get(thing.concern, ()) if version.is_new)
    in_force = history.log.in_force(thing.concern, history.day)
    standing = history.log.standing(thing.concern)
    return [
        VersionPage(
            version, page, str((version.says or {}).get("title", thing.concern)), _state(history, thing, version),
            _until(version, standing), versions, tuple(standing), in_force, type(thing), history.framework,
            is_public=history.log.has_several(thing.concern),
        )
        for version in versions
    ]


def _state(history: History, thing: Thing, version: Version) -> str:
    log, concern = history.log, thing.concern
    if version.says is None:
        return GONE
    if version not in log.standing(concern):
        return REPLACED if log.heir(concern, version) else WITHDRAWN
    if version is log.in_force(concern, history.day):
        return ENDED if isinstance(thing, (Stated, Standard)) and history.framework.has_ended(thing) else IN_FORCE
    return COMING if version.start > history.day else SUPERSEDED


def _until(version: Version, standing: list[Version]) -> date | None:
    """Return the day on which the next version starts: its own day, where two were published for one day."""
    in_order = sorted(standing, key=lambda one: one.start)  # of two on one day the newer stays last
    later = in_order[in_order.index(version) + 1:] if version in standing else []
    return later[0].start if later else None


@dataclass(frozen=True)
class Change:
    """A row of the timeline of a page: an amendment, and the versions that it made, one in force and one to come at most."""

    amendment: Amendment
    versions: list[VersionPage]


def timeline_of(history: History, page: str) -> list[Change]:
    """Return every change of the page at an address, the latest first, each with the versions that it made."""
    versions, amendments = version_pages(history, page), history.amendments_on.get(page, ())
    return [Change(amendment, [one for one in versions if one.version.publication == amendment.id]) for amendment in amendments]
