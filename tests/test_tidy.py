"""`make tidy` writes each file as a form in a browser would, and `make check` names the files that are not so."""

import pytest
import yaml

from macros.commands import check, tidy
from macros.reading import canonical, yaml_file

from .copies import COUNCIL, FIRST_DAY, append, copy_of, edit, history_of, set_fields

PANEL, PAGE, OTHER = "data/panels/matching-panel.yml", "docs/about/data.md", "data/glossary.yml"
MEMBERS = "members:\n  - team-manager\n  - reviewing-officer\n"


@pytest.fixture
def council(tmp_path):
    """The data and pages of an invented council."""
    return copy_of(COUNCIL, tmp_path / "council", code=False)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize("text", ["position: 1\n", 'number: "1"\n', 'version: "1.0"\n', "known: true\n", "on: 2027-03-01\n"])
def test_what_a_form_wrote_stays_as_it_is_with_either_reader_of_yaml(monkeypatch, loader, text):
    monkeypatch.setattr(yaml_file, "LOADER", loader)
    assert canonical.canonical(text) == text


def test_a_council_in_form_passes_the_check(council, capsys):
    assert check.main(council, FIRST_DAY) == 0
    assert capsys.readouterr().out == ""


def test_the_check_names_the_first_line_that_a_form_would_write_otherwise(council, capsys):
    edit(council, PANEL, MEMBERS, "members: [team-manager, reviewing-officer]\n")
    assert check.main(council, FIRST_DAY) == 1
    assert capsys.readouterr().out.startswith(f"{PANEL}:6: this line is not as a form would write it.")


def content(council):
    """Return what every file of the council holds."""
    return {path.relative_to(council).as_posix(): path.read_bytes() for path in council.rglob("*") if path.is_file()}


def rewritten(council, before):
    """Return the files that are not as they were."""
    return [name for name, now in content(council).items() if now != before[name]]


def test_tidy_leaves_files_in_form_alone(council, capsys):
    before = content(council)
    assert tidy.main(council, FIRST_DAY) == 0
    assert (rewritten(council, before), capsys.readouterr().out) == ([], "")


def test_tidy_puts_files_in_form_says_which_and_changes_no_meaning(council, capsys):
    before, meaning = content(council), history_of(council).framework
    edit(council, PANEL, MEMBERS, "members: [team-manager, reviewing-officer]\n")
    edit(council, PAGE, "title: Data", "title: 'Data'")
    assert tidy.main(council, FIRST_DAY) == 0
    assert capsys.readouterr().out == f"{PANEL} is in form now.\n{PAGE} is in form now.\n"
    assert (rewritten(council, before), history_of(council).framework) == ([], meaning)


@pytest.mark.parametrize(("name", "field"), [(PANEL, "group: panels\n"), (PAGE, "title: Data\n")], ids=["record", "page"])
def test_tidy_puts_the_fields_in_the_order_in_which_a_form_asks_for_them(council, name, field):
    """The check lets any order stand: whoever adds a line adds it where they like."""
    before, meaning = content(council), history_of(council).framework
    edit(council, name, field, "")
    if name == PANEL:
        append(council, PANEL, field)
    else:
        edit(council, PAGE, "\n---\n", f"\n{field}---\n")
    assert check.main(council, FIRST_DAY) == 0
    assert tidy.main(council, FIRST_DAY) == 0
    assert (rewritten(council, before), history_of(council).framework) == ([], meaning)


@pytest.mark.parametrize(("name", "old", "new", "line"), [
    (PANEL, "members:\n", "# to be confirmed\nmembers:\n", 6),
    (PAGE, "title: Data", "# for programs\ntitle: Data", 2),
], ids=["in a record", "in front matter"])
def test_a_comment_is_named_and_tidy_leaves_its_file_alone(council, capsys, name, old, new, line):
    edit(council, name, old, new)
    edit(council, OTHER, "    also:\n      - LFs\n", "    also: [LFs]\n")
    before = content(council)
    assert (check.main(council, FIRST_DAY), tidy.main(council, FIRST_DAY)) == (1, 1)
    assert rewritten(council, before) == [OTHER]
    assert capsys.readouterr().out.count(f"{name}:{line}: a comment is lost when a form saves this file") == 2


@pytest.mark.parametrize("text", ["See no. #1", "https://example.org/#top", "“#1” # 2"])
def test_a_number_sign_inside_a_text_is_no_comment(council, text):
    set_fields(council, PANEL, quorum=text)
    assert history_of(council).framework.panel["matching-panel"].quorum == text
    assert check.main(council, FIRST_DAY) == 0


def test_a_number_sign_below_the_front_matter_is_a_heading(council):
    append(council, PAGE, "\n# A heading\n")
    assert check.main(council, FIRST_DAY) == 0


def test_where_the_data_has_a_mistake_nothing_is_rewritten(council, capsys):
    edit(council, PANEL, MEMBERS, "members: [team-manger]\n")
    before = content(council)
    assert tidy.main(council, FIRST_DAY) == 1
    assert capsys.readouterr().out.endswith("Did you mean team-manager?\n1 to put right. Nothing was rewritten.\n")
    assert rewritten(council, before) == []
