"""Fill the templates of `macros/templates/` with the model. They give Markdown; text from `data/` stays plain text."""

import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.extensions.toc import slugify
from markupsafe import Markup

from .model import Activity, Document
from .month import Month
from .rule import WEEKDAYS

SIGNS = re.compile(r"([\\`*_{}\[\]#|])")
LIST_START = re.compile(r"^(\d+)?([.)+-])(?=\s|$)")
LINE_BREAK = re.compile(r"\s*\n\s*")


def plain(text) -> Markup:
    """Return text that Markdown shows letter by letter, whatever signs it holds. What is Markup stays as it is."""
    if isinstance(text, Markup):
        return text
    text = SIGNS.sub(r"\\\1", LINE_BREAK.sub(" ", str(text)))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Markup(LIST_START.sub(lambda start: f"{start[1] or ''}\\{start[2]}", text))


def listed(items: Iterable) -> Markup:
    """Return items with commas between them."""
    return Markup(", ").join(map(plain, items))


def link(record, text: str | None = None, place: str = "") -> Markup:
    """Return a Markdown link to the page of a record, from wherever it stands; `place` is an id on that page, after a #."""
    return Markup(f"[{plain(text or record.title)}](/{getattr(record, 'file', f'{record.page}.md')}{place})")


def links(records: Iterable) -> Markup:
    """Return Markdown links to the pages of several records."""
    return listed(map(link, records))


def outside_link(document: Document) -> Markup:
    """Return a Markdown link to a document that has one."""
    return Markup(f"[{plain(document.title)}](<{document.link}>)")


def as_is(address: str) -> Markup:
    """Return an address for a link, which must not be escaped like text."""
    return Markup(f"<{address}>")


def months(found: Iterable[Month]) -> Markup:
    """Return the months of the year as links, or "every month"."""
    found = sorted(set(found))
    return Markup("every month") if len(found) == len(Month) else listed(link(month, month.name) for month in found)


def when(activity: Activity) -> Markup:
    """Return when an activity runs: its months, or its windows as "May to June"."""
    if not activity.windows:
        return months(activity.placements)
    return listed(Markup(" to ").join(link(month, month.name) for month in window) for window in activity.windows)


def day(found: date) -> str:
    """Return a date as people say it, in English whatever the machine's language."""
    return f"{WEEKDAYS[found.weekday()]} {found.day} {Month(found.month).name} {found.year}"


def render(template: str, **context) -> str:
    """Return macros/templates/<template>, filled. Raises jinja2.UndefinedError for a name that is not given."""
    environment = _HTML if template.endswith((".svg", ".html")) else _PAGES
    return environment.get_template(template).render(**context)


def _environment(**options):
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(
        loader=loader, undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True, **options
    )


_HTML = _environment()
_PAGES = _environment(finalize=plain)
_PAGES.filters |= {
    "as_is": as_is, "day": day, "link": link, "links": links, "listed": listed, "months": months, "outside_link": outside_link,
    "slug": partial(slugify, separator="-"), "when": when,
}
