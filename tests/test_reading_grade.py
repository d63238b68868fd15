"""Every page is written for people in a hurry. `pytest -s tests/test_reading_grade.py` shows the grade of each."""

from statistics import mean

import pytest
import textstat

from .prose import Names, prose

HARDEST = 9
FEWEST_WORDS = 30  # less is too little to measure
LISTS_OF_TITLES = {
    "activities": "each line is the title of an activity and its months; the framework gives the titles",
    "framework/references": "each line is the title of a document that others published",
}


@pytest.fixture(scope="module")
def grades(site, framework):
    """The Flesch-Kincaid grade of every page that has prose, the hardest first."""
    names, found = Names(framework), {}
    for file in site.rglob("*.html"):
        text = prose(file.read_text(encoding="utf-8"), names)
        if len(text.split()) >= FEWEST_WORDS:
            found[file.parent.relative_to(site).as_posix()] = textstat.flesch_kincaid_grade(text)
    found = dict(sorted(found.items(), key=lambda item: -item[1]))
    print("", *(f"{grade:5.1f}  {page}" for page, grade in found.items()), f"{mean(found.values()):5.1f}  on average", sep="\n")
    return found


def test_no_page_is_harder_to_read_than_grade_nine(grades):
    assert {page for page, grade in grades.items() if grade > HARDEST} - LISTS_OF_TITLES.keys() == set()


def test_no_exception_is_made_for_a_page_that_needs_none(grades):
    assert {page for page in LISTS_OF_TITLES if grades[page] <= HARDEST} == set()


def test_the_whole_site_is_at_grade_nine_or_below(grades):
    assert mean(grades.values()) <= HARDEST


def test_the_grade_is_measured_on_most_pages(grades, site):
    assert len(grades) > len(list(site.rglob("*.html"))) / 2


@pytest.mark.parametrize(("html", "read"), [
    ("<p>The Home Panel meets in every month.</p>", "The name meets in every month."),
    ("<h2>A heading that is left out</h2><p>It has four words</p>", "It has four words."),
    ("<ul><li>January, March, Home Panel</li></ul>", ""),
    ("<table><td>A cell of four words</td></table><p>Not <code>code</code> but what is round it.</p>", "Not but what is round it."),
], ids=["a name is one short word", "a block ends a sentence", "names alone are no prose", "no tables, no code"])
def test_only_prose_is_measured(framework, html, read):
    assert prose(f"<article>{html}</article>", Names(framework)) == read


def test_a_hard_text_is_found_hard():
    hard = "Practitioners should comprehensively operationalise multidisciplinary considerations regarding accommodation."
    assert textstat.flesch_kincaid_grade(hard) > HARDEST
