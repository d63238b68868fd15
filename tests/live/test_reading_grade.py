"""Every page is written for people in a hurry. `pytest -s tests/live/test_reading_grade.py` shows the grade of each."""

from statistics import mean

import pytest
import textstat

from macros.model.explanation import MINOR

from ..prose import HARDEST, Names, prose

FEWEST_WORDS = 30  # less is too little to measure
VERSION = "/version-"  # what held before or is to hold, field by field and word beside word: nobody acts on it
LISTS_OF_TITLES = {
    "activities": "each line is the title of an activity and its months; the framework gives the titles",
    "framework/references": "each line is the title of a document that others published",
}


@pytest.fixture(scope="module")
def grades(site, framework):
    """The Flesch-Kincaid grade of every page that has prose, the hardest first."""
    names, grades = Names(framework), {}
    for file in site.rglob("*.html"):
        text = prose(file.read_text(encoding="utf-8"), names)
        page = file.parent.relative_to(site).as_posix()
        if VERSION not in page and len(text.split()) >= FEWEST_WORDS:
            grades[page] = textstat.flesch_kincaid_grade(text)
    grades = dict(sorted(grades.items(), key=lambda item: -item[1]))
    print("", *(f"{grade:5.1f}  {page}" for page, grade in grades.items()), f"{mean(grades.values()):5.1f}  on average", sep="\n")
    return grades


def test_no_page_is_harder_to_read_than_grade_nine(grades):
    assert {page for page, grade in grades.items() if grade > HARDEST} - LISTS_OF_TITLES.keys() == set()


def test_the_whole_site_is_at_grade_nine_or_below(grades):
    assert mean(grades.values()) <= HARDEST


def test_no_exception_is_made_for_a_page_that_needs_none(grades, framework):
    if any(amendment.kind != MINOR for amendment in framework.amendments):
        pytest.skip("an amendment may have made a list of titles easier to read")
    assert {page for page in LISTS_OF_TITLES if grades[page] <= HARDEST} == set()


def test_the_grade_is_measured_on_most_pages_that_somebody_wrote(grades, framework):
    written = set(framework.pages) - LISTS_OF_TITLES.keys()
    assert len(written & grades.keys()) > len(written) / 2
