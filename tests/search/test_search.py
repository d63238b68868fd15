"""Search knows the words people use: asked through the built site's own finder, as the browser asks it."""

import gzip
import re
from dataclasses import replace

import pytest

from macros.history.tracked import says
from macros.model.month import Month
from macros.pages.search_index import SearchedPage, build_search, sections_of

from ..copies import PROJECT
from .index import index_of, read_index
from .questions import BY_PAGE, FILES, IDIOMS, answered, answers, asked, questions, real_words

HELD = {False: "search, tuned on", True: "search, held out"}
# What is reached today: the aim is 96 and 99 of 100.
FIRST, IN_THREE = {False: 0.95, True: 0.87}, {False: 0.985, True: 0.935}


@pytest.fixture(scope="module")
def index(site):
    return index_of(site)


def without_a_letter(name):
    """Return a name with a letter missing in the middle of its longest word."""
    longest = max(name.split(), key=len)
    middle = len(longest) // 2
    return name.replace(longest, longest[:middle] + longest[middle + 1:])


@pytest.mark.parametrize("held_out", HELD, ids=["tuned on", "held out"])
def test_the_questions_that_people_ask_find_the_pages_that_answer_them(site, record_property, held_out):
    found = answered(site, [question for question in questions() if question.held_out == held_out and question.answers])
    record_property(HELD[held_out], str(found))
    assert found.first >= FIRST[held_out], found.missed(1)
    assert 1 - len(found.missed(3)) / len(found.questions) >= IN_THREE[held_out], found.missed(3)


def test_more_than_a_half_of_the_figures_of_speech_find_the_pages_that_are_meant(site, record_property):
    found = answered(site, questions(IDIOMS))
    record_property("search, figures of speech", str(found))
    assert found.first >= 0.5, found.missed(1)


@pytest.mark.parametrize("held_out", HELD, ids=["tuned on", "held out"])
def test_most_of_what_each_page_may_be_asked_for_finds_it(site, record_property, held_out):
    found = answered(site, [question for question in questions(BY_PAGE) if question.held_out == held_out])
    record_property(f"{HELD[held_out]}, page by page", str(found))
    assert found.first >= (0.72 if held_out else 0.82), found.missed(1)


def test_every_answer_is_a_page(site):
    assert [answer for question in questions(*FILES, BY_PAGE, IDIOMS) for answer in question.answers if not (site / answer / "index.html").is_file()] == []


def test_there_are_enough_questions_and_enough_held_out():
    assert len(questions()) >= 700
    assert sum(question.held_out for question in questions()) >= 150


def test_a_question_that_the_site_cannot_answer_brings_few_pages_or_is_told_what_no_page_has(site):
    asking = [question.text for question in questions() if not question.answers]
    given = dict(zip(asking, answers(site, asking), strict=True))
    assert len(asking) >= 20
    silent = {question: answer["pages"] for question, answer in given.items() if answer["pages"] and not answer["leftOut"]}
    assert {question for question, pages in silent.items() if len(pages) > 5} <= {"cycle to work", "school holiday dates"}  # words that the site is full of


def test_every_page_is_found_first_by_its_title(site, index):
    title = {page["at"].rstrip("/"): page["title"] for page in index["pages"]}
    typed = sorted(set(title.values()))
    found = asked(site, typed)
    assert len(typed) > 100
    assert [(name, pages[:2]) for name, pages in zip(typed, found, strict=True) if title[pages[0]] != name] == []


def test_nearly_every_heading_typed_as_it_stands_leads_to_its_page(site, index):
    headings = {(heading, page["at"].rstrip("/")) for page in index["pages"] for heading, _ in page["sections"] if heading}
    own = [(heading, at) for heading, at in headings if sum(heading == other for other, _ in headings) == 1]
    found = asked(site, [heading for heading, _ in own])
    missed = [(heading, pages[:3]) for (heading, at), pages in zip(own, found, strict=True) if at not in pages[:3]]
    assert len(own) > 100
    assert len(missed) / len(own) <= 0.03, missed


@pytest.mark.parametrize("typed", [str.lower, without_a_letter], ids=["in lower case", "with a letter missing"])
def test_every_panel_is_found_by_its_name(site, framework, typed):
    names = [re.sub(r"[’'“”()]", "", panel.title) for panel in framework.panels]
    found = asked(site, [typed(name) for name in names])
    assert [panel.title for panel, pages in zip(framework.panels, found, strict=True) if panel.page not in pages[:3]] == []


@pytest.mark.parametrize(("typed", "meant"), [
    ("vunerable", {"vunerable": "vulnerable"}), ("stratgeic palcement", {"stratgeic": "strategic", "palcement": "placement"}),
    ("nsupervision", {"nsupervision": "supervision"}), ("qudit", {"qudit": "audit"}), ("teensger", {"teensger": "teenager"}),
])
def test_a_slip_is_told_and_changes_nothing_else(site, typed, meant):
    right = " ".join(meant.values())
    wrong, without = answers(site, [typed, right])
    assert wrong["nearest"] == meant
    assert wrong["pages"] == without["pages"] != []


def test_a_word_that_the_site_knows_is_never_taken_for_another(site, index):
    words = sorted({word for page in index["pages"] for word in re.findall(r"[a-z]{4,}", page["title"].lower())})
    assert [word for word, answer in zip(words, answers(site, words), strict=True) if answer["nearest"]] == []


def test_a_word_of_the_trade_or_of_everyday_is_never_taken_for_another(site):
    words = real_words()
    assert len(words) >= 300
    assert {word: answer["nearest"] for word, answer in zip(words, answers(site, words), strict=True) if answer["nearest"]} == {}


def test_a_real_word_that_stands_nowhere_is_told_beside_those_that_do(site):
    [answer] = answers(site, ["private fostering"])
    assert (answer["nearest"], answer["leftOut"]) == ({}, ["private"])


@pytest.mark.parametrize("forms", [
    ("observe", "observes", "observing", "observation"), ("policy", "policies"), ("adopting", "adopted"), ("analysis", "analyses"),
    ("audit", "audits", "auditing"), ("therapist", "therapy"), ("report", "reported", "reports"),
])
def test_the_forms_of_a_word_find_the_same_pages(site, forms):
    first, *others = (set(pages) for pages in asked(site, list(forms)))
    assert first != set()
    assert [form for form, pages in zip(forms[1:], others, strict=True) if pages != first] == []


@pytest.mark.parametrize(("one", "other"), [
    ("police", "policy"), ("director", "direct"), ("officer", "office"), ("care", "carry"), ("file", "fill"), ("role", "rolled"), ("statement", "statistics"),
])
def test_a_word_is_not_cut_to_what_means_something_else(site, one, other):
    first, second = asked(site, [one, other])
    assert set(first) != set(second)


def test_every_abbreviation_in_brackets_is_found(site, framework):
    named = {letters: panel.page for panel in framework.panels for letters in re.findall(r"\((\w+)\)", panel.title)}
    assert {letters: pages[0] for letters, pages in zip(named, asked(site, list(named)), strict=True)} == named != {}


def test_every_month_is_found_by_its_name(site):
    found = asked(site, [f"what happens in {month.name.lower()}?" for month in Month])
    assert [pages[0] for pages in found] == [month.page for month in Month]


def test_a_small_word_is_no_form_of_a_word_that_people_say(site):
    [answer] = answers(site, ["how do i find out what changed"])  # people say "outing" for the residential holiday
    assert "activities/residential-holiday-feedback" not in answer["pages"][:3]


def test_what_has_a_part_of_the_words_that_are_meant_counts_for_that_part(site):
    [answer] = answers(site, ["they tell me what I want to hear"])  # means "selective cooperation": a page has both words, others one
    assert answer["pages"][0] == "standards/knowledge-and-skills/assessment"


def test_stop_words_change_nothing(site):
    short, long = asked(site, ["copy observation", "who gets a copy of my observation?"])
    assert short[0] == long[0]


def test_a_question_of_stop_words_alone_is_asked_as_it_stands(site):
    assert asked(site, ["who"])[0] != []


def test_an_unknown_word_finds_nothing(site):
    assert asked(site, ["xylophone"]) == [[]]


def test_a_word_that_no_page_has_is_told(site):
    [answer] = answers(site, ["home panel xylophone"])
    assert answer["pages"][0] == "panels/home-panel"
    assert answer["leftOut"] == ["xylophone"]
    assert len(answer["pages"]) <= 5


@pytest.mark.parametrize("typed", ["offline", "download", "pdf", "read it without a connection"])
def test_what_people_say_for_a_copy_to_keep_finds_its_page_first(site, typed):
    [answer] = answers(site, [typed])
    assert answer["pages"][0] == "handbook"


def test_a_word_is_told_as_left_out_once_and_only_where_no_result_holds_it(site):
    twice, held = answers(site, ["home panel xylophone xylophone", "genograms hackney"])
    assert twice["leftOut"] == ["xylophone"]
    assert held["leftOut"] == []
    assert {"standards/knowledge-and-skills/assessment", "panels/chscp"} <= set(held["pages"])


def test_a_result_leads_to_the_section_that_holds_what_was_asked(site):
    [answer] = answers(site, ["children educated at home"])
    assert (answer["pages"][0], answer["sections"][0]) == ("framework/education-and-early-years", "children-educated-at-home")


def test_a_month_has_no_text_and_a_page_that_lists_others_one_section(index):
    sections = {page["at"].rstrip("/"): page["sections"] for page in index["pages"]}
    assert [month.page for month in Month if sections[month.page]] == []
    assert [at for at in ("panels", "roles", "activities") if len(sections[at]) > 1] == []


def test_how_to_subscribe_stands_in_the_index_once(index):
    saying = [page["at"] for page in index["pages"] if any("keeps itself up to date" in text for _, text in page["sections"])]
    assert saying == ["calendar/"]


def test_the_year_as_a_table_is_not_in_the_index(index):
    assert all("Jan Apr" not in " ".join(text.split()) for page in index["pages"] for _, text in page["sections"])


def test_the_words_of_a_page_are_read_by_its_sections_without_what_stands_on_many_pages():
    html = '<h1>Title</h1><p>One <em>and</em> two.</p><p data-search-exclude>No</p><h2 id="a">More</h2><ul><li>x<li>y</ul>'
    assert [(one.id, one.heading, one.text) for one in sections_of(html)] == [("", "", "One and two."), ("a", "More", "x\ny")]


def test_what_a_result_says_of_a_page_and_where_the_page_comes_from_is_no_text_to_search(index):
    texts = [text for page in index["pages"] for _, text in page["sections"]]
    [panel] = [page for page in index["pages"] if page["at"] == "panels/home-panel/"]
    assert all(panel["says"] not in text for text in texts)
    assert all("Source" not in text.split("\n") for text in texts)


def test_a_script_is_sent_without_its_comments_and_otherwise_as_it_stands(site):
    name = "assets/javascripts/finder.js"
    lines = (PROJECT / "overrides" / name).read_text(encoding="utf-8").splitlines()
    sent = (site / name).read_text(encoding="utf-8").splitlines()
    assert sent == [line for line in lines if not line.lstrip().startswith(("//", "/*", "*"))]
    assert len(sent) < len(lines)


def test_an_opened_search_sends_at_most_60_kilobytes_and_what_amendments_add(site):
    sent = [site / "assets" / name for name in ("javascripts/finder.js", "search-index.js", "search-texts.js")]
    assert sum(len(gzip.compress(file.read_bytes())) for file in sent) <= 63_000


def test_a_hand_written_page_has_the_keywords_of_its_record_as_well(framework):
    by_hand = framework.pages["glossary"].model_copy(update={"keywords": ("by hand",)})
    with_page = replace(framework, pages={"panels/home-panel": by_hand})
    made = build_search(with_page, [SearchedPage("panels/home-panel", "panels/home-panel/", "Home Panel", "", [])])
    [page] = read_index(made)["pages"]
    assert {"by hand", *framework.panel["home-panel"].keywords} <= set(page["keywords"])


def test_each_word_that_the_thesaurus_gives_for_another_stands_on_a_page(site, framework):
    words = sorted({word for entry in framework.thesaurus for means in entry.means for word in means.split()})
    found = asked(site, words)
    assert [word for word, pages in zip(words, found, strict=True) if not pages] == []


def test_a_keyword_is_no_change_of_what_was_published(framework):
    activity = framework.activities[0]
    assert says(activity.model_copy(update={"keywords": ("another word",)})) == says(activity)


def test_keywords_are_not_in_data_json(site):
    assert '"keywords"' not in (site / "data.json").read_text(encoding="utf-8")


@pytest.fixture(params=[1440, 360])
def reader(browser, address, request):
    """A page on which the search is open, at two widths."""
    with browser.new_page(viewport={"width": request.param, "height": 900}) as page:
        page.goto(address)
        page.get_by_role("button", name="Search this site").click()
        yield page


def results(page):
    return page.get_by_role("group", name="Results").get_by_role("list").get_by_role("link")


def test_a_reader_who_types_gets_the_page_first_and_its_words_marked_there(reader, address):
    reader.keyboard.type("stuck case")
    results(reader).filter(has_text="Top three").first.wait_for()
    assert results(reader).first.get_attribute("href").startswith(f"{address}panels/top-three-meeting/")
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{address}panels/top-three-meeting/**")
    assert {mark.lower() for mark in reader.locator("article mark").all_text_contents()} <= {"case", "cases", "stuck"}


def test_back_brings_the_question_and_its_results_again(reader, address):
    reader.keyboard.type("home panel")
    results(reader).first.click()
    reader.wait_for_url(f"{address}panels/home-panel/**")
    reader.go_back()
    results(reader).first.wait_for()
    assert reader.get_by_role("search").get_by_role("textbox").input_value() == "home panel"


def test_the_address_holds_the_question_so_that_it_can_be_sent(reader, browser):
    reader.keyboard.type("home panel")
    reader.wait_for_url("**/?q=home+panel")
    with browser.new_page() as colleague:
        colleague.goto(reader.url)
        results(colleague).first.wait_for()
        assert "Home Panel" in results(colleague).first.inner_text()


def test_a_slip_is_told_with_the_way_back_to_what_was_typed(reader):
    reader.keyboard.type("vunerable group")
    reader.get_by_text("Showing results for “vulnerable group”").wait_for()
    reader.get_by_role("button", name="Search for “vunerable group” instead").click()
    reader.get_by_text("No page has all of these words. Left out: “vunerable”.").wait_for()


def test_where_nothing_is_found_there_are_ways_on(reader):
    reader.keyboard.type("xylophone")
    reader.get_by_role("status").get_by_text("Nothing found").wait_for()
    assert reader.get_by_role("search").get_by_role("link").all_text_contents() == ["Panels and meetings", "Roles", "Glossary", "Open questions"]
