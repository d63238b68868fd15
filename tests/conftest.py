"""What the tests share: the project, its data, and one strict build of the real site."""

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.reading.load import load

from .browser import launched, served

PROJECT = Path(__file__).parent.parent


class Html(HTMLParser):
    """The ids, the links and the headings (by level) of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.headings = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("id"):
            self.ids.append(attrs["id"])
        self.links += [attrs[name] for name in ("href", "src") if attrs.get(name)]
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, attrs.get("id")))


def mkdocs_build(project: Path, site: Path, strict=True, **environment) -> subprocess.CompletedProcess:
    """Build the project that lies in a folder, strictly as `make build` does, or as a preview."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict" if strict else "--no-strict", "--site-dir", site]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=project, env=os.environ | quiet | environment, capture_output=True, text=True)


SITE = ("mkdocs.yml", "data", "docs", "macros", "overrides")  # what a site is built from


def copy_of(*names, to: Path) -> Path:
    """Copy files and folders of the project, to be changed by a test."""
    for name in names:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, to)
    return to


def edit(copy: Path, name: str, old: str, new: str):
    """Replace what stands once in a file of a copy."""
    file = copy / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def copy(tmp_path):
    """A copy of what the site is built from, to be changed and built."""
    return copy_of(*SITE, to=tmp_path)


@pytest.fixture(scope="session")
def project():
    return PROJECT


@pytest.fixture(scope="session")
def history():
    return load(PROJECT)


@pytest.fixture(scope="session")
def framework(history):
    return history.framework


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site, built strictly for an address."""
    built = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs_build(PROJECT, built, SITE_URL="https://standards.example/")
    assert done.returncode == 0, done.stderr
    return built


@pytest.fixture
def page(site):
    """Read a page of the built site by its address."""
    return lambda address: Html((site / address / "index.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def address(site):
    """The address at which the built site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with launched() as browser:
        yield browser
