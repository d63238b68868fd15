"""A copy of the live project or of an invented council: a test changes it, explains the change and builds it."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.commands.amend import main as amend
from macros.history.history import History
from macros.history.publication import FOLDER
from macros.model.problem import DataError
from macros.reading.canonical import as_yaml, data_of
from macros.reading.load import load
from macros.site import Site

from .builder import mkdocs

PROJECT = Path(__file__).parent.parent
COUNCIL = PROJECT / "tests" / "council"  # Exampleshire: never published, so that its data can be added to freely
BOROUGH = PROJECT / "tests" / "borough"  # Saltmarsh: published, with two amendments
CODE = ("macros", "overrides")
DATA = ("data", "docs")
ADDRESS = "https://standards.example/"
FIRST_DAY = date(2027, 1, 4)  # on which Exampleshire is published


def copy_of(source: Path, to: Path, code=True) -> Path:
    """Copy the data and pages of PROJECT, COUNCIL or BOROUGH into a folder, with the project's code if it is to be built.

    The code is linked, so that Python need not compile it for each copy: see with_its_own_code. Exampleshire is published there
    for the first time.
    """
    to.mkdir(parents=True, exist_ok=True)
    for name in DATA:
        shutil.copytree(source / name, to / name)
    if code:
        shutil.copy(PROJECT / "mkdocs.yml", to)
        for name in CODE:
            (to / name).symlink_to(PROJECT / name)
    if source == COUNCIL:
        write(to, f"{FOLDER}/first.json", _first_publication_of_the_council())
    return to


@cache
def _first_publication_of_the_council() -> str:
    """Return what a first publication of Exampleshire remembers: the same in every copy, so that one test waits for it."""
    with TemporaryDirectory() as folder:
        for part in DATA:
            shutil.copytree(COUNCIL / part, Path(folder) / part)
        return read(publish(Path(folder)), f"{FOLDER}/first.json")


def with_its_own_code(copy: Path) -> Path:
    """Give a copy modules of its own, which a test may change."""
    (copy / "macros").unlink()
    shutil.copytree(PROJECT / "macros", copy / "macros")
    return copy


def whole_copy(to: Path) -> Path:
    """Copy the live project into a folder with its tests, which can be run there."""
    copy_of(PROJECT, to)
    shutil.copy(PROJECT / "pyproject.toml", to)
    shutil.copytree(PROJECT / "tests", to / "tests", ignore=shutil.ignore_patterns("__pycache__", ".venv", "node_modules"))
    return to


def tested(project: Path, *tests: str) -> subprocess.CompletedProcess:
    """Run tests of a whole copy there, on the data that lies there."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests]
    quiet = {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=project, env=inherited | quiet, capture_output=True, text=True)


def read(copy: Path, name: str) -> str:
    return (copy / name).read_text(encoding="utf-8")


def write(copy: Path, name: str, text: str):
    """Write a file of a copy, which may be new."""
    (copy / name).parent.mkdir(parents=True, exist_ok=True)
    (copy / name).write_text(text, encoding="utf-8")


def edit(copy: Path, name: str, old: str, new: str):
    """Replace what stands once in a file of a copy."""
    text = read(copy, name)
    assert text.count(old) == 1, f"{name} has {text.count(old)} times {old!r}"
    write(copy, name, text.replace(old, new))


def append(copy: Path, name: str, text: str):
    """Add to the end of a file of a copy: fields to a record, lines to a page."""
    write(copy, name, read(copy, name) + text)


def set_fields(copy: Path, name: str, **fields):
    """Set fields of a record of a copy, which may be new, as a form would: texts, whole numbers, lists and fields of their own."""
    record = data_of(read(copy, name)) if (copy / name).exists() else {}
    write(copy, name, as_yaml({**record, **fields}))


def set_front_matter(copy: Path, name: str, **fields):
    """Set fields of the front matter of a page of a copy, as a form would."""
    _, front, body = read(copy, name).split("---\n", 2)
    write(copy, name, f"---\n{as_yaml({**data_of(front), **fields})}---\n{body}")


def publish(copy: Path, day=FIRST_DAY, **answers) -> Path:
    """Explain and record what differs in a copy, as `make amend` does: a minor change, unless the answers say otherwise."""
    assert amend(copy, day, {"kind": "minor", "what": "A change.", "carry_over": "no", **answers}) == 0
    return copy


def last_day(project: Path) -> date:
    """Return the day of a project's last publication: a day on which everything in it has been published."""
    days = [json.loads(file.read_text(encoding="utf-8"))["date"] for file in (project / FOLDER).glob("*.json")]
    return max(map(date.fromisoformat, days), default=FIRST_DAY)


def history_of(project: Path, day=None) -> History:
    """Load a project as of the day of its last publication, unless a test asks for another."""
    return load(project, day or last_day(project))


def problems(copy: Path) -> list[str]:
    """Return every line that a quality assurance lead is told of what is wrong in a copy."""
    try:
        history_of(copy)
    except DataError as error:
        return [str(problem) for problem in error.problems]
    return []


def site_in(copy: Path, url=ADDRESS, day=None) -> Site:
    """Return what a copy makes without MkDocs, within milliseconds: its model, feeds, files, and the Markdown of its macros.

    The day is that of the last publication, unless a test asks for another.
    """
    return Site(history_of(copy, day), url)


def build(project: Path, site: Path, strict=True, **environment) -> subprocess.CompletedProcess:
    """Build the project that lies in a folder, strictly as `make build` does, or as a preview. It may fail.

    The day is that of the last publication, unless ON says another.
    """
    arguments = ["build", "--strict" if strict else "--no-strict", "--site-dir", site]
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "ON": last_day(project).isoformat()}
    whole = os.environ | quiet | environment
    if any(name.startswith(("PYTHON", "TZ", "L")) for name in environment):  # what a process knows from its start
        return subprocess.run([sys.executable, "-m", "mkdocs", *arguments], cwd=project, env=whole, capture_output=True, text=True)
    return mkdocs(arguments, project, whole)


def built(project: Path, site: Path, strict=True, **environment) -> Path:
    """Build a project that has to build, for ADDRESS; returns the folder of the site."""
    done = build(project, site, strict, **{"SITE_URL": ADDRESS, **environment})
    assert done.returncode == 0, done.stdout + done.stderr
    return site
