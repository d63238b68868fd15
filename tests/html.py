"""What a test reads of a built page."""

from html.parser import HTMLParser
from pathlib import Path


class Html(HTMLParser):
    """The ids, the links and the headings (by level) of a page, and its whole `text`, tags and all."""

    def __init__(self, text):
        super().__init__()
        self.text, self.ids, self.links, self.headings = text, [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("id"):
            self.ids.append(attrs["id"])
        self.links += [attrs[name] for name in ("href", "src") if attrs.get(name)]
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, attrs.get("id")))


def page_of(site: Path, address: str) -> Html:
    """Read the page at an address, such as "panels/home-panel", of a built site."""
    return Html((site / address / "index.html").read_text(encoding="utf-8"))
