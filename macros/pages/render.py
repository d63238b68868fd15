"""Fill the templates of `macros/pages/templates/` with the model. They give Markdown; text from `data/` stays plain text.

Text of a Markdown template is escaped by itself, for Markdown and for HTML. In the quotes of an attribute it goes through
`|attribute` where Markdown builds the element (a <div markdown>), and through `|e` where it leaves the HTML as it is.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..model.activity import Activity
from ..model.day_rule import WEEKDAYS
from ..model.document import Document, DocumentFile, kind_of
from ..model.edition import Section
from ..model.markdown import escaped
from ..model.month import Month, in_words
from ..model.page import Page
from ..model.times import written

TEMPLATES = Path(__file__).parent / "templates"
# Python keeps what it made of a module; this does so of a template, and asks what the template says now. What a filter makes of words
# in the template itself is kept with it: ours are given none (tests/test_architecture.py).
COMPILED = FileSystemBytecodeCache()


def escape_markdown(text: Any) -> Markup:
    """Return text that Markdown shows letter by letter, whatever characters it holds. What is Markup stays as it is."""
    return text if isinstance(text, Markup) else Markup(escaped(str(text)))


def attribute(text: Any) -> Markup:
    """Return text for the quotes of an attribute of an element that Markdown builds.

    Markdown reads the element and writes it anew, but for an `&lt;` that it read: it takes that for HTML, as it does `&amp;`.
    """
    return escape(str(text).replace("&", "&amp;"))


def comma_separated(items: Iterable[Any]) -> Markup:
    """Return items with commas between them."""
    return Markup(", ").join(map(escape_markdown, items))


def link(record: Any, text: str | None = None, place: str = "") -> Markup:
    """Return a Markdown link to the page of a record, from wherever it stands; `place` is an id on that page, after a #."""
    file = record.file if isinstance(record, (Section, Page)) else f"{record.page}.md"
    return Markup(f"[{escape_markdown(text or record.title)}]({from_root(file)}{place})")


def from_root(file: str) -> Markup:
    """Return the file of a page, below docs/, as a Markdown link leads to it from wherever it stands."""
    return Markup(f"/{file}")


def links(records: Iterable[Any]) -> Markup:
    """Return Markdown links to the pages of several records."""
    return comma_separated(map(link, records))


def document(document: Document, files: Mapping[str, DocumentFile]) -> Markup:
    """Return a Markdown link to a document, or its title where the site does not hold it.

    Of those that it holds, which are the `files`, it says of what kind and how large they are.
    """
    title, path = escape_markdown(document.title), document.file or ""
    if file := files.get(path):
        title += escape_markdown(f" ({kind_of(path).upper()}, {file.size_in_words})")
    if document.link:
        return Markup(f"[{title}]({link_target(document.link)})")
    return title + " (attached to the published document; this site does not hold the file)"


def link_target(url: str) -> Markup:
    """Return an address for a Markdown link. Of the signs that it may have (model.text.LINK), only `&` means something there."""
    return Markup(f"<{url.replace('&', '%26' if url.startswith('/') else '&amp;')}>")


def months(some: Iterable[Month]) -> Markup:
    """Return the months of the year as links, or "every month"."""
    in_order = sorted(set(some))
    return Markup("every month") if len(in_order) == len(Month) else comma_separated(link(month, month.name) for month in in_order)


def when(activity: Activity) -> Markup:
    """Return when an activity runs: its months, or its windows as "May to June"."""
    if not activity.windows:
        return months(activity.placements)
    pairs = ((window.opens, window.closes) for window in activity.windows)
    return comma_separated(Markup(" to ").join(link(month, month.name) for month in pair) for pair in pairs)


def day(date: date) -> str:
    """Return a date as people say it, with the day of the week."""
    return f"{WEEKDAYS[date.weekday()]} {in_words(date)}"


def render(template: str, /, **context: Any) -> str:
    """Return macros/pages/templates/<template>, filled. Raises jinja2.UndefinedError for a name that is not given."""
    environment = _HTML if template.endswith((".svg", ".html")) else _PAGES
    return environment.get_template(template).render(**context)


def _environment(**options: Any) -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), bytecode_cache=COMPILED, undefined=StrictUndefined, autoescape=True, trim_blocks=True,
        lstrip_blocks=True, **options
    )


_HTML = _environment()
_PAGES = _environment(finalize=escape_markdown)
_PAGES.filters |= {
    "attribute": attribute, "comma_separated": comma_separated, "date": in_words, "day": day, "document": document, "from_root": from_root,
    "link": link, "links": links, "link_target": link_target, "months": months, "times": written, "when": when,
}
