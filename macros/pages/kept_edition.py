"""What of a built site stays when another edition takes its place: its pages, as they were read, and what they need to be read."""

import re
from collections.abc import Collection
from posixpath import dirname, join, normpath

TO_THE_SITE = "../../"  # from the folder of an edition
FOR_PROGRAMS = (".ics", ".xml", ".gz", ".json")  # calendars and feeds go on at their addresses, and are not kept twice
SCRIPT = re.compile(r"<script\b.*?</script>\n?", re.DOTALL)
LINK = re.compile(r'(?<= href=")(?![a-z]+:|#)([^"#]*)')


def stays(path: str) -> bool:
    """True for a file of the built site that the kept edition has as well. It needs no script, so that it is read in any year."""
    return not path.endswith(FOR_PROGRAMS) and not path.startswith(("search/", "assets/javascripts/")) and path != "404.html"


def kept_page(path: str, html: str, left_out: Collection[str]) -> str:
    """Return the page at a path as it is kept: without scripts, and with links to what is left out leading to the present site."""

    def link(match: re.Match[str]) -> str:
        return TO_THE_SITE + match[1] if normpath(join(dirname(path), match[1])) in left_out else match[1]

    return LINK.sub(link, SCRIPT.sub("", html))
