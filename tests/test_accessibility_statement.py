"""The statement that the Accessibility Regulations 2018 require has its headings and can be reached from everywhere."""

import re

import pytest

PAGE = "about/accessibility/index.html"
HEADINGS = [
    ("h1", "Accessibility statement"),
    ("h2", "How accessible this website is"),
    ("h2", "Feedback and contact information"),
    ("h2", "Reporting accessibility problems with this website"),
    ("h2", "Enforcement procedure"),
    ("h2", "Technical information about this website's accessibility"),
    ("h3", "Compliance status"),
    ("h2", "Non-accessible content"),
    ("h3", "Non-compliance with the accessibility regulations"),
    ("h3", "Disproportionate burden"),
    ("h3", "Content that's not within the scope of the accessibility regulations"),
    ("h2", "What is being done to improve accessibility"),
    ("h2", "Preparation of this accessibility statement"),
]


@pytest.fixture(scope="module")
def statement(site):
    return (site / PAGE).read_text(encoding="utf-8")


def test_it_has_the_headings_that_are_required(statement):
    assert re.findall(r"<(h[1-3])[^>]*>([^<]+)", statement) == HEADINGS


def test_it_says_that_a_human_audit_is_still_due(statement):
    assert "A human audit is still due." in statement


def test_it_names_no_address_but_the_one_in_the_data(statement, framework):
    given = {framework.edition.feedback} - {None}
    assert set(re.findall(r"[\w.]+@[\w.]+\w", statement)) <= given
    assert "tel:" not in statement


def test_the_foot_of_every_page_leads_to_it(site):
    foot = re.compile(r'<p class="foot">\s*<a href="([^"]+)">Accessibility statement</a>')
    links = {file: foot.search(file.read_text(encoding="utf-8")) for file in site.rglob("index.html")}
    assert [file for file, link in links.items() if not link or not (file.parent / link[1] / "index.html").samefile(site / PAGE)] == []
