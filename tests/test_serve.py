"""`make serve`: it answers at any time, with the last good page and what is wrong on top, and keeps nothing of a build."""

import os
import subprocess
import sys
from errno import EACCES
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from macros.commands import answering, serve
from macros.commands.answering import KEPT, USED, serving
from macros.commands.serve import LAST_GOOD, NONE_GOOD, REFUSED, SILENT, rebuild

from .copies import PROJECT, edit, last_day, read

SURVEY = "data/activities/staff-survey.yml"
WRONG = f'{SURVEY}:6: &#34;Octobr&#34; is not a month. Did you mean October?'


@pytest.fixture
def shown(council):
    """Exampleshire, what answers, and what builds it anew."""
    with serving(0) as (server, folder):
        yield council, server, lambda: rebuild(council, server, folder, {"ON": last_day(council).isoformat(), "NO_MKDOCS_2_WARNING": "1"})


def asked(server, path="/", host=None):
    """Return the status and the text with which a server answers."""
    request = Request(f"http://127.0.0.1:{server.server_port}{path}", headers={"Host": host} if host else {})
    try:
        with urlopen(request, timeout=5) as answer:
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
    assert status == 200 and WRONG in page and "Staff survey" in page and LAST_GOOD in page
    assert asked(server, "/nowhere/")[0] == 404 and WRONG in asked(server, "/nowhere/")[1]
    edit(council, SURVEY, "Octobr", "October")
    (council / "docs/about/data.md").unlink()  # while it is served
    build()
    assert asked(server, "/serve/news") == (200, "3")
    assert WRONG not in asked(server)[1] and LAST_GOOD not in asked(server)[1]
    assert [path.name for path in server.shown.folder.parent.iterdir()] == ["3"]  # nothing else is kept


def test_where_the_first_build_fails_the_mistakes_are_shown_alone(shown):
    council, server, build = shown
    edit(council, SURVEY, "October", "Octobr")
    build()
    assert WRONG in asked(server)[1] and NONE_GOOD in asked(server)[1]


def test_what_make_build_refuses_is_shown_on_top_of_the_new_page(shown):
    council, server, build = shown
    edit(council, SURVEY, "October", "November")
    edit(council, "docs/about/data.md", "\n---\n", "\n---\n\n[Nowhere](/nowhere.md)\n")
    build()
    page = asked(server, "/about/data/")[1]
    assert ">Nowhere</a>" in page and REFUSED in page and LAST_GOOD not in page
    assert "activities/staff-survey is not as it was published (months)." in page
    assert "docs/about/data.md:" in page and "leads nowhere" in page


def says_nothing(*_):
    """Stand in for a build that a module with a mistake in it ends before it starts."""
    raise SystemExit(1)


def test_a_build_that_ends_before_it_says_anything_is_told(shown, monkeypatch, capsys):
    _, server, build = shown
    monkeypatch.setattr(serve, "_build", says_nothing)
    build()
    assert SILENT in asked(server)[1] and SILENT in capsys.readouterr().out


def test_in_the_first_seconds_the_page_says_that_nothing_is_built_yet(shown):
    assert "Nothing is built yet." in asked(shown[1])[1].partition("<body>")[2]


def test_each_page_asks_for_the_next_build(shown):
    _, server, _ = shown
    assert '<script src="/serve/news.js" data-number="0">' in asked(server)[1]
    assert "/serve/news" in asked(server, "/serve/news.js")[1] and "mistakes-on-top" in asked(server, "/serve/mistakes.css")[1]


def test_the_form_waits_for_no_build_which_would_take_what_somebody_types(shown):
    _, server, _ = shown
    form = server.shown.folder / "edit" / "index.html"
    form.parent.mkdir(parents=True)
    form.write_text("<body>Form</body>", encoding="utf-8")
    server.shown.mistakes, server.shown.meaning = ["Wrong"], LAST_GOOD
    for path in ("/edit/", "/edit/index.html"):
        page = asked(server, path)[1]
        assert "Form" in page and "Wrong" in page and "news.js" not in page


@pytest.mark.parametrize("path", ["/" + "a" * 5000, "/a" * 5000, "/" + "a" * 5000 + ".html"], ids=["long", "deep", "page"])
def test_where_no_file_can_have_an_address_there_is_no_page(shown, path, capsys):
    assert asked(shown[1], path)[0] == 404
    assert "Traceback" not in capsys.readouterr().err


def test_a_name_of_elsewhere_for_this_machine_is_refused(shown):
    _, server, _ = shown
    for path in ("/", "/serve/news", "/serve/news.js"):
        for host in ("elsewhere.example", f"elsewhere.example:{server.server_port}", "localhost.elsewhere.example"):
            assert asked(server, path, host)[0] == 421
    for host in ("localhost", f"localhost:{server.server_port}", "127.0.0.1"):
        assert asked(server, "/serve/news", host) == (200, "0")


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


def test_a_port_that_there_is_not_is_told():
    with pytest.raises(SystemExit) as told, serving(99999):
        pass
    assert str(told.value) == "Port 99999 cannot be used (the last one is 65535). Take another port: make serve PORT=8000"


def test_a_port_that_is_kept_for_the_system_is_told_apart(monkeypatch):
    def bind(*_):
        raise PermissionError(EACCES, "Permission denied")

    monkeypatch.setattr(answering.Server, "server_bind", bind)
    with pytest.raises(SystemExit) as told, serving(80):
        pass
    assert str(told.value) == KEPT.format(port=80)


def test_who_is_told_to_end_leaves_nothing_behind(council, tmp_path):
    settings = os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(PROJECT), "ON": last_day(council).isoformat()}
    command = [sys.executable, "-m", "macros.commands.serve", "--port", "0"]
    with subprocess.Popen(command, cwd=council, env=settings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().startswith("The site will be at http://127.0.0.1:")
        assert list(tmp_path.glob("serve-*"))
        process.terminate()
        assert process.wait(timeout=60) == 0
    assert not list(tmp_path.glob("serve-*"))


def test_a_folder_that_goes_away_while_it_is_looked_at_is_none(council, monkeypatch):
    before, look = serve._files(council), os.scandir

    def look_late(path):
        if Path(path).name == "about":
            raise FileNotFoundError(path)
        return look(path)

    monkeypatch.setattr(os, "scandir", look_late)
    assert serve._files(council) == {path: about for path, about in before.items() if "/docs/about/" not in path}


def test_a_file_that_goes_away_while_it_is_looked_at_is_none(council, monkeypatch):
    before = serve._files(council)
    (council / "docs/about/gone.md").symlink_to("nowhere")
    assert serve._files(council) == before
    (council / SURVEY).write_text(read(council, SURVEY) + "\n", encoding="utf-8")
    assert serve._files(council) != before
