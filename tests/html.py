"""What a test reads of a built page."""

from html.parser import HTMLParser
from pathlib import Path


class Html(HTMLParser):
    """The ids, the links and the headings (by level) of a page, and its whole `text`, tags and all.

    `named` holds for each link that a screen reader tells the chapter that it stands in, where the page joins many, the name by which
    it is told, and where it leads.
    """

    def __init__(self, text):
        super().__init__()
        self.text, self.ids, self.links, self.headings, self.named = text, [], [], [], []
        self._link, self._chapter = None, ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("id"):
            self.ids.append(attrs["id"])
        self.links += [attrs[name] for name in ("href", "src") if attrs.get(name)]
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, attrs.get("id")))
        if "chapter" in attrs.get("class", "").split():
            self._chapter = attrs["aria-labelledby"]
        if tag == "a" and attrs.get("href") and attrs.get("aria-hidden") != "true":
            self._link = attrs
            self._words = ""

    def handle_data(self, data):
        if self._link:
            self._words += data

    def handle_endtag(self, tag):
        if tag == "a" and self._link:
            self.named.append((self._chapter, self._link.get("aria-label") or " ".join(self._words.split()), self._link["href"]))
            self._link = None


def page_of(site: Path, address: str) -> Html:
    """Read the page at an address, such as "panels/home-panel", of a built site."""
    return Html((site / address / "index.html").read_text(encoding="utf-8"))
