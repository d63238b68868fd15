"""The Atom feed of what has changed (RFC 4287)."""

from datetime import UTC, date, datetime, time, timedelta
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..history.history import History
from ..model import address
from ..model.amendment import Amendment
from ..model.explanation import URGENT
from ..model.month import in_words

ATOM = "http://www.w3.org/2005/Atom"


def build_atom(history: History, site_url: str) -> bytes:
    """Return the feed. Its ids stay the same for good; a site that does not know its own address gives no addresses."""
    framework, news = history.framework, history.news
    domain = framework.calendar.domain
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _add(feed, "id", f"tag:{domain},2026:whats-new")
    _add(feed, "title", f"{framework.edition.council}: what’s new in {framework.edition.site_name}")
    number = {amendment.id: n for n, amendment in enumerate(reversed(history.latest_first))}
    _add(feed, "updated", _moment(history.told_on(news[0]), number[news[0].id]) if news else _moment(history.changed, 0))
    _add(_add(feed, "author"), "name", framework.edition.council)
    if site_url:
        _add(feed, "link", rel="self", href=f"{site_url}{address.NEWS_FEED}")
        _add(feed, "link", rel="alternate", href=address.url(address.WHATS_NEW, site_url))
    for amendment in news:
        _entry(feed, history, amendment, number[amendment.id], site_url)
    ElementTree.indent(feed)
    text: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(feed: Element, history: History, amendment: Amendment, number: int, site_url: str) -> None:
    domain = history.framework.calendar.domain
    entry = _add(feed, "entry")
    _add(entry, "id", f"tag:{domain},2026:amendment/{amendment.id}")
    _add(entry, "title", f"{'Urgent: ' if amendment.kind == URGENT else ''}{amendment.what}")
    _add(entry, "published", _moment(amendment.date, number))
    _add(entry, "updated", _moment(history.told_on(amendment), number))
    if site_url:
        _add(entry, "link", rel="alternate", href=f"{address.url(address.WHATS_NEW, site_url)}#{amendment.id}")
    starts = "".join(f" From {in_words(day)}." for day in history.later_starts(amendment))
    starts += "".join(f" Never in force: withdrawn before {in_words(day)}." for day in history.never_started(amendment))
    # An entry with no link to the whole has the whole in itself (RFC 4287, 4.1.2).
    told = f"What to do differently: {amendment.do} Why: {amendment.why}{starts}{_approval(history, amendment)}"
    _add(entry, "summary" if site_url else "content", told)


def _approval(history: History, amendment: Amendment) -> str:
    if not amendment.approved_by or not amendment.approved_on:
        return ""
    return f" Approved by the {history.framework.role[amendment.approved_by].title} on {in_words(amendment.approved_on)}."


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _moment(day: date, number: int) -> str:
    """Return a moment of a day that rises with the number of an amendment: a program that watches the feed goes by it."""
    return f"{datetime.combine(day, time(), UTC) + timedelta(seconds=number):%Y-%m-%dT%H:%M:%SZ}"
