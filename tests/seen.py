"""The site of a day as a reader sees it: pages in words, and what programs are given."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from icalendar import Calendar

from .html import page_of

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class Seen:
    """The site of a day, as a reader sees it."""

    site: Path

    def text(self, address):
        """Return the words of a page."""
        return words_of(page_of(self.site, address).text)

    def part(self, address, label):
        """Return the words of a part of a page that has a label, such as "Coming change"."""
        html = page_of(self.site, address).text
        found = re.search(rf'<aside[^>]* aria-label="{label}".*?</aside>', html, re.DOTALL)
        return words_of(found[0]) if found else ""

    def history(self, address):
        return words_of(page_of(self.site, address).text.partition('<h2 id="history">')[2].partition("</aside>")[0])

    @cached_property
    def register(self):
        return self.text("standards")

    @cached_property
    def news(self):
        return self.text("whats-new")

    @cached_property
    def briefing(self):
        return self.text("whats-new/briefing")

    @cached_property
    def atom(self):
        entries = ElementTree.parse(self.site / "whats-new.xml").iter(f"{ATOM}entry")
        return {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}summary") for entry in entries}

    @cached_property
    def data(self):
        return json.loads((self.site / "data.json").read_text(encoding="utf-8"))

    def record(self, kind, id):
        return next(record for record in self.data[kind] if record["id"] == id)

    def calendar(self, name):
        """Return the entries of a calendar by the first part of their UIDs."""
        events = Calendar.from_ical((self.site / "calendar" / f"{name}.ics").read_bytes()).walk("VEVENT")
        return {str(event["UID"]).partition("@")[0]: event for event in events}

    def told(self, what):
        """Return where a change is told: What's new, the briefing sheet, and Atom."""
        places = {"news": self.news, "briefing": self.briefing, "atom": "; ".join(self.atom)}
        return [place for place, text in places.items() if what in text]


def words_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL))).split())
