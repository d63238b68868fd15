"""The accessibility statement can be reached from every page, as the Accessibility Regulations 2018 require."""

import re

PAGE = "about/accessibility/index.html"
FOOT = re.compile(r'<p class="foot">\s*<a href="([^"]+)">Accessibility statement</a>')


def test_the_foot_of_every_page_leads_to_it(council_site):
    links = {file: FOOT.search(file.read_text(encoding="utf-8")) for file in council_site.rglob("index.html")}
    assert [file for file, link in links.items() if not link or not (file.parent / link[1] / "index.html").samefile(council_site / PAGE)] == []


def test_a_site_without_one_leads_to_none(borough_site):
    pages = {file: file.read_text(encoding="utf-8") for file in borough_site.rglob("index.html")}
    assert [file for file, text in pages.items() if 'class="foot"' not in text or "Accessibility statement" in text] == []
