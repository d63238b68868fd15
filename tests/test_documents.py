"""A document lies in docs/documents/ and something links to it; it is shown with its kind and size, and stays what it was when published."""

import pytest

from macros.commands import check
from macros.commands.amend import main as amend
from macros.model.document import DOCUMENT_KINDS, DocumentFile
from macros.programs.headers import OTHER_TYPES, TYPES

from .copies import COUNCIL, append, build, built, copy_of, history_of, problems, publish, read, set_fields, site_in, write
from .days import FEBRUARY, MARCH
from .html import page_of

PANEL, ACTIVITY, PAGE = "data/panels/learning-board.yml", "data/activities/staff-survey.yml", "docs/about/data.md"
TERMS = "docs/documents/terms.pdf"
ALLOWED = "data/framework.yml allows these: pdf, txt, of up to 1 MB."
ELSEWHERE = "what is no page belongs in docs/documents/: move this file there and link to it, or remove it."
NOT_LINKED = (
    "nothing links to this file, so it is not published: link to it from a record (link: /documents/terms.pdf) "
    "or a page ([its title](/documents/terms.pdf)), or remove it."
)
A_LINK = "this is a symbolic link, which could publish what lies outside this project: put the file or folder itself here."
GONE = "this document was published, and people may have its address: restore it from the version history."
ADDED = {"kind": "scheduled", "what": "The terms are there to read.", "why": "They were not.", "do": "Read them."}


def changed(name):
    return (
        f"this is not the document that was published under this name. Give the new one another name, such as {name}, and link to that; "
        "restore the old one from the version history and leave it here."
    )


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


@pytest.fixture
def with_terms(council):
    """A copy of Exampleshire, published with terms of reference that lie in a document."""
    attach(council)
    return publish(council, FEBRUARY, **ADDED)


def attach(council, link="/documents/terms.pdf", size=1):
    """Put a document of so many bytes where the terms of reference of a panel link to."""
    write(council, f"docs{link}", "x" * size)
    set_fields(council, PANEL, documents=[{"title": "Terms", "link": link}])


# Where it is shown


def test_the_terms_of_reference_say_of_which_kind_and_how_large_a_document_is(council):
    attach(council, size=213_001)
    assert "[Terms (PDF, 214 kB)](</documents/terms.pdf>)" in site_in(council).macros["panel"]("learning-board")


@pytest.mark.parametrize("id", ["staff-survey", "learning-board"], ids=["an activity", "the meeting of a panel"])
def test_a_document_says_of_which_kind_and_how_large_it_is_on_the_page_of(council, id):
    write(council, "docs/documents/form.txt", "x")
    set_fields(council, f"data/activities/{id}.yml", documents=[{"title": "Form", "link": "/documents/form.txt"}])
    macros = site_in(council).macros
    shown = macros["panel" if id == "learning-board" else "activity"](id)
    assert "[Form (TXT, 1 kB)](</documents/form.txt>)" in shown


def test_a_document_that_is_elsewhere_or_not_held_is_shown_without_a_size(council):
    set_fields(council, PANEL, documents=[{"title": "Act", "link": "https://example.org/act.pdf"}, {"title": "Minutes"}])
    shown = site_in(council).macros["panel"]("learning-board")
    assert "[Act](<https://example.org/act.pdf>)" in shown and "Minutes (attached to the published document" in shown


@pytest.mark.parametrize(("size", "words"), [(0, "0 kB"), (1, "1 kB"), (214_000, "214 kB"), (1_000_000, "1.0 MB"), (2_345_678, "2.3 MB")])
def test_a_size_is_told_as_people_say_it(size, words):
    assert DocumentFile(size, "").size_in_words == words


# Which files are published


@pytest.mark.parametrize("text", [
    "[Terms](/documents/terms.pdf)", "[Terms](../documents/terms.pdf)", "[Terms](</documents/terms.pdf>)", "[Terms](/documents/terms.pdf#page=2)",
    '[Terms](/documents/terms.pdf "The terms")', "![Terms](/documents/terms.pdf)", "See [the terms].\n\n[the terms]: /documents/terms.pdf",
])
def test_a_page_can_link_to_a_document(council, text):
    write(council, TERMS, "x")
    append(council, PAGE, f"\n{text}\n")
    assert problems(council) == []
    assert "documents/terms.pdf" in history_of(council).framework.documents


@pytest.mark.parametrize("name", ["terms (1).pdf", "Terms of reference.pdf", "terms & more.pdf", "2027/terms.pdf"])
@pytest.mark.parametrize("folder", ["/documents", "../documents"])
def test_a_document_may_have_any_name_and_lie_in_a_folder_below(council, name, folder):
    write(council, f"docs/documents/{name}", "x")
    append(council, PAGE, f"\n[Terms]({folder}/{name.replace(' ', '%20')})\n")
    assert problems(council) == []


def test_a_coming_version_can_link_to_a_document(council):
    write(council, TERMS, "x")
    write(council, PANEL.replace(".yml", ".next.yml"), f"starts: 2028-01-01\n{read(council, PANEL)}")
    set_fields(council, PANEL.replace(".yml", ".next.yml"), documents=[{"title": "Terms", "link": "/documents/terms.pdf"}])
    assert problems(council) == []


def test_a_file_to_which_nothing_links_is_told(council):
    write(council, TERMS, "x")
    assert problems(council) == [f"{TERMS}:1: {NOT_LINKED}"]


@pytest.mark.parametrize("name", ["docs/new.docx", "docs/standards/terms.pdf", "docs/documents.txt", "docs/about/notes.html", "docs/panels/extra"])
def test_a_file_that_is_no_page_and_lies_elsewhere_is_told_even_where_a_page_links_to_it(council, name):
    write(council, name, "x")
    append(council, PAGE, f"\n[New]({name.removeprefix('docs')})\n")
    assert problems(council) == [f"{name}:1: {ELSEWHERE}"]


def test_what_an_operating_system_leaves_behind_is_neither_told_nor_published(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    left = [f"docs/{folder}/{name}" for folder in ("documents", "about") for name in (".DS_Store", "Thumbs.db", "desktop.ini", "~$terms.docx", "terms.md~")]
    for name in left:
        write(council, name, "x")
    site = built(council, tmp_path / "site")
    assert (site / "documents/matching-report.txt").is_file()
    assert [name for name in left if (site / name.removeprefix("docs/")).exists()] == []


def test_a_document_is_published_where_its_link_leads(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    attach(council)
    publish(council, FEBRUARY, **ADDED)
    site = built(council, tmp_path / "site")
    [link] = [link for link in page_of(site, "panels/learning-board").links if link.endswith("terms.pdf")]
    assert (site / "panels/learning-board" / link).read_text(encoding="utf-8") == "x"


# Which kinds and sizes


def test_a_document_of_a_kind_that_is_not_allowed_is_named_where_a_record_links_to_it(council):
    attach(council, "/documents/terms.docx")
    [line] = [number for number, text in enumerate(read(council, PANEL).splitlines(), 1) if "link:" in text]
    assert problems(council) == [f"{PANEL}:{line}: docs/documents/terms.docx (1 kB) cannot be a document here. {ALLOWED}"]


def test_a_document_of_a_kind_that_is_not_allowed_is_named_where_a_page_links_to_it(council):
    write(council, "docs/documents/terms", "x")
    append(council, PAGE, "\n[Terms](/documents/terms)\n")
    line = len(read(council, PAGE).splitlines())
    assert problems(council) == [f"{PAGE}:{line}: docs/documents/terms (1 kB) cannot be a document here. {ALLOWED}"]


def test_a_file_of_a_kind_that_is_not_allowed_is_named_by_itself_where_nothing_links_to_it(council):
    write(council, "docs/documents/terms.docx", "x")
    assert problems(council) == [f"docs/documents/terms.docx:1: docs/documents/terms.docx (1 kB) cannot be a document here. {ALLOWED}"]


@pytest.mark.parametrize(("size", "told"), [(1_000_000, False), (1_000_001, True)])
def test_a_document_that_is_larger_than_allowed_is_named(council, size, told):
    attach(council, size=size)
    assert [problem.partition(": ")[2] for problem in problems(council)] == [
        f"docs/documents/terms.pdf (1.0 MB) cannot be a document here. {ALLOWED}"
    ] * told


@pytest.mark.parametrize("kind", ["html", "shtml", "xht", "svg", "svgz", "js", "exe", "xml", "docm", "PDF", ""])
def test_a_kind_that_is_no_harmless_document_cannot_be_allowed(council, kind):
    set_fields(council, "data/framework.yml", documents={"kinds": [kind], "largest": 1})
    [line] = [number for number, text in enumerate(read(council, "data/framework.yml").splitlines(), 1) if "kinds:" in text]
    assert problems(council) == [f'data/framework.yml:{line + 1}: an item of "kinds" should be pdf, docx, xlsx, pptx, odt, ods or txt.']


def test_each_kind_that_may_be_allowed_is_sent_as_what_it_is():
    assert [kind for kind in DOCUMENT_KINDS if kind not in {**TYPES, **OTHER_TYPES}] == []


def test_the_end_of_a_name_may_have_capitals(council):
    attach(council, "/documents/TERMS.PDF")
    assert problems(council) == []


# No symbolic links


@pytest.mark.parametrize(("name", "target"), [
    ("docs/leak.txt", "/etc/passwd"), ("docs/documents/leak.pdf", "/etc/passwd"), ("docs/extra", "/etc"), ("docs/about/loop", ".."),
    ("docs/itself", "itself"), ("docs/dangling.md", "nowhere.md"), ("docs/inside.md", "glossary.md"), ("docs/.hidden", "/etc"),
    ("docs/editions/spring", "/etc"), ("data/panels/leak.yml", "/etc/passwd"), ("data/extra", "/etc"),
])
def test_a_symbolic_link_is_told_wherever_it_leads(council, name, target):
    (council / name).parent.mkdir(exist_ok=True)
    (council / name).symlink_to(target)
    assert problems(council) == [f"{name}:1: {A_LINK}"]


@pytest.mark.parametrize("folder", ["data", "docs"])
def test_a_symbolic_link_in_place_of_a_whole_folder_is_told(council, folder):
    (council / folder).rename(council / "elsewhere")
    (council / folder).symlink_to("elsewhere")
    assert problems(council) == [f"{folder}:1: {A_LINK}"]


def test_a_build_ends_with_a_symbolic_link_and_follows_none(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    (council / "docs/loop").symlink_to(".")
    done = build(council, tmp_path / "site", strict=False)
    assert (done.returncode, done.stdout.strip()) == (1, f"docs/loop:1: {A_LINK}\n1 to put right. Nothing was built.")


# What was published


def test_a_new_document_is_recorded_with_the_amendment_that_links_to_it(with_terms):
    assert history_of(with_terms).log.publications["2027-02-01-learning-board"].documents.keys() == {"documents/terms.pdf"}


def test_a_new_document_of_a_page_that_needs_no_reason_is_recorded_too(council):
    write(council, TERMS, "x")
    append(council, PAGE, "\n[Terms](/documents/terms.pdf)\n")
    assert amend(council, FEBRUARY, {}) == 0
    assert "documents/terms.pdf" in history_of(council).log.documents


def test_until_then_a_check_says_what_would_be_recorded_and_readers_do_not_get_it(council, capsys):
    write(council, TERMS, "x")
    append(council, PAGE, "\n[Terms](/documents/terms.pdf)\n")
    assert check.main(council, FEBRUARY) == 0
    assert capsys.readouterr().out == "make amend would record:\n  documents/terms.pdf is a new address.\n"
    assert [*site_in(council).refused()] == ["Not recorded yet: documents/terms.pdf is a new address. Record it with make amend."]


def test_another_document_under_the_same_name_is_told(with_terms):
    write(with_terms, TERMS, "another")
    assert problems(with_terms) == [f"{TERMS}:1: {changed('terms-2.pdf')}"]


def test_a_name_that_is_taken_is_not_suggested(with_terms):
    attach(with_terms, "/documents/terms-2.pdf")
    write(with_terms, TERMS, "another")
    assert problems(with_terms) == [f"{TERMS}:1: {changed('terms-3.pdf')}"]


def test_a_replaced_document_keeps_its_address_and_its_words(with_terms):
    attach(with_terms, "/documents/terms-2.pdf", size=2)
    publish(with_terms, MARCH, **ADDED)
    assert {name: file.size for name, file in history_of(with_terms).framework.documents.items() if "terms" in name} == {
        "documents/terms.pdf": 1, "documents/terms-2.pdf": 2,
    }


def test_a_published_document_that_is_gone_is_told(with_terms):
    set_fields(with_terms, PANEL, documents=[])
    (with_terms / TERMS).unlink()
    assert problems(with_terms) == [f"{TERMS}:1: {GONE}"]


def test_a_published_document_stays_where_its_kind_is_allowed_no_longer(with_terms):
    set_fields(with_terms, "data/framework.yml", documents={"kinds": ["txt"], "largest": 1})
    assert problems(with_terms) == []
