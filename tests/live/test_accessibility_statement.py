"""The statement that the Accessibility Regulations 2018 require has its headings, and claims no more than is so."""

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


def test_it_says_when_people_tested_the_site_or_that_nobody_has(statement):
    """The regulations' own model has the words "last tested on"; until there is such a day, an audit is due."""
    assert re.search(r"last tested on \d{1,2} \w+ \d{4}|A human audit is still due\.", statement)


def test_it_names_no_address_but_the_one_in_the_data(statement, framework):
    given = {framework.edition.feedback} - {None}
    assert set(re.findall(r"[\w.]+@[\w.]+\w", statement)) <= given
    assert "tel:" not in statement
