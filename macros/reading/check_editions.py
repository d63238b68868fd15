"""An earlier edition is there, and is what it was when it was kept: nobody reads its pages again, and they are published as they are."""

from collections.abc import Iterator

from ..history.history import History
from ..model.problem import Problem
from .checked_file import Sources

GONE = "the edition {edition} is gone: restore the folder docs/{folder} from the version history."
CHANGED = "something in this folder is not as it was kept: restore the whole folder from the version history."


def check_editions(sources: Sources, history: History) -> Iterator[Problem]:
    """Yield a problem for each earlier edition that is gone or changed. One that was kept just now is not recorded yet."""
    for edition in history.written.edition.earlier:
        kept, recorded = sources.editions.get(edition.page), history.log.documents.get(edition.page)
        if not kept:
            yield Problem("data/framework.yml", 1, GONE.format(edition=edition.edition, folder=edition.page))
        elif recorded and kept.digest != recorded:
            yield Problem(f"docs/{edition.page}", 1, CHANGED)
