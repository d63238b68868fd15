"""`make serve`: it answers at any time, with the last good page and what is wrong on top, and keeps nothing of a build."""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from macros.commands import serve
from macros.commands.serve import USED, rebuild, serving

from .copies import edit, last_day, read

SURVEY = "data/activities/staff-survey.yml"
WRONG = f'{SURVEY}:6: &quot;Octobr&quot; is not a month. Did you mean October?'


@pytest.fixture
def shown(council):
    """Exampleshire, what answers, and what builds it anew."""
    with serving(0) as (server, folder):
        yield council, server, lambda: rebuild(council, server, folder, {"ON": last_day(council).isoformat(), "NO_MKDOCS_2_WARNING": "1"})


def asked(server, path="/"):
    """Return the status and the text with which a server answers."""
    try:
        with urlopen(f"http://127.0.0.1:{server.server_port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_page_follows_what_is_saved_and_keeps_the_last_good_one_while_the_data_is_wrong(shown):
    council, server, build = shown
    build()
    status, good = asked(server, "/roles/practice-lead/")
    assert status == 200 and "Staff survey" in good and "mistakes-on-top" not in good
    edit(council, SURVEY, "October", "Octobr")
    build()
    status, page = asked(server, "/roles/practice-lead/")
    assert status == 200 and WRONG in page and "Staff survey" in page
    assert asked(server, "/nowhere/")[0] == 404 and WRONG in asked(server, "/nowhere/")[1]
    edit(council, SURVEY, "Octobr", "October")
    (council / "docs/about/data.md").unlink()  # while it is served
    build()
    assert asked(server, "/serve/news") == (200, "3")
    assert "mistakes-on-top" not in asked(server)[1]
    assert [path.name for path in server.shown.folder.parent.iterdir()] == ["3"]  # nothing else is kept


def test_where_the_first_build_fails_the_mistakes_are_shown_alone(shown):
    council, server, build = shown
    edit(council, SURVEY, "October", "Octobr")
    build()
    assert WRONG in asked(server)[1]


def test_each_page_asks_for_the_next_build(shown):
    _, server, _ = shown
    assert '<script src="/serve/news.js" data-number="0">' in asked(server)[1]
    assert "/serve/news" in asked(server, "/serve/news.js")[1] and "mistakes-on-top" in asked(server, "/serve/mistakes.css")[1]


def test_nothing_outside_the_site_is_served(shown):
    _, server, _ = shown
    for path in ("/../../etc/passwd", "/serve/../serve.py", "/%2e%2e/%2e%2e/etc/passwd"):
        assert "root:" not in asked(server, path)[1] and "import" not in asked(server, path)[1]


def test_a_port_that_is_in_use_is_told_with_the_way_out():
    with serving(0) as (server, _):
        port = server.server_port
        with pytest.raises(SystemExit) as told, serving(port):
            pass
    assert str(told.value) == USED.format(port=port, other=port + 1)
    assert f"make serve PORT={port + 1}" in str(told.value)


def test_a_file_that_goes_away_while_it_is_looked_at_is_none(council, monkeypatch):
    before = serve._files(council)
    (council / "docs/about/gone.md").symlink_to("nowhere")
    assert serve._files(council) == before
    (council / SURVEY).write_text(read(council, SURVEY) + "\n", encoding="utf-8")
    assert serve._files(council) != before
