"""Another council, wholly invented, gets its site from its own data and pages: the code knows no council."""

import json
import shutil
import subprocess
import sys

import pytest

from macros.reading.yaml_file import parse_yaml

from .conftest import PROJECT, mkdocs_build

COUNCIL = PROJECT / "tests" / "council"
CODE = ("mkdocs.yml", "macros", "overrides")


def council(root):
    """Return the name of the council whose data lies under a folder."""
    return parse_yaml((root / "data" / "framework.yml").read_text(encoding="utf-8"), "framework.yml").data["council"]


def files(folder):
    """Return every file below a folder but for what Python leaves behind."""
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def naming(name, paths):
    """Return those of the files that hold a name, however it is spelt."""
    return [path for path in paths if name.lower().encode() in path.read_bytes().lower()]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The invented council's site, published and built strictly with the project's own code."""
    project = tmp_path_factory.mktemp("exampleshire")
    for name in CODE:
        copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        copy(PROJECT / name, project / name)
    shutil.copytree(COUNCIL, project, dirs_exist_ok=True)
    subprocess.run([sys.executable, "-m", "macros.commands.amend"], cwd=project, check=True, capture_output=True)
    done = mkdocs_build(project, project / "site")
    assert done.returncode == 0, done.stderr
    return project / "site"


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
def test_another_councils_site_holds_its_own_words(site, address, words):
    assert words in (site / address).read_text(encoding="utf-8")


def test_another_councils_data_json_holds_its_own_records(site):
    data = json.loads((site / "data.json").read_text(encoding="utf-8"))
    assert data["edition"]["council"] == council(COUNCIL)
    assert [panel["id"] for panel in data["panels"]] == ["matching-panel", "learning-board"]
    assert {activity["id"]: activity["months"] for activity in data["activities"]} == {
        "matching-panel": list(range(1, 13)), "learning-board": [3, 9], "case-sampling": [5, 6], "staff-survey": [10]
    }


def test_another_councils_site_never_names_the_first_council(site):
    assert naming(council(COUNCIL), files(site)) != []
    assert naming(council(PROJECT), files(site)) == []


@pytest.mark.parametrize("folder", ["macros", "overrides"])
def test_the_code_names_no_council(folder):
    assert files(PROJECT / folder) != []
    assert naming(council(PROJECT), files(PROJECT / folder)) == []
