"""The form at /edit/ saves what was edited, and nothing else; from there on it is as if somebody had edited the file."""

from datetime import date
from difflib import ndiff

import pytest

from macros.commands.amend import main as amend

from ..copies import COUNCIL, FIRST_DAY, built, copy_of, history_of, read
from ..html import page_of
from .editor import fetch_editor, form_of, whole_site

# The folder of each part of the form, and a field of text that its files have.
FOLDERS = {
    "activities": ("data/activities", "Summary"), "panels": ("data/panels", "Purpose"), "roles": ("data/roles", "Title"),
    "cycles": ("data/cycles", "Title"), "routes": ("data/routes", "Title"), "questions": ("data/questions", "Group"), "pages-framework": ("docs/framework", "Description"),
    "pages-standards-knowledge-and-skills": ("docs/standards/knowledge-and-skills", "Description"),
    "pages-standards-observation": ("docs/standards/observation", "Description"),
}


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    return copy_of(COUNCIL, tmp_path_factory.mktemp("edited") / "council")


@pytest.fixture(scope="session")
def editor(shared):
    """The folder that holds the editor, fetched once in a whole run."""
    return shared("editor", fetch_editor)


@pytest.fixture(scope="module")
def form(council, browser, editor):
    with form_of(council, browser, editor, whole_site) as form:
        yield form


@pytest.fixture
def fresh(tmp_path, browser, editor):
    """A council, and the form over it, for a walk of its own."""
    council = copy_of(COUNCIL, tmp_path / "council")
    with form_of(council, browser, editor) as form:
        yield council, form


def changed_lines(before, after):
    """Return the lines that are gone and those that are new, marked as in a comparison of files."""
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] in "-+"]


def edited(form, council, collection, file, label):
    """Write a word more into a field of a file, save it, and return what changed in the file."""
    before = file.read_text(encoding="utf-8")
    form.open(collection, file.stem)
    form.add(label, " Edited.")
    form.publish()
    return changed_lines(before, file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("collection", FOLDERS)
def test_a_file_changes_in_the_line_that_was_edited_alone(council, form, collection):
    folder, label = FOLDERS[collection]
    files = sorted(file for file in (council / folder).iterdir() if file.is_file())
    changes = {file.name: edited(form, council, collection, file, label) for file in files}
    assert changes != {}
    assert {name: lines for name, lines in changes.items() if [line[0] for line in lines] != ["-", "+"]} == {}
    assert [lines for lines in changes.values() if f"+{lines[0][1:]} Edited." != lines[1]] == []


@pytest.mark.parametrize(("file", "label"), [("framework", "Subject"), ("calendar", "Domain")])
def test_settings_change_in_the_line_that_was_edited_alone(council, form, file, label):
    before, after = edited(form, council, "settings", council / f"data/{file}.yml", label)
    assert f"+{before[1:]} Edited." == after


def test_nothing_went_wrong_in_the_browser(form):
    assert form.errors == []


REASON = {"What changed": "It runs in May as well.", "Why": "Once a year was too little.", "What to do differently": "Plan for May."}


def give_reason(form, kind="urgent"):
    form.choose("Kind", kind)
    for label, words in REASON.items():
        form.field(label).fill(words)


def test_a_month_is_added_with_its_reason_and_recorded(fresh):
    council, form = fresh
    form.open("activities", "staff-survey")
    form.choose("Months", "May")
    give_reason(form)
    form.publish()
    assert amend(council, FIRST_DAY, {}, ask=None) == 0
    assert "months:\n  - October\n  - May\n" in read(council, "data/activities/staff-survey.yml")
    [amendment] = history_of(council).news
    assert (amendment.kind, amendment.concerns, amendment.what) == ("urgent", ("activities/staff-survey",), REASON["What changed"])


def test_a_panel_is_added(fresh):
    council, form = fresh
    form.new("panels")
    form.field("Title").fill("Case Review Panel")
    form.choose("Group", "Panels and boards")
    form.field("Purpose").fill("Reads what went well.")
    give_reason(form)
    form.publish()
    assert read(council, "data/panels/case-review-panel.yml").startswith(
        "title: Case Review Panel\ngroup: panels\npurpose: Reads what went well.\nchange:\n  kind: urgent\n"
    )


def test_a_mistake_is_told_in_the_form(form):
    form.open("panels", "learning-board")
    form.field("Starts").fill("1 April")
    assert form.mistakes() == ["Starts didn't match the pattern: write a day as year-month-day, such as 2027-02-24."]


@pytest.mark.parametrize("width", [390, 360])
def test_the_form_fits_a_phone(form, width):
    form.page.set_viewport_size({"width": width, "height": 800})
    form.open("panels", "matching-panel")
    assert form.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_standard_is_added_with_its_text(fresh):
    council, form = fresh
    form.new("pages-standards-observation")
    form.field("Title").fill("Saying thanks")
    form.field("Description").fill("How to thank whom you watched.")
    form.write("Thank them on the day.")
    give_reason(form)
    form.publish()
    assert amend(council, FIRST_DAY, {}, ask=None) == 0
    assert read(council, "docs/standards/observation/saying-thanks.md") == (
        "---\ntitle: Saying thanks\ndescription: How to thank whom you watched.\n---\n\nThank them on the day.\n"
    )


def test_the_text_of_a_standard_changes_where_it_was_edited_alone(fresh):
    council, form = fresh
    file = council / "docs/standards/knowledge-and-skills/listening.md"
    before = file.read_text(encoding="utf-8")
    form.open("pages-standards-knowledge-and-skills", "listening")
    form.write("Be still. ", before="Let the child finish.")
    form.publish()
    assert changed_lines(before, file.read_text(encoding="utf-8")) == [
        "- Let the child finish. Then ask one question.", "+ Be still. Let the child finish. Then ask one question.",
    ]


STANDARDS, LISTENING = "pages-standards-knowledge-and-skills", "standards/knowledge-and-skills/listening"
APRIL = date(2027, 4, 1)


def edit_for_april(form):
    form.open(STANDARDS, "listening")
    form.field("Starts").fill(str(APRIL))
    form.write("Be still. ", before="Let the child finish.")
    give_reason(form, "scheduled")
    form.publish()


def test_a_standard_is_edited_for_a_later_day(fresh):
    council, form = fresh
    edit_for_april(form)
    assert amend(council, FIRST_DAY, {}, ask=None) == 0
    sites = [built(council, council / "built" / str(day), ON=str(day)) for day in (FIRST_DAY, APRIL)]
    assert ["Be still." in page_of(site, LISTENING).text for site in sites] == [False, True]


def test_a_coming_version_is_listed_with_its_day_and_edited_there(fresh):
    council, form = fresh
    edit_for_april(form)
    amend(council, FIRST_DAY, {}, ask=None)
    before = read(council, f"docs/{LISTENING}.next.md")
    form.list_of(STANDARDS).get_by_text("Listening (listening.next), from 2027-04-01").click()
    form.write("Sit down. ", before="Be still.")
    form.publish()
    assert changed_lines(before, read(council, f"docs/{LISTENING}.next.md")) == [
        "- Be still. Let the child finish. Then ask one question.", "+ Sit down. Be still. Let the child finish. Then ask one question.",
    ]


def test_the_terms_of_reference_of_a_panel_are_uploaded_and_linked(fresh, tmp_path):
    council, form = fresh
    (tmp_path / "board-terms.txt").write_text("Four have to be there.", encoding="utf-8")
    form.open("panels", "learning-board")
    form.page.get_by_role("button", name="Add documents").click()
    documents = form.part("Documents")
    form.field("Title", documents).fill("Terms of reference")
    form.upload(tmp_path / "board-terms.txt", documents)
    give_reason(form)
    form.publish()
    assert amend(council, FIRST_DAY, {}, ask=None) == 0
    site = built(council, council / "built")
    assert "../../documents/board-terms.txt" in page_of(site, "panels/learning-board").links
    assert (site / "documents/board-terms.txt").read_text(encoding="utf-8") == "Four have to be there."


def test_a_question_is_settled(fresh):
    council, form = fresh
    form.open("questions", "gaps")
    settled = form.part("Settled", form.item("Who chairs the Learning Board?"))
    form.field("Answer", settled).fill("The Practice Lead.")
    form.field("On", settled).fill("2027-01-04")
    form.choose("By", "Practice Lead", settled)
    before = read(council, "data/questions/gaps.yml")
    form.publish()
    assert changed_lines(before, read(council, "data/questions/gaps.yml")) == [
        "+     settled:", "+       answer: The Practice Lead.", "+       on: 2027-01-04", "+       by: practice-lead",
    ]
    [question] = history_of(council).framework.settled
    assert question.id == "board-chair"
