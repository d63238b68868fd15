"""What a site has a browser ask for: read from the text of its pages and stylesheets, and watched in a browser."""

import re
from html.parser import HTMLParser
from pathlib import Path
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


READERS = {"*.html": fetched_by_page, "*.css": fetched_by_css, "*.svg": fetched_by_page}


def named_of_others(site: Path, pattern: str) -> dict[str, list[str]]:
    """Return, by file, the addresses of other hosts that files of a site have a browser ask for; `pattern` is one of READERS."""
    files = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob(pattern)}
    assert files != {}
    return {name: others for name, text in files.items() if (others := of_other_hosts(READERS[pattern](text)))}


def asked_of_others(browser, address: str, pages: list[str]) -> list[str]:
    """Return the addresses of other hosts that a browser asks for while it shows pages of a site, and searches it."""
    asked = []
    with browser.new_page() as page:
        page.context.on("request", lambda request: asked.append(request.url))
        for path in pages:
            page.goto(address + path)
        page.goto(address)
        page.get_by_role("search").get_by_role("textbox").press_sequentially("panel")
        page.locator(".md-search-result__link").first.wait_for()
    assert asked != []
    return [url for url in asked if not url.startswith((address, "data:", "blob:"))]
