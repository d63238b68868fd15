"""`make tidy` writes each file as a form in a browser would, and `make check` names the files that are not so."""

import pytest
import yaml

from macros.commands import check, tidy
from macros.reading import canonical

from .copies import COUNCIL, FIRST_DAY, copy_of, edit

PANEL = "data/panels/matching-panel.yml"


@pytest.fixture
def council(tmp_path):
    """The data and pages of an invented council."""
    return copy_of(COUNCIL, tmp_path / "council", code=False)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize("text", ["position: 1\n", 'number: "1"\n', 'version: "1.0"\n', "known: true\n", "on: 2027-03-01\n"])
def test_what_a_form_wrote_stays_as_it_is_with_either_reader_of_yaml(monkeypatch, loader, text):
    monkeypatch.setattr(canonical, "LOADER", loader)
    assert canonical.canonical(text) == text


def test_a_council_in_form_passes_the_check(council, capsys):
    assert check.main(council, FIRST_DAY) == 0
    assert capsys.readouterr().out == ""


def test_the_check_names_the_first_line_that_a_form_would_write_otherwise(council, capsys):
    edit(council, PANEL, "members:\n  - team-manager\n  - reviewing-officer\n", "members: [team-manager, reviewing-officer]\n")
    assert check.main(council, FIRST_DAY) == 1
    assert capsys.readouterr().out.startswith(f"{PANEL}:6: this line is not as a form would write it.")


def test_tidy_puts_a_file_in_form(council, capsys):
    before = (council / PANEL).read_text(encoding="utf-8")
    edit(council, PANEL, "members:\n  - team-manager\n  - reviewing-officer\n", "members: [team-manager, reviewing-officer]\n")
    assert tidy.main(council, FIRST_DAY) == 0
    assert (council / PANEL).read_text(encoding="utf-8") == before


def test_tidy_deletes_no_comment(council, capsys):
    edit(council, PANEL, "members:\n", "# to be confirmed\nmembers:\n")
    before = (council / PANEL).read_text(encoding="utf-8")
    assert tidy.main(council, FIRST_DAY) == 1
    assert f"{PANEL}:6: a comment is lost" in capsys.readouterr().out
    assert (council / PANEL).read_text(encoding="utf-8") == before
