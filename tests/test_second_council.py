"""Other councils, wholly invented, get their sites from their own data and pages: the code knows no council.

Exampleshire has each part that the live site has. Saltmarsh has other ones: no framework, handbook, glossary or questions, but folders of
standards of its own, dated meetings, and two amendments behind it.
"""

import json

import pytest

from macros.commands import check

from .copies import BOROUGH, COUNCIL, FIRST_DAY, PROJECT, copy_of, history_of
from .html import page_of

SITES = {COUNCIL: "council_site", BOROUGH: "borough_site"}


@pytest.fixture(params=SITES, ids=lambda source: source.name)
def source(request):
    """Each of the two councils."""
    return request.param


@pytest.fixture
def other_site(request, source):
    """The built site of the council."""
    return request.getfixturevalue(SITES[source])


def name_of(source):
    return history_of(source).framework.edition.council


def files(folder):
    """Return every file below a folder but for what Python leaves behind."""
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def naming(name, paths):
    """Return those of the files that hold a name, however it is spelt."""
    return [path for path in paths if name.lower().encode() in path.read_bytes().lower()]


@pytest.mark.parametrize(("address", "words"), [
    ("panels/matching-panel/index.html", "Decides which lantern family a child is matched with."),
    ("timeline/september/index.html", "chooses next year's themes"),
    ("timeline/june/index.html", "Ten cases are read in pairs."),
    ("roles/practice-lead/index.html", "Chooses the cases to be read."),
    ("glossary/index.html", "lantern family"),
    ("framework/cycle/index.html", "Is it ten cases a team, or ten in all?"),
    ("about/questions/index.html", "Who chairs the Learning Board?"),
    ("index.html", "Exampleshire practice handbook"),
    ("calendar/panels/matching-panel.ics", "Exampleshire County Council: Matching Panel"),
])
def test_exampleshires_site_holds_its_own_words(council_site, address, words):
    assert words in (council_site / address).read_text(encoding="utf-8")


@pytest.mark.parametrize(("address", "words"), [
    ("panels/tide-circle/index.html", "Shares out the visits of the month."),
    ("panels/estuary-court/index.html", "The customs house"),
    ("standards/visits/knocking/index.html", "Knock once, step back, and wait."),
    ("standards/visits/knocking/version-1.0/index.html", "This version is superseded."),
    ("standards/money/petty-cash/index.html", "Keep the receipt."),
    ("whats-new/index.html", "The Tide Circle meets in the chapel."),
    ("index.html", "Saltmarsh casework manual"),
    ("calendar/panels/tide-circle.ics", "LOCATION:The chapel"),
])
def test_saltmarshs_site_holds_its_own_words(borough_site, address, words):
    assert words in (borough_site / address).read_text(encoding="utf-8")


def test_a_council_without_these_sections_builds(borough_site):
    sections = {folder.name for folder in borough_site.iterdir() if (folder / "index.html").is_file()}
    assert sections == {"timeline", "panels", "roles", "standards", "calendar", "welcome", "whats-new", "activities"}


def test_a_folder_that_nobody_wrote_a_page_for_has_a_list_of_its_pages(borough_site):
    page = page_of(borough_site, "standards/visits").text
    assert "<h1>Visits</h1>" in page
    assert page.index('<li><a href="knocking/">') < page.index('<li><a href="leaving/">')


def test_the_menu_leads_to_a_folder_that_nobody_wrote_a_page_for(borough_site):
    menu = page_of(borough_site, "standards/lone-working").text.split('<nav class="menu"')[1].split("</nav>")[0]
    assert '<a href="../visits/">Visits</a>' in menu


def test_a_tab_leads_to_a_section_that_nobody_wrote_a_page_for(borough_site):
    tabs = page_of(borough_site, "").text.split('<nav class="md-tabs"')[1].split("</nav>")[0]
    assert '<a href="welcome/" class="md-tabs__link">Welcome</a>' in tabs


@pytest.mark.parametrize(("site", "panels", "months"), [
    (
        "council_site", ["matching-panel", "learning-board", "records-group", "family-forum"],
        {"learning-board": [3, 9], "case-sampling": [5, 6, 10, 11], "staff-survey": [10]},
    ),
    ("borough_site", ["tide-circle", "quiet-circle", "estuary-court"], {"quiet-circle": [2, 8], "visit-count": [3, 9]}),
])
def test_data_json_holds_the_councils_own_records(request, site, panels, months):
    data = json.loads((request.getfixturevalue(site) / "data.json").read_text(encoding="utf-8"))
    assert [panel["id"] for panel in data["panels"]] == panels
    placed = {activity["id"]: [placement["month"] for placement in activity["placements"]] for activity in data["activities"]}
    assert placed.items() >= months.items()


def test_data_json_keeps_what_has_ended_and_says_so(borough_site):
    data = json.loads((borough_site / "data.json").read_text(encoding="utf-8"))
    ended = {"on": "2026-11-13", "because": "Hardly anybody came.", "replaced_by": "panels/tide-circle"}
    found = {(kind, one["id"]): one["ended"] for kind in ("panels", "activities", "standards") for one in data[kind] if one.get("ended")}
    assert found == {("panels", "quiet-circle"): ended, ("activities", "quiet-circle"): ended}


def test_another_councils_site_never_names_the_first_council(source, other_site):
    assert naming(name_of(source), files(other_site)) != []
    assert naming(name_of(PROJECT), files(other_site)) == []


def test_the_files_of_another_council_are_as_a_form_writes_them(source, tmp_path, capsys):
    copy = copy_of(source, tmp_path / "copy", code=False)
    capsys.readouterr()
    assert (check.main(copy, FIRST_DAY), capsys.readouterr().out) == (0, "")


def test_saltmarsh_is_as_it_was_published(borough_history):
    assert (borough_history.differences, borough_history.proposed) == ([], [])
    assert len(borough_history.log.publications) == 7  # the edition, four amendments, an announced start, and new words in the calendars


@pytest.mark.parametrize("folder", ["macros", "overrides"])
def test_the_code_names_no_council(folder):
    names = [name_of(source) for source in (PROJECT, COUNCIL, BOROUGH)]
    assert files(PROJECT / folder) != []
    assert [path for name in names for path in naming(name, files(PROJECT / folder))] == []
