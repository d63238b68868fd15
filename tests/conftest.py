"""What the tests share: the live site and the sites of two invented councils, each built once in a whole run.

`site`, `address`, `history`, `framework` and `page` are the live ones. Behaviour is tested on the councils, whose data belongs to
the tests: `council_site`, `council_address`, `council_history`, `council_framework`, `council_page`, the same for `borough`, and
copies of both. What has to hold once everybody has filled everything in is tested on `filled_site`.
"""

import fcntl
import os
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import pytest

from .browser import launched
from .copies import BOROUGH, COUNCIL, PROJECT, built, copy_of, history_of
from .filled import filled_council
from .html import page_of
from .server import served


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """Return the folder of a name, which a function fills once in a whole run, whichever worker of pytest asks for it first."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent

    def filled(name, fill) -> Path:
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / name).exists():
                fill(fresh := Path(mkdtemp(dir=folder)))
                fresh.rename(folder / name)
        return folder / name

    return filled


@pytest.fixture(scope="session")
def project():
    return PROJECT


@pytest.fixture(scope="session")
def history():
    return history_of(PROJECT)


@pytest.fixture(scope="session")
def framework(history):
    return history.framework


@pytest.fixture(scope="session")
def site(shared):
    """The live site, built strictly for an address."""
    return shared("live", lambda folder: built(PROJECT, folder / "site")) / "site"


@pytest.fixture(scope="session")
def council_history(tmp_path_factory):
    """The history of Exampleshire, as loaded from its data."""
    return history_of(copy_of(COUNCIL, tmp_path_factory.mktemp("council"), code=False))


@pytest.fixture(scope="session")
def council_framework(council_history):
    return council_history.framework


@pytest.fixture(scope="session")
def council_site(shared):
    """Exampleshire's site, built strictly for an address."""
    return shared("exampleshire", partial(_build_copy, COUNCIL)) / "site"


@pytest.fixture(scope="session")
def borough_history():
    """The history of Saltmarsh, as loaded from its data."""
    return history_of(BOROUGH)


@pytest.fixture(scope="session")
def borough_framework(borough_history):
    return borough_history.framework


@pytest.fixture(scope="session")
def borough_site(shared):
    """Saltmarsh's site, built strictly for an address."""
    return shared("saltmarsh", partial(_build_copy, BOROUGH)) / "site"


@pytest.fixture(scope="session")
def filled_site(shared):
    """The site of Exampleshire with every field filled, built strictly for an address."""
    return shared("filled", lambda folder: built(filled_council(folder / "project"), folder / "site")) / "site"


@pytest.fixture(scope="session")
def filled_address(filled_site):
    with served(filled_site) as server:
        yield server.address


def _build_copy(source, folder):
    built(copy_of(source, folder / "project"), folder / "site")


@pytest.fixture
def copy(tmp_path):
    """A copy of the live project, to be changed and built."""
    return copy_of(PROJECT, tmp_path / "live")


@pytest.fixture
def council(tmp_path):
    """A copy of Exampleshire as first published, to be changed and built."""
    return copy_of(COUNCIL, tmp_path / "council")


@pytest.fixture
def borough(tmp_path):
    """A copy of Saltmarsh, to be changed and built."""
    return copy_of(BOROUGH, tmp_path / "borough")


@pytest.fixture
def page(site):
    """Read a page of the live site by its address."""
    return partial(page_of, site)


@pytest.fixture
def council_page(council_site):
    return partial(page_of, council_site)


@pytest.fixture
def borough_page(borough_site):
    return partial(page_of, borough_site)


@pytest.fixture(scope="session")
def address(site):
    """The address at which the live site is served."""
    with served(site) as server:
        yield server.address


@pytest.fixture(scope="session")
def council_address(council_site):
    with served(council_site) as server:
        yield server.address


@pytest.fixture(scope="session")
def borough_address(borough_site):
    with served(borough_site) as server:
        yield server.address


@pytest.fixture(scope="session")
def browser():
    with launched() as browser:
        yield browser
