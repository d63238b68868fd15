"""A file that nothing would read, or that would be built over another, is told with what to do about it."""

import os
import shutil
import socket

import pytest

from macros.model.problem import DataError
from macros.reading import no_files
from macros.reading.load import load
from macros.reading.no_files import NO_FILE
from macros.site import Site

from .copies import COUNCIL, FIRST_DAY, PROJECT, build

PAGE = "---\ntitle: A page\ndescription: What it says.\n---\n"
PANELS = "Each panel has a file of its own: data/panels/<id>.yml."
COVERED = "a page or file that data makes stands at this address: take this file away, or give it another name."


@pytest.fixture
def council(tmp_path):
    """A copy of the second council, with mistakes to come."""
    return shutil.copytree(COUNCIL, tmp_path / "council")


def put(council, name, text="title: Home Panel\n"):
    """Write a file of this name, with the folders around it."""
    file = council / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def problems(council):
    """Return every line that a quality assurance lead reads about the files."""
    with pytest.raises(DataError) as error:
        load(council, FIRST_DAY)
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize(("name", "message"), [
    ("data/panel.yml", f"nothing reads this file. {PANELS}"),
    ("data/panels.yaml", f"nothing reads this file. {PANELS}"),
    ("data/question-group.yml", "nothing reads this file. Each question group has a file of its own: data/questions/<id>.yml."),
    ("data/calender.yml", "nothing reads this file. Did you mean data/calendar.yml?"),
    ("data/glossary.yaml", "nothing reads this file. Did you mean data/glossary.yml?"),
    ("data/notes.txt", "nothing reads this file. Move it out of data/."),
    ("data/panels/Home Panel.yml", "nothing reads this file. Call it home-panel.yml: lower-case letters, digits and single hyphens, then .yml."),
    ("data/panels/Café & Home.yaml", "nothing reads this file. Call it cafe-home.yml: lower-case letters, digits and single hyphens, then .yml."),
    ("data/panels/home-panel", "nothing reads this file. Call it home-panel.yml: lower-case letters, digits and single hyphens, then .yml."),
    ("data/panels/Matching Panel.yml", f"nothing reads this file. {PANELS}"),  # its own name is taken
    ("data/panels/matching-panel.yml.bak", f"nothing reads this file. {PANELS}"),
])
def test_a_file_of_data_that_nothing_reads_is_told(council, name, message):
    put(council, name)
    assert problems(council) == [f"{name}:1: {message}"]


@pytest.mark.parametrize(("folder", "message"), [
    ("data/panles", f"nothing reads this folder. {PANELS}"),
    ("data/calendar", "nothing reads this folder. Did you mean data/calendar.yml?"),
    ("data/minutes", "nothing reads this folder. Move it out of data/."),
    ("data/panels/home-panel", f"nothing reads this folder. {PANELS}"),
    ("data/panels/home-panel.yml", f"nothing reads this folder. {PANELS}"),
])
def test_a_folder_of_data_that_nothing_reads_is_told_once_and_not_what_lies_in_it(council, folder, message):
    put(council, f"{folder}/home-panel.yml")
    put(council, f"{folder}/below/another.yml")
    assert problems(council) == [f"{folder}:1: {message}"]


def test_a_folder_where_a_file_belongs_is_told(council):
    (council / "data" / "calendar.yml").unlink()
    put(council, "data/calendar.yml/2027.yml")
    assert problems(council) == ["data/calendar.yml:1: this is a folder, where a file belongs: move it away."]


@pytest.mark.parametrize("folder", ["data/cycles", "data/published"])
def test_a_file_where_a_folder_belongs_is_told(council, folder):
    shutil.rmtree(council / folder, ignore_errors=True)
    put(council, folder)
    assert problems(council) == [f"{folder}:1: this is a file, where a folder belongs: move it away."]


@pytest.mark.parametrize("folder", ["data", "docs"])
def test_one_of_the_two_folders_that_is_missing_is_told_and_not_all_that_lay_there(council, folder):
    shutil.rmtree(council / folder)
    assert problems(council) == [f"{folder}:1: this folder is missing: put it back."]


def test_what_lies_beside_the_record_of_publications_is_told(council):
    put(council, "data/published/notes.txt")
    assert problems(council) == ["data/published/notes.txt:1: nothing reads this file. Move it out of data/published/."]


@pytest.mark.parametrize("name", [
    "data/calendar.yml", "data/panels/matching-panel.yml", "data/published/first.json", "docs/about/pipe.md", "docs/documents/pipe.pdf", "docs/.pipe",
])
def test_a_pipe_is_told_and_never_waited_for(council, name):
    (council / name).parent.mkdir(exist_ok=True)
    (council / name).unlink(missing_ok=True)
    os.mkfifo(council / name)
    assert problems(council) == [f"{name}:1: {NO_FILE}"]


def test_a_socket_is_told(council, monkeypatch):
    monkeypatch.chdir(council / "docs")  # an address of a socket has to be short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("page.md")
    assert problems(council) == [f"docs/page.md:1: {NO_FILE}"]


def test_more_files_than_a_country_needs_are_told_once(council, monkeypatch):
    monkeypatch.setattr(no_files, "MOST_FILES", 20)
    [told] = problems(council)
    assert told.endswith("Is something here that belongs elsewhere?")


def test_what_starts_with_a_dot_is_left_alone(council):
    for name in ("data/.DS_Store", "data/panels/.home-panel.yml.swp", "docs/.drafts/idea.md"):
        put(council, name)
    assert load(council, FIRST_DAY).framework.edition.council == "Exampleshire County Council"


@pytest.mark.parametrize(("name", "told"), [
    ("docs/about/plan.markdown", "docs/about/plan.markdown:1: nothing checks this page: let its name end in .md."),
    ("docs/about/plan.MD", "docs/about/plan.MD:1: nothing checks this page: let its name end in .md."),
    ("docs/about/plan.md/notes.txt", "docs/about/plan.md:1: this is a folder, where a file belongs: move it away."),
    ("docs/about/README.md", "docs/about/README.md:1: MkDocs takes this for the page of its folder: call it index.md."),
    ("docs/404.md", "docs/404.md:1: the page that is shown where there is none stands at this address: give this file another name."),
    ("docs/About/index.md", "docs/about/index.md:1: docs/About/index.md has the same address: keep one of the two."),
    ("docs/glossary/index.md", "docs/glossary.md:1: docs/glossary/index.md has the same address: keep one of the two."),
    ("docs/glossary.html", "docs/glossary.html:1: what is no page belongs in docs/documents/: move this file there and link to it, or remove it."),
])
def test_a_page_that_would_be_built_unseen_or_over_another_is_told(council, name, told):
    put(council, name, PAGE)
    assert problems(council) == [told]


def test_a_name_that_is_not_utf_8_is_told(council):
    put(council, os.fsdecode(b"data/panels/caf\xe9.yml"), PAGE)
    assert problems(council) == [
        "data/panels/caf\ufffd.yml:1: nothing reads this file. Call it caf.yml: lower-case letters, digits and single hyphens, then .yml.",
    ]


def test_the_name_of_a_page_that_is_not_utf_8_is_told(council):
    put(council, os.fsdecode(b"docs/about/caf\xe9.md"), PAGE)
    assert problems(council) == [
        "docs/about/caf\ufffd.md:1: the name of this file has a character that no address can have: "
        "name it with letters, digits and hyphens.",
    ]


@pytest.mark.parametrize("kind", ["activities", "panels", "roles"])
def test_an_id_that_would_cover_the_page_of_its_folder_is_told(council, kind):
    shutil.copy(next((council / "data" / kind).glob("*.yml")), council / "data" / kind / "index.yml")
    assert f'data/{kind}/index.yml:1: the id "index" is kept for the page of the folder: give this file another name.' in problems(council)


@pytest.mark.parametrize(("name", "as_told"), [
    ("a\n::error::b.md", "a\ufffd::error::b.md"), ("a\u202eb.md", "a\ufffdb.md"), ('a"b.md', 'a"b.md'), ("a#b.md", "a#b.md"), ("a%20b.md", "a%20b.md"), ("a?.pdf", "a?.pdf"),
])
def test_a_name_that_can_stand_in_no_address_is_told_on_one_line(council, name, as_told):
    put(council, f"docs/about/{name}", PAGE)
    assert problems(council) == [
        f"docs/about/{as_told}:1: the name of this file has a character that no address can have: name it with letters, digits and hyphens."
    ]


def covered(council, name):
    """Return what the site says of one file in docs/ beside all that data makes."""
    return [str(problem) for problem in Site(load(council, FIRST_DAY), "").problems([name], PROJECT / "overrides")]


@pytest.mark.parametrize("name", ["data.json", "data.json/index.md", "data.schema.json", "calendar/qa.ics", "calendar/panels/matching-panel.ics", "whats-new.xml"])
def test_a_file_that_covers_one_that_data_makes_is_told(council, name):
    assert covered(council, name) == [f"docs/{name}:1: {COVERED}"]


@pytest.mark.parametrize("name", ["panels/matching-panel/index.md", "panels/matching-panel.html", "panels/matching-panel/index.html"])
def test_a_file_that_covers_a_page_that_data_makes_is_told_where_it_belongs(council, name):
    told = f"docs/{name}:1: {COVERED} Only docs/panels/matching-panel.md can take the place of that page."
    assert covered(council, name) == [told]


@pytest.mark.parametrize("name", ["panels/matching-panel.md", "about/picture.png", "calendar/index.md"])
def test_a_page_in_the_place_of_one_that_data_makes_and_any_other_file_are_welcome(council, name):
    assert covered(council, name) == []


def test_a_build_ends_with_all_that_covers_something(council):
    shutil.copy(PROJECT / "mkdocs.yml", council)
    for folder in ("macros", "overrides"):
        shutil.copytree(PROJECT / folder, council / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("docs/data.json/index.md", "docs/calendar/qa.ics.md"):
        put(council, name, PAGE)
    done = build(council, council / "site")
    assert done.returncode == 1
    assert done.stdout.lstrip() == f"docs/calendar/qa.ics.md:1: {COVERED}\ndocs/data.json/index.md:1: {COVERED}\n2 to put right. Nothing was built.\n"
    assert not (council / "site").exists()
