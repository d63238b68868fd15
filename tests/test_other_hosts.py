"""No page asks another host for anything: nobody learns who reads it, and it looks the same where nothing else can be reached."""

import pytest

from .axe import KINDS
from .fetched import fetched_by_css, fetched_by_page, of_other_hosts

OTHER = "//other.example/x"


def asked_of_others(site, pattern, fetched):
    """Return, by file, the addresses of other hosts that the files of a site ask for."""
    files = {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in site.rglob(pattern)}
    assert files != {}
    return {name: others for name, text in files.items() if (others := of_other_hosts(fetched(text)))}


@pytest.mark.parametrize(("pattern", "fetched"), [("*.html", fetched_by_page), ("*.css", fetched_by_css), ("*.svg", fetched_by_page)])
def test_no_file_of_the_site_asks_another_host_for_anything(site, pattern, fetched):
    assert asked_of_others(site, pattern, fetched) == {}


def test_no_script_of_any_kind_of_page_asks_another_host_for_anything(browser, address):
    asked = []
    with browser.new_page() as page:
        page.context.route(lambda url: not url.startswith(address), lambda route: (asked.append(route.request.url), route.abort()))
        for path in KINDS:
            page.goto(address + path)
        page.goto(address)
        page.get_by_role("search").get_by_role("textbox").press_sequentially("panel")
        page.locator(".md-search-result__link").first.wait_for()
    assert asked == []


@pytest.mark.parametrize("html", [
    f'<script defer src="{OTHER}"></script>', f'<img src="https:{OTHER}">', f'<img srcset="small.png 1x, {OTHER} 2x">', f'<iframe src="{OTHER}"></iframe>',
    f'<link rel="stylesheet" href="{OTHER}">', f'<link href="{OTHER}" rel=preload as=font>', f'<link rel="icon" href=" https:{OTHER}">',
    f'<link rel="preload" as="image" imagesrcset="{OTHER} 2x">', f'<source src="{OTHER}">', f'<video poster="{OTHER}">', f'<object data="{OTHER}">',
    f'<svg><use href="{OTHER}#a"/></svg>', f'<svg><image xlink:href="{OTHER}"/></svg>', f'<path fill="url({OTHER})"/>', f'<base href="{OTHER}">',
    f'<p style="background: url({OTHER})">', f"<style>@font-face {{ src: url('{OTHER}') }}</style>", f'<style>@import "{OTHER}";</style>',
    f"""<style>p {{ background: image-set("own.png" 1x, "{OTHER}" 2x) }}</style>""",
    f'<form action="{OTHER}">', f'<a href="/" ping="{OTHER}">', f'<meta http-equiv="refresh" content="0; url={OTHER}">',
])
def test_whatever_a_page_asks_for_is_seen(html):
    assert len(of_other_hosts(fetched_by_page(html))) == 1


@pytest.mark.parametrize("html", [
    f'<a href="{OTHER}">', f'<link rel="canonical" href="{OTHER}">', '<img src="../own.png">', '<link rel="icon" href="/own.svg">',
    """<p style='background: url("data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>")'>""", '<svg xmlns="http://www.w3.org/2000/svg">',
])
def test_nothing_else_is_taken_for_asking(html):
    assert of_other_hosts(fetched_by_page(html)) == []
