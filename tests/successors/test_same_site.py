"""ProperDocs and MaterialX make the same site from the same source as MkDocs and mkdocs-material do."""

from xml.etree import ElementTree

import pytest

from macros.model.address import DATA_JSON, DATA_SCHEMA, NEWS_FEED, SEARCH_INDEX, SEARCH_TEXTS, STYLES

from ..copies import append
from ..links import Links
from . import successor

DIFFER = {
    STYLES,  # how each theme looks
    "sitemap.xml", "sitemap.xml.gz",  # MaterialX adds how often a page may change
}


@pytest.fixture
def files(sites):
    """What each file of a site holds, as it is built now and as its successors build it."""
    return tuple(map(files_of, sites))


def files_of(site):
    """Return what each file of a site holds."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_same_files_are_made(files):
    now, then = files
    assert then.keys() == now.keys()


@pytest.mark.parametrize("kind", [".html", ".ics", DATA_JSON, DATA_SCHEMA, NEWS_FEED, SEARCH_INDEX, SEARCH_TEXTS])
def test_what_people_and_programs_read_is_the_same(files, kind):
    now, then = ({name: held for name, held in each.items() if name.endswith(kind)} for each in files)
    assert now
    assert [name for name in now if then[name] != now[name]] == []


def test_what_differs_is_how_a_theme_looks_and_how_often_a_page_may_change(files):
    now, then = files
    assert {name for name in now if then[name] != now[name]} == DIFFER


def test_the_map_of_the_site_names_the_same_pages_and_days(sites):
    now, then = (ElementTree.parse(site / "sitemap.xml").getroot() for site in sites)
    assert pages_of(now)
    assert pages_of(then) == pages_of(now)


def pages_of(sitemap):
    """Return the address and the day of each page that a map of a site names."""
    return [[page.findtext(f"{{*}}{name}") for name in ("loc", "lastmod")] for page in sitemap]


def test_every_page_finds_its_styles_and_whatever_else_it_leads_to(sites):
    links = Links(sites[1])
    assert len(links.inside) > 500
    assert sorted(links.broken) == []


@pytest.mark.parametrize(("file", "mistake", "said"), [
    ("docs/about/index.md", "\n[Nowhere](/nowhere.md)\n", "'/nowhere.md'"),
    ("data/panels/learning-board.yml", "colour: red\n", '"colour"'),
], ids=["a link that leads nowhere", "a field that nobody knows"])
def test_what_stops_a_build_stops_it_there_as_well(council, tmp_path, file, mistake, said):
    append(council, file, mistake)
    done = successor.build(council, tmp_path / "site")
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
