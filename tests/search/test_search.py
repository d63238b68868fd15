"""Search knows the words people use: asked through the built site's own worker, as the browser asks it."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from macros.history.tracked import says
from macros.model.month import Month
from macros.pages.search_index import with_keywords

from .questions import answered, asked, questions

KINDS = {False: "search, tuned on", True: "search, held out"}


@pytest.fixture(scope="module")
def entries(site):
    return json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]


def sentences(entry):
    """Yield the sentences of an entry that are long enough to be told apart."""
    for sentence in re.split(r"(?<=[.?!])\s+|<[^>]+>", entry["text"]):
        if len(sentence.split()) >= 6:
            yield sentence.strip()


def without_a_letter(name):
    """Return a name with a letter missing in the middle of its longest word."""
    longest = max(name.split(), key=len)
    middle = len(longest) // 2
    return name.replace(longest, longest[:middle] + longest[middle + 1:])


@pytest.mark.parametrize("held_out", KINDS, ids=["tuned on", "held out"])
def test_the_questions_that_people_ask_find_the_pages_that_answer_them(site, record_property, held_out):
    found = answered(site, [question for question in questions() if question.held_out == held_out])
    record_property(KINDS[held_out], str(found))
    assert found.missed(3) == []
    assert found.first >= 0.95, found.missed(1)


def test_every_answer_is_a_page(site):
    assert [answer for question in questions() for answer in question.answers if not (site / answer / "index.html").is_file()] == []


def test_there_are_enough_questions_and_enough_held_out():
    assert len(questions()) >= 70
    assert sum(question.held_out for question in questions()) >= 20


def test_every_page_is_found_first_by_its_title(site, entries):
    title = {entry["location"].rstrip("/"): entry["title"] for entry in entries if "#" not in entry["location"]}
    typed = sorted(set(title.values()))
    found = asked(site, typed)
    assert len(typed) > 100
    assert [(name, pages[:2]) for name, pages in zip(typed, found, strict=True) if title[pages[0]] != name] == []


@pytest.mark.parametrize("typed", [str.lower, without_a_letter], ids=["in lower case", "with a letter missing"])
def test_every_panel_is_found_by_its_name(site, framework, typed):
    names = [re.sub(r"[’'“”()]", "", panel.title) for panel in framework.panels]
    found = asked(site, [typed(name) for name in names])
    assert [panel.title for panel, pages in zip(framework.panels, found, strict=True) if panel.page not in pages[:3]] == []


def test_a_slip_in_a_name_changes_nothing(site):
    wrong, right = asked(site, ["vunerable", "vulnerable"])
    assert wrong == right != []


def test_two_letters_swapped_in_a_long_name_change_nothing(site):
    wrong, right = asked(site, ["stratgeic palcement", "strategic placement"])
    assert wrong == right != []


def test_every_abbreviation_in_brackets_is_found(site, framework):
    named = {letters: panel.page for panel in framework.panels for letters in re.findall(r"\((\w+)\)", panel.title)}
    assert {letters: pages[0] for letters, pages in zip(named, asked(site, list(named)), strict=True)} == named != {}


def test_every_month_is_found_by_its_name(site):
    found = asked(site, [f"what happens in {month.name.lower()}?" for month in Month])
    assert [pages[0] for pages in found] == [month.page for month in Month]


def test_stop_words_change_nothing(site):
    short, long = asked(site, ["copy observation", "who gets a copy of my observation?"])
    assert short == long != []


def test_a_question_of_stop_words_alone_is_asked_as_it_stands(site):
    assert asked(site, ["who"])[0] != []


def test_an_unknown_word_finds_nothing(site):
    assert asked(site, ["xylophone"]) == [[]]


def test_no_sentence_stands_in_the_index_for_every_month(entries):
    counted = Counter(sentence for entry in entries if entry["location"].startswith("timeline/") for sentence in sentences(entry))
    assert [sentence for sentence, count in counted.items() if count > 1] == []


def test_a_page_that_lists_others_has_one_entry(entries):
    lists = ("panels/#", "roles/#", "activities/#", *(f"{month.page}/#" for month in Month))
    assert [entry["location"] for entry in entries if entry["location"].startswith(lists)] == []


def test_how_to_subscribe_stands_in_the_index_once(entries):
    assert [entry["location"] for entry in entries if "keeps itself up to date" in entry["text"]] == ["calendar/"]


def test_the_year_as_a_table_is_not_in_the_index(entries):
    assert all("Jan Apr" not in " ".join(entry["text"].split()) for entry in entries)


def test_a_hand_written_page_has_the_keywords_of_its_record_as_well(framework):
    by_hand = framework.pages["glossary"].model_copy(update={"keywords": ("by hand",)})
    with_page = replace(framework, pages={"panels/home-panel": by_hand})
    [entry] = with_keywords([{"location": "panels/home-panel/", "title": "Home Panel", "text": ""}], with_page)
    assert {"by hand", *framework.panel["home-panel"].keywords} <= set(entry["keywords"])


def test_a_keyword_is_no_change_of_what_was_published(framework):
    activity = framework.activities[0]
    assert says(activity.model_copy(update={"keywords": ("another word",)})) == says(activity)


def test_keywords_are_not_in_data_json(site):
    assert '"keywords"' not in (site / "data.json").read_text(encoding="utf-8")


@pytest.fixture
def first_result(browser, address):
    """The address, in the site, of the result that is shown first for what somebody types, once it starts as expected."""
    with browser.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True) as reading:
        def first_result(typed, expected):
            reading.goto(address)
            reading.locator("input.md-search__input").click()
            reading.keyboard.type(typed)
            started = "start => document.querySelector('.md-search-result__link')?.href.startsWith(start)"
            reading.wait_for_function(started, arg=address + expected)
            return reading.locator(".md-search-result__link").first.get_attribute("href").removeprefix(address)
        yield first_result


@pytest.mark.parametrize(
    ("typed", "page"), [("stuck case", "panels/top-three-meeting/"), ("vunerable childrens group", "panels/vulnerable-childrens-group/")]
)
def test_a_reader_who_types_gets_the_page_first(first_result, typed, page):
    assert first_result(typed, page).split("?")[0] == page


def test_the_address_of_a_result_holds_the_words_found_alone(first_result):
    expected = "panels/top-three-meeting/?h=stuck+case"
    assert first_result("stuck case", expected) == expected
