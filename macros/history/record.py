"""From an amendment to a publication: what is no longer as it was published, and what explains it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..model.amendment import MINOR, Amendment
from .digest import digest
from .fold import Record, Version
from .publication import CALENDARS, FIRST, Change, EntryChange, Publication
from .tracked import Statement, differs


@dataclass(frozen=True)
class Difference:
    """What no longer is as it was published: `concern` is its name, `file` the file that holds it, `what` says how."""

    concern: str
    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.concern} is not as it was published ({self.what})."


def differences(record: Record, statements: Mapping[str, Statement]) -> list[Difference]:
    """Return every difference between what is said now and what was published, in the order of the data."""
    different = []
    for concern, statement in statements.items():
        last = record.last(concern)
        if what := differs(last.says if last else None, statement):
            different.append(Difference(concern, statement.file, what))
    gone = [concern for concern in record.versions if concern not in statements and record.last(concern)]
    return different + [Difference(concern, "data and docs", "removed") for concern in sorted(gone)]


def changed_entries(record: Record, entries: Mapping[str, str]) -> dict[str, EntryChange]:
    """Return the entries of the calendars that are new or say something else. `entries` are their digests by UID."""
    changed = {}
    for uid, now in entries.items():
        before = record.entries.get(uid)
        if before is None or before.digest != now:
            changed[uid] = EntryChange(sequence=before.sequence + 1 if before else 0, digest=now)
    return changed


def publication(
    record: Record, statements: Mapping[str, Statement], entries: Mapping[str, str], addresses: Iterable[str], amendment: Amendment
) -> Publication:
    """Return what an amendment publishes: each thing that it concerns as it now is, and every entry and address that is new."""
    changes = {}
    for concern in amendment.concerns:
        last, now = record.last(concern), statements.get(concern)
        starts = amendment.effective_from or amendment.date
        if amendment.kind == MINOR and last:
            starts = last.starts
        changes[concern] = Change(after=_mark(record, concern), says=now.says if now else None, starts=starts)
    return Publication(
        number=len(record.publications), amendment=amendment_digest(amendment), date=amendment.date, kind=amendment.kind, things=changes,
        entries=changed_entries(record, entries), addresses=tuple(sorted({*addresses} - record.addresses)),
    ).sealed()


def first_publication(statements: Mapping[str, Statement], entries: Mapping[str, str], addresses: Iterable[str], day: date) -> Publication:
    """Return the publication of an edition that was never published before: there is nothing to explain yet."""
    return Publication(
        number=0, amendment=None, date=day, kind=FIRST,
        things={concern: Change(after=None, says=statement.says, starts=None) for concern, statement in statements.items()},
        entries={uid: EntryChange(sequence=0, digest=entry) for uid, entry in entries.items()}, addresses=tuple(sorted(addresses)),
    ).sealed()


def entries_only(record: Record, entries: Mapping[str, str], addresses: Iterable[str], day: date) -> Publication | None:
    """Return the publication of entries and addresses that are new though nothing was amended; None where none are.

    A newer list of bank holidays moves a meeting, and a review is new in the calendar of reviews.
    """
    changed, added = changed_entries(record, entries), {*addresses} - record.addresses
    if not changed and not added:
        return None
    return Publication(
        number=len(record.publications), amendment=None, date=day, kind=CALENDARS, things={}, entries=changed, addresses=tuple(sorted(added))
    ).sealed()


def _mark(record: Record, concern: str) -> str | None:
    versions: tuple[Version, ...] = record.versions.get(concern, ())
    return versions[-1].mark if versions else None


def amendment_digest(amendment: Amendment) -> str:
    """Return the digest of an amendment as people read it: any other word, day or kind gives another one."""
    return digest(amendment.model_dump(mode="json", exclude={"position"}))
