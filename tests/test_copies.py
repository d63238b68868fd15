"""Copies to keep: the build that is published makes them, and the site offers what it holds."""

import re
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from macros.commands import build
from macros.commands.paper import find_browser, print_page

from .copies import ADDRESS, COUNCIL, FIRST_DAY, copy_of
from .paper import squeezed

PDF, ZIP = "practice-standards.pdf", "practice-standards.zip"


@pytest.fixture
def environment(monkeypatch):
    for name, value in {"ON": FIRST_DAY.isoformat(), "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"}.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def project(shared, environment):
    """Exampleshire, built as `make build` does."""
    def fill(folder):
        assert build.build(copy_of(COUNCIL, folder / "project"), folder / "project" / "site") == 0
    return shared("exampleshire to keep", fill) / "project"


@pytest.fixture
def handbook(project):
    return project / "site" / "handbook"


def test_the_site_offers_both_and_says_how_large_they_are(handbook):
    offered = re.findall(r'<a href="([^"/]+)">[^<]*</a> <span[^>]*>\(([\d.]+) (kB|MB)\)', (handbook / "index.html").read_text(encoding="utf-8"))
    assert [name for name, *_ in offered] == [PDF, ZIP]
    for name, size, unit in offered:
        assert (handbook / name).stat().st_size == pytest.approx(float(size) * {"kB": 1e3, "MB": 1e6}[unit], rel=0.06)


def test_a_site_without_them_offers_none(council_page):
    assert ZIP not in council_page("handbook").text and PDF not in council_page("handbook").text


def test_each_number_in_the_contents_is_the_sheet_on_which_the_chapter_starts(handbook):
    sheets = [sheet.extract_text() for sheet in PdfReader(handbook / PDF).pages]
    [contents] = [sheet for sheet in sheets if "Contents" in sheet]
    said = re.findall(r"^(.*\D)(\d+)$", contents.split("Contents")[1], re.MULTILINE)
    assert len(said) > 20
    assert [title for title, number in said if squeezed(title) not in squeezed(sheets[int(number) - 1])] == []


def test_the_cover_names_the_site_and_the_day(handbook):
    cover = squeezed(PdfReader(handbook / PDF).pages[0].extract_text())
    assert squeezed(f"Practice Handbook, June 2027, as of 4 January 2027. Check the site for the current version: {ADDRESS}handbook/whole/") in cover


def test_the_copy_of_the_site_opens_at_its_home_page(handbook):
    assert "practice-standards/index.html" in ZipFile(handbook / ZIP).namelist()


def test_another_printing_gives_the_same_bytes(handbook, tmp_path):
    print_page(find_browser(), handbook / "whole" / "index.html", tmp_path / "again.pdf", FIRST_DAY)
    assert (tmp_path / "again.pdf").read_bytes() == (handbook / PDF).read_bytes()
    assert [file.name for file in (handbook / "whole").iterdir()] == ["index.html"]


def test_another_packing_gives_the_same_bytes(project, handbook, tmp_path):
    assert build.offline(project, tmp_path / ZIP) == 0
    assert (tmp_path / ZIP).read_bytes() == (handbook / ZIP).read_bytes()


# The same with a stand-in for MkDocs

STAND_IN = """
import os, sys
from pathlib import Path

whole = Path(sys.argv[-1]) / "handbook" / "whole"
whole.mkdir(parents=True)
(whole / "index.html").write_text("<html ><p>Whole</p>")
offers = "".join(f'<span data-size="{name}"></span>' for name in os.environ.get("COPIES", "").split())
(whole.parent / "index.html").write_text(offers)
"""


@pytest.fixture
def quick(tmp_path, environment, monkeypatch):
    """A folder whose MkDocs writes a page of copies and one to print."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "mkdocs.py").write_text(STAND_IN, encoding="utf-8")
    return tmp_path


def test_without_a_browser_the_site_offers_no_pdf_and_the_build_says_so(quick, monkeypatch, capsys):
    monkeypatch.setattr(build, "find_browser", lambda: None)
    assert build.build(quick, quick / "site") == 0
    assert sorted(file.name for file in (quick / "site" / "handbook").glob("practice*")) == [ZIP]
    assert PDF not in (quick / "site" / "handbook" / "index.html").read_text(encoding="utf-8")
    assert "No browser on this machine" in capsys.readouterr().out


def test_a_browser_that_does_not_print_stops_the_build(quick, monkeypatch, capsys):
    monkeypatch.setattr(build, "find_browser", lambda: "/bin/false")
    assert build.build(quick, quick / "site") == 1
    assert capsys.readouterr().out.splitlines() == ["/bin/false did not print.", "Nothing was built."]
    assert not (quick / "site").exists()


def test_a_pdf_alone_leaves_the_site_as_it_was(quick):
    (quick / "site").mkdir()
    (quick / "site" / "index.html").write_text("as it was")
    assert build.pdf(quick, quick / "dist" / "handbook.pdf") == 0
    assert PdfReader(quick / "dist" / "handbook.pdf").pages[0].extract_text() == "Whole"
    assert [file.name for file in (quick / "site").iterdir()] == ["index.html"]


def test_where_there_is_no_page_of_the_whole_there_is_no_pdf_alone(quick, capsys):
    (quick / "mkdocs.py").write_text(STAND_IN.replace('"whole"', '"part"'), encoding="utf-8")
    assert build.pdf(quick, quick / "dist" / "handbook.pdf") == 1
    assert capsys.readouterr().out.splitlines() == ["There is no page handbook/whole to print.", "Nothing was written."]


def test_where_there_is_no_browser_there_is_no_pdf_alone(quick, monkeypatch):
    monkeypatch.setattr(build, "find_browser", lambda: None)
    assert build.pdf(quick, quick / "dist" / "handbook.pdf") == 1
    assert not (quick / "dist").exists()
