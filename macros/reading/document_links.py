"""Where records and pages link to the files that the site holds."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from ..model.document import file_at, link_fields
from ..model.front_matter import body_on_its_lines
from ..model.markdown import link_targets
from ..model.page import Page
from .checked_file import Sources

FileLink = tuple[str, str, int]  # the path in docs/ of the file that is linked, the file that links to it, and the line there


def linked_files(sources: Sources) -> Iterator[FileLink]:
    """Yield each link of a record or a page to a file of the site, whether that is there or not."""
    yield from links_of_records(sources)
    yield from _links_of_pages(sources)


def links_of_records(sources: Sources) -> Iterator[FileLink]:
    """Yield each link of a record to a file of the site."""
    for checked in sources.files:
        if checked.record:
            fields = link_fields(type(checked.record))
            for path, text in checked.file.texts:
                if not fields.isdisjoint(path[-1:]) and (file := file_at(text)):
                    yield file, checked.file.name, checked.file.problem(path, "").line


def _links_of_pages(sources: Sources) -> Iterator[FileLink]:
    for checked in sources.files:
        if isinstance(checked.record, Page):
            for line, target in link_targets(body_on_its_lines(checked.file.text)):
                if file := _led_to(checked.record.file, target):
                    yield file, checked.file.name, line


def _led_to(page: str, target: str) -> str | None:
    """Return the path in docs/ that a link on a page leads to; None where it leads to the web, or to a place on the page."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return file_at(target) or normpath(join(dirname(page), unquote(parts.path)))
