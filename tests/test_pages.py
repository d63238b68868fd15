"""Pages that data makes, what they say where the framework says nothing, and what a QA lead may write over them."""

import re

import pytest

from .copies import build
from .html import Html

NEW_PANEL = """
- id: new-panel
  title: New *starred* & <b>bold</b> Panel
  group: panels
  purpose: Looks at 1. new | things, {{ and }} [brackets](x).
  source: [timeline]
"""


def preview(copy):
    """Preview the copy, as `make serve` does."""
    done = build(copy, copy / "site", strict=False)
    assert done.returncode == 0, done.stderr
    return copy / "site"


def add_panel(copy):
    panels = copy / "data" / "panels.yml"
    panels.write_text(panels.read_text(encoding="utf-8") + NEW_PANEL, encoding="utf-8")


def test_a_record_is_all_it_takes_to_get_a_panel_page(copy):
    add_panel(copy)
    site = preview(copy)
    assert 'href="new-panel/"' in (site / "panels" / "index.html").read_text(encoding="utf-8")
    assert "Terms of reference of the New" in (site / "panels" / "new-panel" / "index.html").read_text(encoding="utf-8")


def test_text_from_the_data_is_shown_letter_by_letter(copy):
    add_panel(copy)
    shown = (preview(copy) / "panels" / "new-panel" / "index.html").read_text(encoding="utf-8")
    assert "Looks at 1. new | things, {{ and }} [brackets](x)." in shown
    assert "<b>bold</b>" not in shown.split("<article")[1].split("</article>")[0]


def test_a_hand_written_page_wins_and_can_call_the_same_macro(copy):
    front = "---\ntitle: Home Panel\ndescription: By hand.\n---\n\nWritten by hand.\n\n"
    (copy / "docs" / "panels" / "home-panel.md").write_text(front + "{{ panel('home-panel') }}\n", encoding="utf-8")
    shown = (preview(copy) / "panels" / "home-panel" / "index.html").read_text(encoding="utf-8")
    assert "Written by hand." in shown and "scrutiny and challenge" in shown


def add(copy, page, *lines):
    """Add lines to the end of a page. Returns the number of the first of them."""
    file = copy / "docs" / page
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\n".join([*lines, ""]), encoding="utf-8")
    return text.count("\n") + 1


def test_what_pages_call_for_in_vain_is_told_at_once(copy):
    line = add(
        copy, "about/index.md",
        "{{ rols() }} {{ somebody }}", "{{ panel('home-panle') }}", "{{ month('Febuary') }}", "{{ field('Date', rows=2) }}",
    )
    wrong = add(copy, "calendar/index.md", "{{ calendars( }}")
    unknown = add(copy, "index.md", "{{ framework.edition.title | louder }}")
    done = build(copy, copy / "site")
    assert done.returncode == 1
    assert done.stdout.strip().split("\n") == [
        f'docs/about/index.md:{line}: there is no macro "rols". Did you mean roles?',
        f'docs/about/index.md:{line}: there is no macro "somebody".',
        f'docs/about/index.md:{line + 1}: there is no panel "home-panle". Did you mean home-panel?',
        f'docs/about/index.md:{line + 2}: there is no month "Febuary". Did you mean February?',
        f"docs/about/index.md:{line + 3}: field(…) was not given what it needs: got an unexpected keyword argument 'rows'.",
        f"docs/calendar/index.md:{wrong}: what stands in braces cannot be read: unexpected '}}', expected ')'.",
        f"docs/index.md:{unknown}: what stands in braces cannot be read: No filter named 'louder'.",
        "7 to put right. Nothing was built.",
    ]


@pytest.mark.parametrize("text", ["{{ framework.nothing }}", "[lost](/panels/lost.md)", "[lost](/glossary.md#lost)"])
def test_a_mistake_on_a_page_stops_the_build(copy, text):
    add(copy, "about/index.md", text)
    assert build(copy, copy / "site").returncode != 0


def missing(site, panel):
    """Return what the page of a panel says that the framework does not state."""
    shown = (site / "panels" / panel / "index.html").read_text(encoding="utf-8")
    return re.findall("<li>([^<]+)</li>", shown.split("Not stated in the March 2023 framework:")[1].split("</ul>")[0])


def test_what_the_framework_leaves_out_is_said_to_be_left_out(site):
    assert missing(site, "home-panel") == [
        "chair", "members", "quorum", "what comes in", "what goes out", "whom it reports to"
    ]


def test_a_panel_whose_members_are_told_in_words_is_not_said_to_lack_members(site):
    assert missing(site, "chscp") == ["chair", "quorum", "how often it meets", "whom it reports to"]


def test_the_council_meets_other_people_in_july(site):
    july = (site / "timeline" / "july" / "index.html").read_text(encoding="utf-8")
    june = (site / "timeline" / "june" / "index.html").read_text(encoding="utf-8")
    assert ">Town Clerk</a>" in july and ">Town Clerk</a>" not in june


def test_an_abbreviation_is_expanded_on_hover(site):
    page = (site / "framework" / "virtual-school-head" / "index.html").read_text(encoding="utf-8")
    assert '<abbr title="Personal Education Plan">PEP</abbr>' in page


def test_an_open_question_is_shown_beside_the_fact_it_concerns(site, framework):
    question = next(question for question in framework.all_questions if "panels/chscp" in question.concerns)
    shown = Html((site / "panels" / "chscp" / "index.html").read_text(encoding="utf-8"))
    assert f"../../about/questions/#{question.id}" in shown.links


def arrows(site, month):
    """Return where the two arrows at the foot of a month lead, each with what it says."""
    return re.findall(r'<a href="([^"]+)">(← \w+|\w+ →)</a>', (site / "timeline" / month / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("month", "before", "after"), [("January", "December", "February"), ("June", "May", "July"), ("December", "November", "January")]
)
def test_the_arrows_of_a_month_lead_to_the_one_before_and_the_one_after(site, month, before, after):
    assert arrows(site, month.lower()) == [(f"../{before.lower()}/", f"← {before}"), (f"../{after.lower()}/", f"{after} →")]
