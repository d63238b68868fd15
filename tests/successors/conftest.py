"""Sites that are built twice: as now, and as their successors build them."""

from functools import cache

import pytest

from .. import copies
from ..copies import BOROUGH, COUNCIL, PROJECT, copy_of
from . import successor

SITES = {
    "the live site": (PROJECT, {}), "Exampleshire": (COUNCIL, {}), "Saltmarsh": (BOROUGH, {}), "Saltmarsh on a disk": (BOROUGH, {"OFFLINE": "true"}),
}


@pytest.fixture(scope="session")
def built_twice(tmp_path_factory):
    """Return the folders of a site by its name, one of SITES: as it is built now, and as its successors build it."""
    @cache
    def build(name):
        (source, settings), folder = SITES[name], tmp_path_factory.mktemp("site")
        project = copy_of(source, folder / "project")
        return copies.built(project, folder / "now", **settings), successor.built(project, folder / "then", **settings)

    return build


@pytest.fixture(params=SITES)
def sites(request, built_twice):
    """Each site, as it is built now and as its successors build it."""
    return built_twice(request.param)
