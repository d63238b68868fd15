"""What has changed: the amendments to tell of, and the Atom feed of them (RFC 4287)."""

from datetime import date
from xml.etree import ElementTree

from .model import Amendment, Framework

ATOM = "http://www.w3.org/2005/Atom"
PATH = "whats-new.xml"


def announced(framework: Framework) -> list[Amendment]:
    """Return every amendment but the minor ones, the latest first."""
    return sorted((one for one in framework.amendments if one.kind != "minor"), key=lambda one: (one.date, one.id), reverse=True)


def atom(framework: Framework, site_url: str) -> bytes:
    """Return the feed. Its ids stay the same for good; its addresses are full where the site knows its own."""
    domain, found = framework.calendar.domain, announced(framework)
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _add(feed, "id", f"tag:{domain},2026:whats-new")
    _add(feed, "title", f"{framework.edition.council}: what’s new in {framework.edition.site_name.lower()}")
    _add(feed, "updated", _moment(found[0].date if found else framework.published.changed))
    _add(_add(feed, "author"), "name", framework.edition.council)
    _add(feed, "link", rel="self", href=f"{site_url}{PATH}")
    _add(feed, "link", rel="alternate", href=f"{site_url}whats-new/")
    for amendment in found:
        _entry(feed, amendment, domain, site_url)
    ElementTree.indent(feed)
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(feed, amendment, domain, site_url):
    entry = _add(feed, "entry")
    _add(entry, "id", f"tag:{domain},2026:amendment/{amendment.id}")
    _add(entry, "title", f"{'Urgent: ' if amendment.kind == 'urgent' else ''}{amendment.what}")
    _add(entry, "updated", _moment(amendment.date))
    _add(entry, "link", rel="alternate", href=f"{site_url}whats-new/#{amendment.id}")
    _add(entry, "summary", f"What to do differently: {amendment.do} Why: {amendment.why}")


def _add(parent, tag, text=None, **attributes):
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
