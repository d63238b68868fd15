"""From an amendment to a publication: what is no longer as it was published, and what explains it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..model.amendment import Amendment
from ..model.explanation import MINOR
from .digest import digest
from .fold import PublicationLog, Version, mark_of
from .publication import CALENDARS, FIRST, Change, EntryChange, Publication
from .tracked import Statement, differs

REMOVED, COMING_REMOVED = "removed", "the coming version removed"


@dataclass(frozen=True)
class Difference:
    """What no longer is as it was published: `concern` is its name, `file` the file that holds it, `what` says how."""

    concern: str
    file: str
    what: str
    is_coming: bool = False
    withdraws: str | None = None  # the mark of a coming version whose file is gone

    @property
    def is_removed(self) -> bool:
        """True where there is no file any more that could say why."""
        return self.what in (REMOVED, COMING_REMOVED)

    def __str__(self) -> str:
        return f"{self.file}: {self.concern} is not as it was published ({self.what})."


def differences(log: PublicationLog, now: Mapping[str, Statement], coming: Mapping[str, Statement], day: date) -> list[Difference]:
    """Return every difference between what is written and what was published and holds on a day, or is to hold after it."""
    concerns = dict.fromkeys([*now, *coming, *sorted(log.versions)])
    different = []
    for concern in concerns:
        written, announced = now.get(concern), coming.get(concern)
        different += [_current(log, concern, written, announced, day), _coming(log, concern, announced, day)]
    return [difference for difference in different if difference]


def _current(log: PublicationLog, concern: str, written: Statement | None, coming: Statement | None, day: date) -> Difference | None:
    """Return how the text in force differs. Once a coming version has started, its file stands for it until it is taken over."""
    version = log.in_force(concern, day)
    said = version.says if version else None
    if written is None:
        gone = said is not None and not (coming and not differs(said, coming))
        return Difference(concern, _file(concern), REMOVED) if gone else None
    if coming and said is not None and not differs(said, coming) and any(not differs(old.says, written) for old in log.standing(concern)):
        return None
    what = differs(said, written)
    return Difference(concern, written.file, what) if what else None


def _coming(log: PublicationLog, concern: str, written: Statement | None, day: date) -> Difference | None:
    """Return how the coming version differs from what was announced."""
    announced = log.coming(concern, day)
    if written is None:
        return Difference(concern, _file(concern), COMING_REMOVED, withdraws=announced.mark) if announced else None
    in_force = log.in_force(concern, day)
    if announced is None and in_force and not differs(in_force.says, written) and in_force.starts == written.starts:
        return None
    before = announced or in_force
    what = differs(before.says if before else None, written) or ("" if announced else "nothing new")
    if announced and not what and announced.starts != written.starts:
        what = f"not from {announced.starts}"
    return Difference(concern, written.file, f"from {written.starts}: {what}", is_coming=True) if what else None


def _file(concern: str) -> str:
    """Return where a thing that is gone stood."""
    folder, _, id = concern.partition("/")
    return {"pages": f"docs/{id}.md", "standards": f"docs/standards/…/{id}.md"}.get(folder, f"data/{concern}.yml")


def changed_entries(log: PublicationLog, entries: Mapping[str, str]) -> dict[str, EntryChange]:
    """Return the entries of the calendars that are new or say something else. `entries` are their digests by UID."""
    changed = {}
    for uid, now in entries.items():
        before = log.entries.get(uid)
        if before is None or before.digest != now:  # also what two people together made it say
            changed[uid] = EntryChange(sequence=before.sequence + 1 if before else 0, digest=now)
    return changed


def publication(
    log: PublicationLog, amendment: Amendment, changed: Iterable[Difference], now: Mapping[str, Statement], coming: Mapping[str, Statement]
) -> Publication:
    """Return what an amendment publishes: each thing that it concerns as it now is."""
    things: dict[str, tuple[Change, ...]] = {}
    for difference in changed:
        concern = difference.concern
        if concern in amendment.concerns:
            statement = coming.get(concern) if difference.is_coming else now.get(concern)
            things[concern] = _with_change(log, amendment, difference, statement, things.get(concern, ()))
    return Publication(
        id=amendment.id, number=len(log.publications), follows=log.newest,
        amendment=amendment_digest(amendment), date=amendment.date, kind=amendment.kind, things=things,
    )


def _with_change(
    log: PublicationLog, amendment: Amendment, difference: Difference, statement: Statement | None, before: tuple[Change, ...]
) -> tuple[Change, ...]:
    """Return the changes of a thing with one more. Where a coming version is withdrawn, what holds goes on as before."""
    in_force = log.in_force(difference.concern, amendment.date)
    if difference.withdraws and before:
        return (*before[:-1], before[-1].model_copy(update={"withdraws": difference.withdraws}))
    if difference.withdraws and in_force:
        starts = in_force.starts
    else:
        starts = statement.starts if statement and difference.is_coming else _start(log, amendment, difference.concern)
    after = mark_of(before[-1]) if before else _mark(log, difference.concern)
    return (*before, Change(after=after, says=statement.says if statement else None, starts=starts, withdraws=difference.withdraws))


def _start(log: PublicationLog, amendment: Amendment, concern: str) -> date | None:
    """Return the day from which a change of the text in force holds: its own day, or for a minor one the day that the text has."""
    in_force = log.in_force(concern, amendment.date)
    return in_force.starts if amendment.kind == MINOR and in_force else amendment.date


def first_publication(statements: Mapping[str, Statement], day: date) -> Publication:
    """Return the publication of an edition that was never published before: there is nothing to explain yet."""
    things = {concern: (Change(after=None, says=statement.says, starts=None),) for concern, statement in statements.items()}
    return Publication(id=FIRST, number=0, follows={}, amendment=None, date=day, kind=FIRST, things=things)


def of_calendars(log: PublicationLog, day: date) -> Publication:
    """Return a publication of what is new in the calendars though nothing was amended.

    A newer list of bank holidays moves a meeting, and a review is new in the calendar of reviews.
    """
    return Publication(
        id=CALENDARS, number=len(log.publications), follows=log.newest, amendment=None, date=day, kind=CALENDARS, things={},
    )


def completed(
    publication: Publication, log: PublicationLog, entries: Mapping[str, str], addresses: Iterable[str], documents: Mapping[str, str]
) -> Publication:
    """Return a publication with every entry of a calendar, every address and every document that is new with it.

    `entries` are the digests of all entries, by UID, `addresses` all addresses, and `documents` the digests of all documents,
    by their addresses, as they are once it is published.
    """
    new = tuple(sorted({*addresses} - log.addresses))
    new_documents = {file: digest for file, digest in documents.items() if file not in log.documents}
    return publication.model_copy(update={"entries": changed_entries(log, entries), "addresses": new, "documents": new_documents})


def _mark(log: PublicationLog, concern: str) -> str | None:
    versions: tuple[Version, ...] = log.versions.get(concern, ())
    return versions[-1].mark if versions else None


def amendment_digest(amendment: Amendment) -> str:
    """Return the digest of an amendment as people read it: any other word, day or kind gives another one."""
    return digest(amendment.model_dump(mode="json", exclude={"position"}, exclude_defaults=True))
