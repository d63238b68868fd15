"""A question that is settled stays: with its answer, the day and the role, on its own page and on those that it concerned."""

import json
import re
from datetime import date
from html import unescape

import pytest

from macros.model.problem import DataError
from macros.reading.load import load

from .copies import COUNCIL, append, built, copy_of, edit, publish, set_fields, site_in
from .html import page_of

TODAY = date(2027, 2, 10)
GAPS = "data/questions/gaps.yml"
SETTLED = "    settled:\n      answer: The Practice Lead chairs it.\n      on: 2027-02-09\n      by: practice-lead\n"
AMENDMENT = "      amendment: 2027-02-10-learning-board\n"
OPEN_QUESTION = "Is it ten cases a team, or ten in all?"


def settle(copy, settled=SETTLED):
    edit(copy, GAPS, "    concerns:\n      - panels/learning-board\n", f"    concerns:\n      - panels/learning-board\n{settled}")


@pytest.fixture(scope="module")
def settled_site(tmp_path_factory):
    """Exampleshire's site once the question of who chairs the Learning Board is settled, by an amendment."""
    copy = copy_of(COUNCIL, tmp_path_factory.mktemp("settled"))
    set_fields(copy, "data/panels/learning-board.yml", chair="practice-lead")
    publish(copy, TODAY, kind="scheduled", what="The board has a chair.", why="It had none.", do="Send papers to the chair.")
    settle(copy, SETTLED + AMENDMENT)
    return built(copy, copy / "site")


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_settled_question_moves_to_the_settled_ones_with_its_answer(settled_site):
    still_open, settled = page_of(settled_site, "about/questions").text.split('<h2 id="settled">')
    assert 'id="board-chair"' in settled and 'id="board-chair"' not in still_open
    assert "Answer The Practice Lead chairs it. Settled on 9 February 2027 by the Practice Lead" in text_of(settled)


def test_a_settled_question_leads_to_the_change_that_it_made(settled_site):
    link = '<a href="../../whats-new/#2027-02-10-learning-board">The board has a chair.</a>'
    assert link in page_of(settled_site, "about/questions").text


def test_the_questions_that_are_open_stay_so(settled_site):
    assert OPEN_QUESTION in page_of(settled_site, "about/questions").text.split('<h2 id="settled">')[0]


def test_the_page_that_it_concerned_tells_the_answer(settled_site):
    provenance = page_of(settled_site, "panels/learning-board").text.split('class="provenance"')[1].split("</aside>")[0]
    told = text_of(provenance)
    assert told.endswith("Who chairs the Learning Board? Settled on 9 February 2027: The Practice Lead chairs it.")
    assert "open question" not in told


def test_a_page_says_beside_an_open_question_whom_to_ask(council_page):
    page = council_page("panels/learning-board").text
    told = text_of(page.split('class="provenance"')[1].split("</aside>")[0])
    assert "In brackets: who could settle it, as this site suggests. Who chairs the Learning Board? (Practice Lead)" in told


def test_whats_new_says_which_question_a_change_settled(settled_site):
    link = '<strong>Settles:</strong> <a href="../about/questions/#board-chair">Who chairs the Learning Board?</a>'
    assert link in page_of(settled_site, "whats-new").text


def test_the_desk_counts_what_is_open(settled_site):
    desk = text_of(page_of(settled_site, "about/desk").text)
    assert "3 questions are open." in desk and "Gaps : 1" in desk


def test_data_json_holds_the_answer(settled_site):
    data = json.loads((settled_site / "data.json").read_text(encoding="utf-8"))
    [question] = [question for question in data["questions"] if question["id"] == "board-chair"]
    assert question["settled"]["answer"] == "The Practice Lead chairs it."


def test_the_link_to_a_question_lasts_when_it_is_settled(settled_site):
    assert page_of(settled_site, "about/questions").ids.count("board-chair") == 1


def test_settling_needs_no_amendment_where_it_changes_nothing(council):
    settle(council)
    site = site_in(council, day=TODAY)
    assert list(site.unexplained()) == []
    assert "Settles" not in site.macros["whats_new"]()


def test_a_group_whose_questions_are_all_settled_is_no_longer_listed(council):
    settle(council)
    append(council, GAPS, SETTLED)
    site = site_in(council, day=TODAY)
    assert "Gaps" not in site.macros["questions"]() + site.macros["desk"]()


def test_each_question_is_folded_and_has_its_place_on_the_page(council_page):
    page = council_page("about/questions").text
    for question in ("board-chair", "number-of-cases"):
        assert re.search(rf'<details class="asked"[^>]*>\s*<summary>\s*<h3 id="{question}">', page)
    assert "<details class=\"asked\" open" not in page


@pytest.fixture
def questions(browser, council_address):
    """The page of Exampleshire's open questions, in a browser."""
    with browser.new_page() as page:
        page.goto(f"{council_address}about/questions/")
        yield page


def asked(page):
    """The questions that are in sight, by their places."""
    return page.locator("details.asked:visible h3").evaluate_all("all => all.map(one => one.id)")


def choose(page, *value, **option):
    """Choose who can settle a question, and have the questions shown."""
    page.get_by_label("Who can settle it").select_option(*value, **option)
    page.get_by_role("button", name="Show", exact=True).press("Enter")


def test_an_address_that_leads_to_a_question_opens_it_alone(browser, council_address):
    with browser.new_page() as page:
        page.goto(f"{council_address}about/questions/#board-chair")
        assert page.locator("details.asked[open] h3").evaluate_all("all => all.map(one => one.id)") == ["board-chair"]


def test_the_questions_that_a_role_can_settle_are_chosen_from_a_list(questions):
    every = asked(questions)
    choose(questions, index=1)
    assert 0 < len(asked(questions)) < len(every)
    assert questions.get_by_role("status").filter(has_text=f" of {len(every)} questions").count() == 1
    choose(questions, label="Anybody")
    assert asked(questions) == every


def test_a_role_that_the_arrow_keys_pass_changes_nothing(questions):
    every = asked(questions)
    questions.get_by_label("Who can settle it").press("ArrowDown")
    assert questions.get_by_label("Who can settle it").input_value() != ""
    assert (asked(questions), "by=" in questions.url) == (every, False)


def test_a_group_in_which_nothing_is_left_is_not_shown(questions):
    choose(questions, "performance-analyst")
    assert questions.locator("article h2:visible").evaluate_all("all => all.map(one => one.id)") == ["meetings"]


def test_the_numbers_of_all_questions_are_not_shown_beside_a_choice_of_them(questions):
    counts = questions.locator("[data-counts]")
    assert counts.is_visible()
    choose(questions, "performance-analyst")
    assert counts.is_hidden()
    choose(questions, label="Anybody")
    assert counts.is_visible()


def test_the_choice_stands_in_the_address_so_that_it_can_be_sent(questions, browser):
    choose(questions, index=1)
    with browser.new_page() as other:
        other.goto(questions.url)
        assert asked(other) == asked(questions)


def test_whoever_is_led_to_a_question_that_the_choice_hides_sees_it(questions):
    choose(questions, index=1)
    hidden = questions.locator("details.asked[hidden] h3").first.get_attribute("id")
    questions.evaluate("id => { location.hash = id; }", hidden)
    questions.locator(f"#{hidden}").wait_for(state="visible")
    assert questions.locator("details.asked[open] h3").evaluate_all("all => all.map(one => one.id)") == [hidden]


def test_paper_has_in_full_what_the_choice_leaves(questions):
    choose(questions, "performance-analyst")
    questions.evaluate("dispatchEvent(new Event('beforeprint'))")
    questions.emulate_media(media="print")
    assert asked(questions) == ["listening-days"]
    assert questions.locator("details.asked:visible").get_by_text("Why it matters").is_visible()


def test_without_script_every_question_opens_and_there_is_no_list_of_roles(browser, council_address):
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(f"{council_address}about/questions/")
        assert not page.get_by_label("Who can settle it").is_visible()
        page.locator("summary").first.click()
        assert page.get_by_text("Why it matters").first.is_visible()


@pytest.mark.parametrize(("old", "new", "message"), [
    ("by: practice-lead", "by: nobody", 'there is no role "nobody"'),
    ("      by: practice-lead\n", "", '"by" is missing'),
    ("by: practice-lead", "by: practice-lead\n      amendment: never", 'there is no amendment "never"'),
])
def test_an_answer_that_cannot_be_is_refused(council, old, new, message):
    settle(council, SETTLED.replace(old, new))
    with pytest.raises(DataError, match=message):
        load(council, TODAY)


def test_a_question_is_not_settled_before_its_day(council):
    settle(council, SETTLED.replace("2027-02-09", "2027-02-11"))
    with pytest.raises(DataError) as error:
        load(council, TODAY)
    [problem] = error.value.problems
    assert str(problem).startswith(f"{GAPS}:")
    assert str(problem).endswith(": this day has not come yet: give the day on which the question was settled.")


def test_questions_that_no_page_shows_are_refused(tmp_path):
    copy = copy_of(COUNCIL, tmp_path / "council", code=False)
    (copy / "docs/about/questions.md").unlink()
    with pytest.raises(DataError, match=r"docs/about/questions\.md:1: this page shows the open questions, and is missing: put it back\."):
        load(copy, TODAY)
