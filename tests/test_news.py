"""What readers are told of an amendment: What's new, the briefing sheet, the news feed, the register and the desk."""

import re
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pytest

from .copies import ADDRESS, COUNCIL, append, copy_of, publish, read, set_fields, set_front_matter, site_in, write
from .days import APRIL, FEBRUARY, MARCH

PAGE = "standards/knowledge-and-skills/listening"
OTHER = "standards/knowledge-and-skills/writing"
LISTENING, COMING = f"docs/{PAGE}.md", f"docs/{PAGE}.next.md"
EXPLAINED = {"kind": "scheduled", "what": "Each visit ends with what comes next.", "why": "Some did not.", "do": "Say it each time."}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def change(council, day, **answers):
    append(council, LISTENING, f"\nOne more sentence, of {day}.\n")
    publish(council, day, **{**EXPLAINED, **answers})


def shown(council, macro, day=None):
    """Return the Markdown that a macro makes."""
    return site_in(council, day=day).macros[macro]()


def atom(council, day=None):
    return ElementTree.fromstring(site_in(council, day=day).files["whats-new.xml"])


def in_atom(council, field):
    return [entry.findtext(f"{ATOM}{field}") for entry in atom(council).iter(f"{ATOM}entry")]


@pytest.mark.parametrize("macro", ["whats_new", "briefing"])
def test_what_changed_why_and_what_to_do_is_told(council, macro):
    change(council, FEBRUARY)
    assert [words for words in EXPLAINED.values() if words != "scheduled" and words not in shown(council, macro)] == []


def test_a_minor_change_makes_no_noise(council):
    change(council, FEBRUARY, kind="minor")
    told = shown(council, "whats_new") + shown(council, "briefing") + site_in(council).files["whats-new.xml"].decode()
    assert EXPLAINED["what"] not in told


def test_the_feed_is_atom_with_ids_that_stay(council):
    change(council, FEBRUARY)
    first = in_atom(council, "id")
    change(council, APRIL, kind="urgent")
    assert atom(council).tag == f"{ATOM}feed"
    assert in_atom(council, "id")[1:] == first == ["tag:handbook.exampleshire.example,2026:amendment/2027-02-01-listening"]
    assert in_atom(council, "title") == [f"Urgent: {EXPLAINED['what']}", EXPLAINED["what"]]


def test_no_two_entries_of_the_feed_are_of_one_moment(council):
    """A program that watches the feed asks for what is later than the last entry that it knows."""
    for what in ("Zebra", "Apple"):
        change(council, MARCH, what=what)
    assert in_atom(council, "updated") == in_atom(council, "published") == ["2027-03-01T00:00:01Z", "2027-03-01T00:00:00Z"]
    assert atom(council).findtext(f"{ATOM}updated") == "2027-03-01T00:00:01Z"


def links(feed):
    return [link.get("href") for link in feed.iter(f"{ATOM}link")]


def test_a_feed_gives_full_addresses_or_where_the_site_does_not_know_its_own_none(council):
    change(council, FEBRUARY)
    without = ElementTree.fromstring(site_in(council, url="").files["whats-new.xml"])
    assert [link for link in links(atom(council)) if not link.startswith(ADDRESS)] == []
    assert links(without) == []
    assert EXPLAINED["do"] in without.find(f"{ATOM}entry").findtext(f"{ATOM}content")


def test_amendments_of_one_day_keep_their_order_everywhere(council):
    """The latest first, whatever their names are."""
    names = ["Zebra", "Apple", "Mole"]
    for what in names:
        change(council, MARCH, what=what)
    told = {macro: shown(council, macro) for macro in ("whats_new", "briefing")}
    assert in_atom(council, "title") == names[::-1]
    assert [sorted(names, key=text.index) for text in told.values()] == [names[::-1]] * 2
    assert [change.amendment.what for change in site_in(council).timeline_of(PAGE)] == names[::-1]


def announce(council, day, starts, what):
    text = read(council, LISTENING)
    write(council, COMING, text.replace("---\n", f"---\nstarts: {starts}\n", 1) + "\nIt comes.\n")
    publish(council, day, **{**EXPLAINED, "what": what})


def days_told(council, day):
    """Return the days on which each change is news, the one that is told first first."""
    return re.findall(r'data-days="([^"]*)"', shown(council, "whats_new", day))


@pytest.mark.parametrize(("day", "first"), [(date(2027, 3, 31), f"{MARCH}"), (APRIL, f"{FEBRUARY} {APRIL}")], ids=["before", "on its day"])
def test_what_was_announced_is_news_again_on_the_day_on_which_it_starts(council, day, first):
    announce(council, FEBRUARY, APRIL, "It comes.")
    append(council, f"docs/{OTHER}.md", "\nOne more.\n")
    publish(council, MARCH, **EXPLAINED)
    assert days_told(council, day) == [first, *{f"{MARCH}", f"{FEBRUARY} {APRIL}"} - {first}]
    word = "Since" if day == APRIL else "From"
    assert f"**{word}:** Thursday 1 April 2027" in shown(council, "whats_new", day)
    entry = atom(council, day).find(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}{name}")[:10] for name in ("published", "updated")] == [first.split()[0], first.split()[-1]]


def test_what_was_put_off_is_told_with_the_day_on_which_it_starts(council):
    announce(council, FEBRUARY, APRIL, "It comes.")
    announce(council, MARCH, "2027-05-03", "It comes in May.")
    assert days_told(council, MARCH) == [f"{MARCH}", f"{FEBRUARY} 2027-05-03"]
    assert days_told(council, date(2027, 5, 3)) == [f"{FEBRUARY} 2027-05-03", f"{MARCH}"]


def test_an_end_that_was_announced_is_news_again_on_its_day(council):
    ended = {"on": f"{APRIL}", "because": "The two become one."}
    for folder in ("panels", "activities"):
        set_fields(council, f"data/{folder}/family-forum.yml", ended=ended)
    publish(council, FEBRUARY, **EXPLAINED)
    set_fields(council, "data/panels/family-forum.yml", quorum="Four")
    publish(council, MARCH, **EXPLAINED)
    assert days_told(council, MARCH) == [f"{MARCH}", f"{FEBRUARY} {APRIL}"]
    assert days_told(council, APRIL) == [f"{FEBRUARY} {APRIL}", f"{MARCH}"]


def test_what_was_withdrawn_before_its_day_is_told_so(council):
    announce(council, FEBRUARY, APRIL, "It comes.")
    (council / COMING).unlink()
    publish(council, MARCH, **EXPLAINED)
    assert days_told(council, MARCH) == [f"{MARCH}", f"{FEBRUARY}"]
    told = shown(council, "whats_new").partition("## It comes.")[2]
    assert in_atom(council, "summary")[1].endswith("Never in force: withdrawn before 1 April 2027.")
    assert "**Never in force:** it was to start on Thursday 1 April 2027, and was withdrawn before that." in told


def test_a_coming_version_is_in_the_register_with_its_first_day_beside_the_one_that_holds(council):
    write(council, COMING, read(council, LISTENING).replace("---\n", "---\nstarts: 2027-09-01\n", 1) + "\nIt comes.\n")
    publish(council, FEBRUARY, **EXPLAINED)
    row = unescape(shown(council, "register")).partition("[Listening]")[2].partition("</tr>")[0]
    assert '<td data-label="Version">1.0</td>' in row
    assert '<time datetime="2027-09-01"' in row and "[version 2.0<span" in row
    assert " of Listening</span>](/standards/knowledge-and-skills/listening/version-2.0.md)" in row


SET = ("owner:", "last_reviewed:", "review_by:")


def set_nothing(council):
    """Take owners and dates out of every standard."""
    for page in (council / "docs/standards").rglob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
        page.write_text("".join(line for line in lines if not line.startswith(SET)), encoding="utf-8")


def headings(council):
    return re.findall(r'<th scope="col">(.*?)</th>', shown(council, "register"))


def test_a_column_of_the_register_is_there_once_one_cell_of_it_is_filled(council):
    set_nothing(council)
    assert headings(council) == ["Standard", "Version"]
    set_front_matter(council, LISTENING, owner="practice-lead")
    assert headings(council) == ["Standard", "Version", "Owner"]


def test_the_register_says_once_what_is_not_set_for_any_standard(council):
    set_nothing(council)
    told = "Not set for any standard yet: when it came into force, when it was last reviewed, when it is next to be reviewed, who owns it."
    assert unescape(shown(council, "register")).count("Not set") == 1 and told in unescape(shown(council, "register"))


def test_the_register_has_the_order_of_the_menu(council):
    set_front_matter(council, LISTENING, statement=2)
    set_front_matter(council, LISTENING.replace("listening", "writing"), statement=1)
    titles = re.findall(r'<th scope="row" markdown>\[(.*?)\]', shown(council, "register"))
    assert titles == ["Writing it down", "Listening", "Preparing", "Observing", "Afterwards", "Notes of a visit"]


def test_what_is_gone_stays_in_the_news(council):
    (council / "data/activities/records-group.yml").unlink()
    publish(council, FEBRUARY, **{**EXPLAINED, "what": "These meetings end."})
    assert "These meetings end." in shown(council, "whats_new")


def test_data_for_programs_has_the_sequence_and_the_day_of_a_change(council):
    set_fields(council, "data/panels/learning-board.yml", title="Board of learning")
    publish(council, FEBRUARY)
    changed = [item.entry for item in site_in(council).scheduled if item.occurrence.placement.activity.id == "learning-board"]
    assert {(entry.sequence, entry.changed) for entry in changed} == {(1, FEBRUARY)}
    assert '"sequence": 1,\n   "changed": "2027-02-01"' in site_in(council).files["data.json"]


def test_reviews_are_in_a_calendar_of_their_own(council):
    feed = site_in(council).feeds["calendar/reviews.ics"].content.decode()
    assert "SUMMARY:Review due: Listening\r\n" in feed
    assert "UID:review-listening.2027-01-02@handbook.exampleshire.example\r\n" in feed


def test_the_desk_lists_what_terms_of_reference_lack_until_it_is_filled_in(council):
    assert "[Learning Board](/panels/learning-board.md): chair, members, quorum, " in shown(council, "desk")
    set_fields(council, "data/panels/learning-board.yml", quorum="Three")
    publish(council, FEBRUARY)
    assert "[Learning Board](/panels/learning-board.md): chair, members, " in shown(council, "desk")
    assert "[Learning Board](/panels/learning-board.md): chair, members, quorum" not in shown(council, "desk")


def test_the_desk_lists_what_is_missing_before_publication(council):
    before = "## Before the site is published"
    assert "feedback in data/framework.yml" in shown(council, "desk").partition(before)[2]
    set_fields(council, "data/framework.yml", feedback="quality@exampleshire.example")
    assert "feedback in data/framework.yml" not in shown(council, "desk")


def test_the_desk_says_when_the_calendars_run_out(council):
    set_fields(council, "data/calendar.yml", to="2027-12-31")
    assert list(site_in(council, day=date(2027, 5, 1)).notices()) == [
        "data/calendar.yml: the calendars end on 2027-12-31. Move `to` on by a year."
    ]


def test_a_change_of_the_page_of_a_folder_leads_to_its_file(council):
    append(council, "docs/standards/observation/index.md", "\nKnock first.\n")
    publish(council, FEBRUARY, **EXPLAINED)
    assert "- **Where:** [Observation](/standards/observation/index.md)" in shown(council, "whats_new")


@pytest.mark.parametrize(("successor", "link"), [
    ("glossary", "[Glossary](/glossary.md)"),
    ("about/how_we_write", "[How we write](/about/how_we_write.md)"),
    ("standards/observation", "[Observation](/standards/observation/index.md)"),
    ("panels/matching-panel", "[Matching Panel](/panels/matching-panel.md)"),
], ids=["a page", "a page with another name", "the page of a folder", "a record"])
def test_a_withdrawn_standard_may_lead_to_any_page(council, successor, link):
    write(council, "docs/about/how_we_write.md", "---\ntitle: How we write\ndescription: Plainly.\n---\n\nPlainly.\n")
    set_front_matter(council, LISTENING, ended={"on": str(FEBRUARY), "because": "It is told there.", "replaced_by": successor})
    publish(council, FEBRUARY, **EXPLAINED)
    assert f"It is told there. Its place is taken by {link}." in shown(council, "register")


def test_a_withdrawn_standard_names_a_successor_that_is_only_to_come(council):
    text = read(council, LISTENING).replace("title: Listening", f"starts: {MARCH}\ntitle: Hearing")
    write(council, "docs/standards/observation/hearing.next.md", text)
    set_front_matter(
        council, LISTENING, ended={"on": str(FEBRUARY), "because": "It goes on there.", "replaced_by": "standards/observation/hearing"}
    )
    publish(council, FEBRUARY, **EXPLAINED)
    assert "Its place is taken by [Hearing](/standards/observation/hearing.md)." in shown(council, "register")


def test_a_calendar_of_reviews_that_empties_says_so(council):
    for page in (PAGE, "standards/observation/observer"):
        set_front_matter(council, f"docs/{page}.md", ended={"on": str(FEBRUARY), "because": "Enough."})
    publish(council, FEBRUARY, **EXPLAINED)
    [entry] = site_in(council).feeds["calendar/reviews.ics"].entries
    assert (entry.summary, entry.start) == ("Nothing planned: Standards", FEBRUARY)
