"""Pages that data makes, what they say where the framework says nothing, and what a QA lead may write over them."""

import re
from html import unescape

import pytest
from jinja2 import Environment

from macros.model.limits import MOST_CALLS
from macros.pages.check_calls import ENDLESS, NOT_ALLOWED

from .copies import COUNCIL, append, build, built, copy_of, edit, publish, read, set_fields, site_in, with_its_own_code
from .html import page_of
from .seen import words_of

PANEL = {
    "title": "New *starred* & <b>bold</b> Panel", "group": "panels",
    "purpose": "Looks at 1. new | things, {{ and }} [brackets](x).", "source": ["year"],
}
ABOUT = "docs/about/index.md"
FORM = "docs/standards/observation/record.md"


@pytest.fixture(scope="module")
def site_with_panel(tmp_path_factory):
    """Exampleshire's site, with a panel more of which little is known and whose texts hold signs of Markdown, HTML and templates."""
    council = copy_of(COUNCIL, tmp_path_factory.mktemp("panel"))
    set_fields(council, "data/panels/new-panel.yml", **PANEL)
    return built(publish(council), council / "site")


def test_a_record_is_all_it_takes_to_get_a_panel_page(site_with_panel):
    assert "new-panel/" in page_of(site_with_panel, "panels").links
    assert "Terms of reference of the New" in page_of(site_with_panel, "panels/new-panel").text


def test_text_from_the_data_is_shown_letter_by_letter(site_with_panel):
    article = page_of(site_with_panel, "panels/new-panel").text.split("<article")[1].split("</article>")[0]
    assert "Looks at 1. new | things, {{ and }} [brackets](x)." in unescape(article)
    assert "New *starred* &amp; &lt;b&gt;bold&lt;/b&gt; Panel" in article


def test_a_hand_written_page_wins_and_can_call_the_same_macro(council_page):
    shown = council_page("panels/family-forum").text
    assert "You need no invitation: come, and bring somebody." in shown
    assert "Says what families want to be done otherwise." in shown


def add(council, name, *lines):
    """Add lines to the end of a page. Returns the number of the first of them."""
    number = read(council, name).count("\n") + 1
    append(council, name, "\n".join([*lines, ""]))
    return number


def test_what_pages_call_for_in_vain_is_told_at_once(council):
    calls = ["{{ rols() }} {{ somebody }}", "{{ panel('matching-panle') }}", "{{ month('Febuary') }}", "{{ field('Date', rows=2) }}"]
    line = add(council, ABOUT, *calls)
    wrong = add(council, "docs/calendar/index.md", "{{ calendars( }}")
    unknown = add(council, "docs/index.md", "{{ framework.edition.title | louder }}")
    done = build(council, council / "site")
    assert done.returncode == 1
    assert done.stdout.strip().split("\n") == [
        f'{ABOUT}:{line}: there is no macro "rols". Did you mean roles?',
        f'{ABOUT}:{line}: there is no macro "somebody".',
        f'{ABOUT}:{line + 1}: there is no panel "matching-panle". Did you mean matching-panel?',
        f'{ABOUT}:{line + 2}: there is no month "Febuary". Did you mean February?',
        f"{ABOUT}:{line + 3}: field(…) was not given what it needs: got an unexpected keyword argument 'rows'.",
        f"docs/calendar/index.md:{wrong}: what stands in braces cannot be read: unexpected '}}', expected ')'.",
        f"docs/index.md:{unknown}: {NOT_ALLOWED}",
        f'docs/index.md:{unknown}: there is no macro "framework".',
        "8 to put right. Nothing was built.",
    ]


@pytest.mark.parametrize(("call", "told"), [
    ("panel(['matching-panel'])", "panel(…) cannot take ['matching-panel'] for its id: input should be a valid string."),
    ("month(3)", "month(…) cannot take 3 for its name: input should be a valid string."),
    ("field('Date', lines='x')", "field(…) cannot take 'x' for its lines: input should be a valid integer."),
    ("field('Date', lines=10000000)", "field(…) cannot take 10000000 for its lines: input should be less than or equal to 60."),
    ("panel(id='matching-panle')", 'there is no panel "matching-panle". Did you mean matching-panel?'),
    ("panel(panel('matching-panel'))", NOT_ALLOWED),
    ("year", NOT_ALLOWED),
    ("9**9**9", NOT_ALLOWED),  # which is not worked out
    ("month(" + "(" * 3000 + ")" * 3000 + ")", ENDLESS),
])
def test_what_a_macro_cannot_take_is_told_before_it_is_called(council, call, told):
    line = add(council, ABOUT, f"{{{{ {call} }}}}")
    site = site_in(council)
    text = read(council, ABOUT)
    problems = [str(problem) for problem in site.problems_of_calls("about/index.md", text, Environment())]
    assert problems == [f"{ABOUT}:{1 if told == ENDLESS else line}: {told}"]


def test_a_macro_that_breaks_is_told_where_the_page_calls_it_and_the_other_pages_too(council):
    with_its_own_code(council)
    macro = "    def questions_in_short(self) -> str:"
    edit(council, "macros/pages/page_macros.py", macro, f"{macro}\n        {{}}['sampling']")
    lines = [add(council, name, "{{ questions_in_short() }}") for name in (ABOUT, "docs/calendar/index.md")]
    done = build(council, council / "site")
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr
    for name, line in zip((ABOUT, "docs/calendar/index.md"), lines, strict=True):
        assert f"{name}:{line}: questions_in_short(…) broke here (KeyError: 'sampling'; page_macros.py, line " in done.stdout
    assert "That is a mistake in the code: tell a developer." in done.stdout


def test_a_page_that_calls_more_than_anybody_needs_is_told(council):
    line = add(council, ABOUT, "{{ roles() }}" * (MOST_CALLS + 1))
    assert f"{ABOUT}:{line}: this page calls more than {MOST_CALLS} macros: make two of it." in refused(council, "")


def refused(council, text):
    """Return what is said of a site with this text on a page, which must not be built."""
    add(council, ABOUT, text)
    done = build(council, council / "site")
    assert done.returncode != 0
    return done.stdout + done.stderr


def test_links_that_lead_nowhere_stop_the_build_and_are_all_named(council):
    said = refused(council, "[lost](/panels/lost.md) [lost](/glossary.md#lost)")
    assert "link '/panels/lost.md', but the target is not found" in said
    assert "link '/glossary.md#lost', but the doc 'glossary.md' does not contain an anchor" in said


@pytest.mark.parametrize("text", [
    "{{ page.nothing }}", "{{ cycler.__init__.__globals__.os.popen('touch ran').read() }}", "{{ roles.__globals__ }}", "{{ roles()|upper }}",
    "{% for role in roles() %}x{% endfor %}", "{% set a = roles() %}", "{% include 'a' %}", "{{ 'a' ~ 'b' }}", "{{ roles()[0] }}",
])
def test_a_page_runs_nothing_but_macros(council, text):
    line = add(council, ABOUT, text)
    said = [*site_in(council).problems_of_calls("about/index.md", read(council, ABOUT), Environment())]
    assert f"{ABOUT}:{line}: {NOT_ALLOWED}" in map(str, said)


def test_what_a_page_must_not_run_stops_the_build_before_it_runs(council):
    assert NOT_ALLOWED in refused(council, "{{ cycler.__init__.__globals__.os.popen('touch ran').read() }}")
    assert not (council / "ran").exists()


def missing(site, panel):
    """Return what the page of a panel says that the framework does not state."""
    shown = page_of(site, f"panels/{panel}").text
    return re.findall("<li>([^<]+)</li>", shown.split("<dt>Not stated</dt>")[1].split("</ul>")[0])


def test_what_the_framework_leaves_out_is_said_to_be_left_out(council_site):
    assert missing(council_site, "learning-board") == [
        "chair", "members", "quorum", "what comes in", "what goes out", "whom it reports to"
    ]


def test_a_panel_without_a_meeting_in_the_year_is_said_to_lack_how_often_it_meets(site_with_panel):
    assert missing(site_with_panel, "new-panel") == [
        "chair", "members", "quorum", "how often it meets", "what comes in", "what goes out", "whom it reports to"
    ]


def test_a_panel_whose_members_are_told_in_words_is_not_said_to_lack_members(council_site):
    assert missing(council_site, "family-forum") == ["chair", "quorum", "what goes out", "whom it reports to"]


@pytest.fixture(scope="module")
def sparse_site(tmp_path_factory):
    """Exampleshire's site, with a report that only concerns a body, one that names nobody, a survey that names a role and no more, a
    board that meets every month, and a form of the site's own."""
    council = copy_of(COUNCIL, tmp_path_factory.mktemp("sparse"))
    set_fields(council, "data/activities/numbers-report.yml", lead=[], receive=[])
    set_fields(council, "data/activities/year-report.yml", lead=[], receive=[])
    set_fields(council, "data/activities/staff-survey.yml", lead=[], receive=[], named=["team-manager"])
    edit(council, "data/activities/learning-board.yml", "months:\n  - March\n  - September\nfrequency: Twice a year\n", "months: all\n")
    edit(council, FORM, "source:\n  - watching\n", 'is_own: "true"\n')
    return built(publish(council), council / "site")


def test_what_concerns_a_body_is_not_said_to_name_nobody(sparse_site):
    shown = page_of(sparse_site, "activities/numbers-report").text
    assert ">Learning Board</a>" in shown and "Not stated" not in shown


def test_what_names_neither_a_role_nor_a_body_says_so(sparse_site):
    assert "Not stated in the June 2027 framework" in page_of(sparse_site, "activities/year-report").text


def test_a_role_that_is_named_and_no_more_has_the_activity_on_its_page(sparse_site):
    assert "Also named: <a" in page_of(sparse_site, "activities/staff-survey").text
    assert "Is named in" in page_of(sparse_site, "roles/team-manager").text


def test_a_panel_that_stands_in_every_month_is_said_to_lack_how_often_it_meets(sparse_site):
    assert "how often it meets" in missing(sparse_site, "learning-board")


def test_a_form_of_the_site_itself_is_no_standard_and_restates_nothing(sparse_site):
    assert ">Notes of a visit</a>" not in page_of(sparse_site, "standards").text.split("<table")[1].split("</table>")[0]
    shown = page_of(sparse_site, "standards/observation/record").text
    assert 'class="standard"' not in shown and "Restated from" not in shown


def entry(page, activity):
    """Return the words of an entry of a month."""
    return words_of(page.text.partition(f'<h3 id="{activity}">')[2].partition("</div>")[0])


def test_who_comes_in_one_month_alone_stands_in_that_month_alone(council_page):
    assert "Leader of the Council" in entry(council_page("timeline/july"), "family-forum").partition("Takes part:")[2]
    assert "Leader of the Council" not in entry(council_page("timeline/may"), "family-forum")


def test_an_entry_of_a_month_says_who_where_somebody_is_named_and_nothing_of_what_is_missing(council_page):
    march = council_page("timeline/march")
    assert entry(march, "learning-board") == "Learning Board Hears what the samples have taught. When: Twice a year."
    assert entry(march, "records-group").endswith("Leads or oversees: Reviewing Officer. Takes part: Practice Lead, Performance Analyst.")
    assert [words for words in ("Not stated", "Not settled") if words in march.text] == []


def test_of_what_most_months_repeat_a_month_gives_the_first_sentence_and_all_of_the_rest(council):
    set_fields(council, "data/activities/records-group.yml", summary="Reads a few records. It says what was hard to follow.")
    site = built(publish(council), council / "site")
    assert entry(page_of(site, "timeline/april"), "records-group").startswith("Records Group Reads a few records. Leads or oversees")
    assert "It counts each KPI . When: Once a quarter." in entry(page_of(site, "timeline/april"), "numbers-report")
    assert "The Leader of the Council comes to listen." in entry(page_of(site, "timeline/july"), "family-forum")


def test_a_month_says_which_window_opens_or_closes_in_it(council_page):
    assert "When: May to June." in entry(council_page("timeline/june"), "case-sampling")
    assert "When: October to November." in entry(council_page("timeline/october"), "case-sampling")


def test_a_month_says_once_that_there_are_open_questions_and_where(council_page):
    assert council_page("timeline/march").links.count("../../about/questions/") == 1


def test_an_abbreviation_is_expanded_on_hover(council_page):
    assert '<abbr title="lantern family">LF</abbr>' in council_page("framework/purpose").text


def test_an_open_question_is_shown_beside_the_fact_it_concerns(council_page):
    assert "../../about/questions/#board-chair" in council_page("panels/learning-board").links


def arrows(page):
    """Return where the two arrows at the foot of a month lead, each with what it says."""
    return re.findall(r'<a href="([^"]+)">(← \w+|\w+ →)</a>', page.text)


@pytest.mark.parametrize(
    ("month", "before", "after"), [("January", "December", "February"), ("June", "May", "July"), ("December", "November", "January")]
)
def test_the_arrows_of_a_month_lead_to_the_one_before_and_the_one_after(council_page, month, before, after):
    shown = arrows(council_page(f"timeline/{month.lower()}"))
    assert shown == [(f"../{before.lower()}/", f"← {before}"), (f"../{after.lower()}/", f"{after} →")]
