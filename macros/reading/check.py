"""Every rule that spans records and files. Each yields every breach it finds; none stops at the first."""

from collections.abc import Iterator
from datetime import date

from ..model.problem import Problem
from .check_activities import check_activities
from .check_coming import check_coming
from .check_documents import check_links
from .check_glossary import check_glossary
from .check_ids import check_ids
from .check_personal_details import check_personal_details
from .check_pictures import check_pictures
from .check_references import check_references
from .check_schedule import check_schedule
from .check_thesaurus import check_thesaurus
from .checked_file import Sources
from .reasons import check_reasons


def check(sources: Sources, today: date) -> Iterator[Problem]:
    """Yield a problem for each breach."""
    yield from check_ids(sources)
    yield from check_references(sources)
    yield from check_activities(sources)
    yield from check_coming(sources)
    yield from check_links(sources)
    yield from check_pictures(sources)
    yield from check_glossary(sources)
    yield from check_thesaurus(sources)
    yield from check_personal_details(sources)
    yield from check_reasons(sources, today)
    yield from check_schedule(sources)
