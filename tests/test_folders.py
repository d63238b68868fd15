"""A folder that nobody wrote a page for has one all the same: its address answers, and the menu leads to it."""

import shutil
import subprocess
import sys

import pytest

from .conftest import PROJECT, copy_of, mkdocs_build

STANDARD = """---
title: Handing over a case
description: What you do when a case moves.
version: "1.0"
---

Tell the family first.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The invented council's site with a standard in a new folder, and without a page for the year."""
    project = copy_of("mkdocs.yml", "macros", "overrides", to=tmp_path_factory.mktemp("council"))
    shutil.copytree(PROJECT / "tests" / "council", project, dirs_exist_ok=True)
    (project / "docs" / "timeline" / "index.md").rename(project / "docs" / "year.md")
    framework = project / "data" / "framework.yml"
    framework.write_text(framework.read_text(encoding="utf-8").replace("timeline/index.md", "year.md"), encoding="utf-8")
    (project / "docs" / "standards" / "moving-on").mkdir()
    (project / "docs" / "standards" / "moving-on" / "handing-over.md").write_text(STANDARD, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "macros.commands.amend"], cwd=project, check=True, capture_output=True)
    done = mkdocs_build(project, project / "site")
    assert done.returncode == 0, done.stderr
    return project / "site"


def text(site, address):
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_it_is_named_after_the_folder_and_lists_its_pages(site):
    page = text(site, "standards/moving-on")
    assert "<h1>Moving on</h1>" in page
    assert '<li><a href="handing-over/">Handing over a case</a></li>' in page


def test_the_menu_leads_to_it(site):
    assert '<a href="moving-on/">Moving on</a>' in text(site, "standards")


def test_it_lists_pages_that_data_makes_in_their_order(site):
    page = text(site, "timeline")
    assert page.index('<li><a href="january/">January</a></li>') < page.index('<li><a href="april/">April</a></li>')
