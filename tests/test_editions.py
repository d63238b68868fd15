"""An edition that is replaced is kept, readable and out of search; each page then says which edition it restates.

This follows "Take over a new edition" in CONTRIBUTING, on Saltmarsh.
"""

import re
import shutil
from datetime import date
from html import unescape

import pytest
import yaml

from macros.commands.edition import main as keep
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import BOROUGH, append, build, built, copy_of, edit, problems, publish, read, set_fields, site_in, write
from .html import page_of
from .search.index import index_of
from .server import served

DAY, LATER = date(2026, 12, 1), date(2026, 12, 9)
SPRING = "editions/spring-2026"
FRAMEWORK = "data/framework.yml"
AUTHORITY = "The published document is the authority."
RESTATED = {"kind": "scheduled", "what": "The craft of a visit is restated.", "why": "A new edition.", "do": "Read it.", "restates": True}


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def restate_the_craft(copy):
    """Restate a section of the new edition: its pages, its place in the new document, and an amendment that says so."""
    record = yaml.load(read(copy, FRAMEWORK), yaml.BaseLoader)
    for section in record["sections"]:
        if section["id"] == "craft":
            del section["edition"]
            section["pages"] = "9–15"
    set_fields(copy, FRAMEWORK, sections=record["sections"])
    for page in ("knocking", "leaving"):
        append(copy, f"docs/standards/visits/{page}.md", "\nAs the new edition says.\n")
    publish(copy, LATER, **RESTATED)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Saltmarsh once the edition of Autumn 2026 has taken the place of that of Spring 2026, with one section restated."""
    copy = copy_of(BOROUGH, tmp_path_factory.mktemp("edition"))
    assert keep(copy, DAY, {"name": "Autumn 2026"}, ask=None) == 0
    publish(copy, DAY)
    restate_the_craft(copy)
    return copy


@pytest.fixture(scope="module")
def site(project):
    return built(project, project / "site")


def test_the_earlier_edition_stands_whole_at_its_own_address(site):
    earlier, present = ({file.parent.relative_to(root).as_posix() for file in root.rglob("index.html")} for root in (site / SPRING, site))
    assert earlier >= {".", "panels/tide-circle", "standards/visits/knocking/version-1.0", "whats-new"}
    assert earlier <= present


def test_each_of_its_pages_says_so_at_the_top_and_leads_to_the_present_page(site):
    for file in (site / SPRING).rglob("*.html"):
        if 'http-equiv="refresh"' not in (html := file.read_text(encoding="utf-8")):
            notice = html.split('aria-label="Earlier edition">')[1].split("</aside>")[0]
            assert "This is an earlier edition, Spring 2026, as it was on Tuesday 1 December 2026." in text_of(notice)
            assert html.index("Earlier edition") < html.index("<h1")
            [link] = re.findall(r'href="([^"]*)"', notice)
            assert (file.parent / link).resolve() == site / file.parent.relative_to(site / SPRING)


def test_no_search_engine_lists_it_and_no_script_changes_it(site):
    for file in (site / SPRING).rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html and "<script" not in html and 'role="search"' not in html


def test_the_search_of_the_site_does_not_find_it(site):
    assert [page["at"] for page in index_of(site)["pages"] if page["at"].startswith("editions")] == []
    assert "editions" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_its_calendars_and_its_data_are_not_copied(site):
    left = {file.suffix for file in (site / SPRING).rglob("*") if file.is_file()}
    assert not left & {".ics", ".json", ".xml", ".js", ".gz"}


def test_every_link_of_it_leads_somewhere(site):
    for file in (site / SPRING).rglob("*.html"):
        for link in page_of(file.parent, "").links:
            path = link.partition("#")[0].partition("?")[0]
            if path and not re.match("[a-z]+:", path):
                target = (file.parent / path).resolve()
                assert (target / "index.html").is_file() if path.endswith(("/", ".")) else target.is_file(), (file, link)


def test_it_reads_as_it_read(site):
    page = text_of(page_of(site, f"{SPRING}/standards/visits/leaving").text)
    assert "Restated from the Casework Manual, Spring 2026: The craft of a visit (pages 7–12). The published document is the authority." in page
    assert "As the new edition says." not in page


def test_the_foot_of_the_site_leads_to_it(site):
    assert '<a href="../../editions/spring-2026/">Edition of Spring 2026</a>' in page_of(site, "panels/tide-circle").text


def test_a_page_that_is_restated_says_the_new_edition_and_that_it_is_the_authority(site):
    said = text_of(page_of(site, "standards/visits/leaving").text.split('class="provenance"')[1].split("</aside>")[0])
    assert f"Restated from the Casework Manual, Autumn 2026: The craft of a visit (pages 9–15). {AUTHORITY}" in said


def test_a_page_that_is_not_restated_yet_still_says_the_old_edition(site):
    said = text_of(page_of(site, "panels").text.split('class="provenance"')[1].split("</aside>")[0])
    assert "Restated from the Casework Manual, Spring 2026: Circles and how they meet (Spring 2026, pages 1–4)" in said


@pytest.mark.parametrize(("page", "edition"), [("panels", "Spring 2026"), ("standards/visits/leaving", "Autumn 2026"), ("", "Autumn 2026")])
def test_the_foot_of_a_page_names_the_edition_that_it_restates(site, page, edition):
    foot = text_of(page_of(site, page).text.split('class="foot"')[1].split("</p>")[0])
    assert foot.endswith(f"Casework Manual, {edition}")


@pytest.mark.parametrize(("page", "said"), [
    ("panels/quiet-circle", "(Spring 2026)"),
    ("roles/visitor", "page"),
])
def test_a_record_names_the_edition_that_it_restates(site, page, said):
    assert said in page_of(site, page).text


def test_a_calendar_says_which_edition_it_restates(site):
    text = (site / "calendar" / "panels" / "estuary-court.ics").read_bytes().decode().replace("\r\n ", "")
    assert "Restated from the Casework Manual of Spring 2026." in text


def test_an_earlier_edition_that_is_lost_is_named(project, tmp_path):
    copy = copy_of(project, tmp_path / "copy")
    shutil.rmtree(copy / "docs" / "editions")
    done = build(copy, copy / "site")
    assert done.returncode != 0
    assert "data/framework.yml:1: the edition Spring 2026 is gone: restore the folder docs/editions/spring-2026" in done.stdout + done.stderr


def with_a_script(copy):
    edit(copy, f"docs/{SPRING}/panels/index.html", "</body>", "<script src='quiet.js'></script></body>")


def with_a_new_file(copy):
    write(copy, f"docs/{SPRING}/panels/quiet.js", "alert(1)")


def without_a_file(copy):
    (copy / f"docs/{SPRING}/whats-new/index.html").unlink()


@pytest.mark.parametrize("change", [with_a_script, with_a_new_file, without_a_file])
def test_a_kept_edition_that_is_not_as_it_was_kept_is_told(project, tmp_path, change):
    copy = copy_of(project, tmp_path / "copy", code=False)
    assert problems(copy) == []
    change(copy)
    assert problems(copy) == [f"docs/{SPRING}:1: something in this folder is not as it was kept: restore the whole folder from the version history."]


def test_a_kept_edition_that_is_gone_is_told_once(project, tmp_path):
    copy = copy_of(project, tmp_path / "copy", code=False)
    shutil.rmtree(copy / "docs" / "editions")
    assert problems(copy) == [f"{FRAMEWORK}:1: the edition Spring 2026 is gone: restore the folder docs/{SPRING} from the version history."]


def test_an_edition_that_was_kept_just_now_is_one_thing_to_record(borough):
    assert keep(borough, DAY, {"name": "Autumn 2026"}, ask=None) == 0
    assert [*site_in(borough, day=DAY).unrecorded()] == [f"{SPRING} is a new address."]


def test_a_name_that_an_edition_has_is_asked_for_again(borough):
    names = iter(["spring 2026", "Autumn 2026"])
    assert keep(borough, DAY, {}, ask=lambda question: next(names)) == 0
    assert load(borough, DAY).framework.edition.edition == "Autumn 2026"


def test_what_is_not_recorded_is_not_kept(borough, capfd):
    append(borough, "docs/standards/visits/leaving.md", "\nWrite it down.\n")
    before = read(borough, FRAMEWORK)
    assert keep(borough, DAY, {"name": "Autumn 2026"}, ask=None) != 0
    assert "Nothing was kept." in capfd.readouterr().out
    assert not (borough / "docs" / "editions").exists() and read(borough, FRAMEWORK) == before


def test_a_section_cannot_restate_an_edition_that_nobody_kept(borough):
    edit(borough, FRAMEWORK, "  - id: craft\n", "  - id: craft\n    edition: Winter 2020\n")
    with pytest.raises(DataError, match='the section "craft" restates "Winter 2020", which is not kept'):
        load(borough, DAY)


def test_the_kept_pages_read_without_an_error_in_a_browser(site, browser):
    with served(site) as server:
        page = browser.new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(error))
        page.on("response", lambda response: errors.append(response.url) if response.status >= 400 else None)
        page.goto(f"{server.address}{SPRING}/panels/tide-circle/")
        assert page.get_by_text("This is an earlier edition").is_visible()
        page.get_by_role("link", name="Read the present page").click()
        assert page.url == f"{server.address}panels/tide-circle/"
        assert errors == []
