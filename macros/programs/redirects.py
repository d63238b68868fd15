"""Addresses at which pages stood before: each leads to where the page stands now, without a server's help."""

from collections.abc import Mapping
from posixpath import relpath

from jinja2 import Environment

from ..model.framework import Framework

PAGE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{{ title }}</title>
<link rel="canonical" href="{{ url }}">
<meta http-equiv="refresh" content="0; url={{ url }}">
<p>This page has moved: <a href="{{ url }}">{{ title }}</a>.</p>
</html>
""")


def redirects(framework: Framework) -> dict[str, str]:
    """Return where each former address leads, both as addresses of pages."""
    return {old.strip("/"): thing.page for thing in framework.thing_at.values() for old in getattr(thing, "formerly", ())} | {
        old.strip("/"): at for at, page in framework.pages.items() for old in page.formerly
    }


def redirect_pages(framework: Framework) -> Mapping[str, str]:
    """Return the HTML of each former address, by its path in the site."""
    return {
        f"{old}/index.html": PAGE.render(title=framework.title_at(page), url=f"{relpath(page or '.', old)}/")
        for old, page in redirects(framework).items()
    }
