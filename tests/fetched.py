"""What a page and a stylesheet have a browser ask for, read from their text alone."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

FETCHING = {"src", "poster", "data", "background", "manifest", "action", "formaction", "ping"}
CANDIDATES = {"srcset", "imagesrcset"}  # several addresses, each with a width or a density
HREFS = {"href", "xlink:href"}
LEADING = {"a", "area"}  # people go there, if they choose to
NOT_ASKED_FOR = {"canonical", "alternate"}  # what a link element says of other addresses
IN_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))|(?:@import|image-set\(|,)\s*(?:"([^"]*)"|'([^']*)')""")
REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']+)", re.IGNORECASE)


class _Page(HTMLParser):
    def __init__(self, html: str):
        super().__init__()
        self.addresses: list[str] = []
        self._tag = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self._tag = tag
        said = {name: value or "" for name, value in attrs}
        for name, value in said.items():
            if name in FETCHING or (name in HREFS and tag not in LEADING and said.get("rel") not in NOT_ASKED_FOR):
                self.addresses.append(value.strip())
            elif name in CANDIDATES:
                self.addresses += [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
            elif tag == "meta" and said.get("http-equiv", "").lower() == "refresh":
                self.addresses += REFRESH.findall(value)
            self.addresses += fetched_by_css(value)

    def handle_data(self, data):
        if self._tag == "style":
            self.addresses += fetched_by_css(data)


def fetched_by_page(html: str) -> list[str]:
    """Return the addresses that a page has a browser ask for, or send a form to; what its scripts ask for is not among them."""
    return _Page(html).addresses


def fetched_by_css(css: str) -> list[str]:
    """Return the addresses that a stylesheet, or the value of an attribute, has a browser ask for."""
    return ["".join(groups) for groups in IN_CSS.findall(css)]


def of_other_hosts(addresses: list[str]) -> list[str]:
    """Return those of the addresses that name a host: a site asks for its own files without one."""
    return [address for address in addresses if urlsplit(address).netloc]
