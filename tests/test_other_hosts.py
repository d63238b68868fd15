"""No page asks another host for anything: nobody learns who reads it, and it looks the same where nothing else can be reached."""

import pytest

from . import kinds
from .fetched import READERS, asked_of_others, fetched_by_page, named_of_others, of_other_hosts

OTHER = "//other.example/x"


@pytest.mark.parametrize("pattern", READERS)
@pytest.mark.parametrize("site", ["council_site", "borough_site"])
def test_no_file_of_a_site_asks_another_host_for_anything(request, site, pattern):
    assert named_of_others(request.getfixturevalue(site), pattern) == {}


def test_no_script_of_any_kind_of_page_asks_another_host_for_anything(browser, council_address):
    assert asked_of_others(browser, council_address, kinds.EXAMPLESHIRE) == []


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
