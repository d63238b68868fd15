"""The measure of how hard a page is to read: what of it counts as prose, and that a hard text counts as hard."""

import pytest
import textstat

from .prose import HARDEST, Names, prose


@pytest.mark.parametrize(("html", "read"), [
    ("<p>The Matching Panel meets in every month.</p>", "The name meets in every month."),
    ("<h2>A heading that is left out</h2><p>It has four words</p>", "It has four words."),
    ("<ul><li>January, March, Matching Panel</li></ul>", ""),
    ("<table><td>A cell of four words</td></table><p>Not <code>code</code> but what is round it.</p>", "Not but what is round it."),
], ids=["a name is one short word", "a block ends a sentence", "names alone are no prose", "no tables, no code"])
def test_only_prose_is_measured(council_framework, html, read):
    assert prose(f"<article>{html}</article>", Names(council_framework)) == read


def test_a_hard_text_is_found_hard():
    hard = "Practitioners should comprehensively operationalise multidisciplinary considerations regarding accommodation."
    assert textstat.flesch_kincaid_grade(hard) > HARDEST
