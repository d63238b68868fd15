"""What held before an amendment, thing by thing: taking it back is a new amendment that says so again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model.amendment import Amendment
from ..model.month import in_words
from .fold import PublicationLog, Version, fold


@dataclass(frozen=True)
class Before:
    """What held of a thing, and what was to come, before an amendment. Where nothing held, the amendment added the thing."""

    concern: str
    held: Version | None
    coming: Version | None

    @property
    def is_there(self) -> bool:
        return self.held is not None and self.held.says is not None


def newest_amendment(log: PublicationLog) -> str | None:
    """Return the id of the amendment that was published last, None where there is none."""
    return next((id for id in reversed([*log.publications]) if log.publications[id].amendment), None)


def without(log: PublicationLog, publication: str) -> PublicationLog:
    """Return the log as it was before a publication that nothing was amended after."""
    earlier, _ = fold({id: other for id, other in log.publications.items() if id != publication})
    return earlier


def before(log: PublicationLog, concerns: Iterable[str], day: date) -> Iterator[Before]:
    """Yield what holds on a day, and what is to come after it, of each thing."""
    for concern in concerns:
        yield Before(concern, log.in_force(concern, day), log.coming(concern, day))


def explanation_of_undo(amendment: Amendment) -> dict[str, str]:
    """Return the words of the amendment that takes another one back, but for why."""
    return {
        "what": f"The amendment of {in_words(amendment.date)} is taken back: {amendment.what}",
        "do": "Do as you did before that amendment.",
    }
