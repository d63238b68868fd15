"""nginx, with the configuration that `make hosts` writes, serves a built site as it should: run for real, on this machine alone."""

import os
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from .. import kinds
from ..copies import ADDRESS, COUNCIL, copy_of, publish, set_fields, set_front_matter

KEY = "k3yThatNobodyCouldGuess"
OLD = "standards/knowledge-and-skills/hearing"
NOBODY = 65534
PID = Path("/tmp/nginx.pid")
LOAD, AT_ONCE = 2000, 16


def made(council: Path, program: str, *options: str, **environment: str):
    """Run what `make` runs, in the folder of a council."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "ON": "2027-01-04", **environment}
    subprocess.run([sys.executable, "-m", f"macros.commands.{program}", *options], cwd=council, env=settings, check=True, stdout=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def nginx(council: Path, *options: str, **environment: str):
    """Serve the site of a council as somebody who may write nowhere but below /tmp; yields the port."""
    port = free_port()
    made(council, "hosts", "--served-from", str(council / "site"), "--listen", f"127.0.0.1:{port}", *options, **environment)
    PID.unlink(missing_ok=True)
    hosts = council / "dist" / "hosts"
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", hosts, "-c", hosts / "nginx.conf", "-g", "daemon off;"]
    with subprocess.Popen(command, **who, stderr=subprocess.PIPE, text=True) as server:
        try:
            while server.poll() is None:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
            assert server.poll() is None, server.stderr.read()
            yield port
        finally:
            server.terminate()


def ask(port: int, path: str, **headers: str):
    """Return the status, the headers and the body of an answer."""
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.fixture(scope="module")
def folder():
    """A folder that others may read, as those of pytest may not be."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def published(folder: Path, name: str, **environment: str) -> Path:
    """Publish Exampleshire, in which a standard has another address than before, and build its site."""
    council = copy_of(COUNCIL, folder / name)
    set_front_matter(council, "docs/standards/knowledge-and-skills/listening.md", formerly=[OLD])
    publish(council)
    made(council, "build", **environment)
    return council


@pytest.fixture(scope="module")
def council(folder):
    return published(folder, "council", SITE_URL=ADDRESS)


@pytest.fixture(scope="module")
def port(council):
    with nginx(council, SITE_URL=ADDRESS) as port:
        yield port


@pytest.mark.parametrize("path, content_type", [
    ("", "text/html; charset=utf-8"), ("calendar/qa.ics", "text/calendar; charset=utf-8"), ("data.json", "application/json; charset=utf-8"),
    ("data.schema.json", "application/json; charset=utf-8"),
    ("whats-new.xml", "application/atom+xml; charset=utf-8"), ("assets/stylesheets/all.css", "text/css; charset=utf-8"),
    ("assets/javascripts/first.js", "text/javascript; charset=utf-8"), ("assets/images/favicon.svg", "image/svg+xml; charset=utf-8"),
    ("documents/matching-report.txt", "text/plain; charset=utf-8"),
])
def test_a_file_is_sent_as_what_it_is(port, path, content_type):
    status, headers, _ = ask(port, f"/{path}")
    assert (status, headers["Content-Type"]) == (200, content_type)


def test_every_file_of_the_site_has_a_type_of_its_own(council, port):
    endings = {file.suffix: file.relative_to(council / "site").as_posix() for file in (council / "site").rglob("*") if file.is_file()}
    content_types = {ending: ask(port, f"/{path}")[1]["Content-Type"] for ending, path in endings.items()}
    assert [ending for ending, said in content_types.items() if "octet-stream" in said] == []


@pytest.mark.parametrize("path", ["/", "/calendar/qa.ics", "/no-such-page/"])
def test_whatever_is_sent_says_what_a_browser_may_do_with_it(port, path):
    headers = ask(port, path)[1]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'self' https://intranet.example")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Last-Modified" not in headers


def test_an_address_that_leads_nowhere_is_told_so_on_a_page_of_the_site(port):
    status, _, body = ask(port, "/no-such-page/")
    assert (status, b"This page is not here" in body) == (404, True)


@pytest.mark.parametrize("path, to", [(f"/{OLD}/", "/standards/knowledge-and-skills/listening/"), ("/panels", "/panels/")])
def test_an_address_that_has_changed_leads_on(port, path, to):
    status, headers, _ = ask(port, path)
    assert (status, headers["Location"]) == (301, to)


def test_a_hidden_file_and_one_that_a_link_leads_to_are_not_sent(council, port):
    (council / "site" / ".secret").write_text("hidden")
    (council / "site" / "passwd.txt").symlink_to("/etc/passwd")
    assert [ask(port, path)[0] for path in ("/.secret", "/passwd.txt", "/..%2fdata/framework.yml")] == [404, 403, 400]


def test_a_text_is_packed_on_its_way(port):
    headers = ask(port, "/calendar/qa.ics", Accept_Encoding="gzip")[1]
    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")


@pytest.mark.parametrize("path", ["/", "/assets/stylesheets/all.css", "/calendar/qa.ics"])
def test_a_file_is_kept_and_asked_for_each_time(port, path):
    assert ask(port, path)[1]["Cache-Control"] == "no-cache"


def test_no_kind_of_page_has_anything_to_complain_of(browser, port):
    said = []
    with browser.new_page() as page:
        page.on("console", lambda message: said.append(f"{message.text} on {page.url}"))
        for path in kinds.EXAMPLESHIRE:
            page.goto(f"http://127.0.0.1:{port}/{path}", wait_until="load")
    assert said == []


def test_many_readers_at_once_are_all_answered(port):
    paths = [f"/{path}" for path in kinds.EXAMPLESHIRE if path != "404.html"] + ["/calendar/qa.ics"]
    with ThreadPoolExecutor(AT_ONCE) as readers:
        answers = readers.map(lambda number: ask(port, paths[number % len(paths)])[0], range(LOAD))
    assert [status for status in answers if status != 200] == []


def test_what_did_not_change_is_not_sent_again_after_the_next_publication(folder):
    council = published(folder, "twice")
    paths = ("/calendar/panels/matching-panel.ics", "/calendar/panels/family-forum.ics", "/glossary/")
    with nginx(council) as port:
        tags = {path: ask(port, path)[1]["ETag"] for path in paths}
        set_fields(council, "data/activities/matching-panel.yml", summary="Another thing to do")
        publish(council)
        made(council, "build")
        assert [ask(port, path, If_None_Match=tags[path])[0] for path in paths] == [200, 304, 304]
        assert [ask(port, path, If_None_Match=f"W/{tags[path]}", Accept_Encoding="gzip")[0] for path in paths] == [200, 304, 304]


def test_a_site_below_a_path_of_its_host_works_in_the_same_way(folder):
    at = {"SITE_URL": "https://example.org/children/standards/"}
    below = "/children/standards"
    with nginx(published(folder, "below", **at), **at) as port:
        assert ask(port, f"{below}/panels/")[0] == 200
        assert ask(port, f"{below}/panels")[1]["Location"] == f"{below}/panels/"
        assert ask(port, f"{below}/{OLD}/")[1]["Location"] == f"{below}/standards/knowledge-and-skills/listening/"
        assert ask(port, f"{below}/whats-new.xml")[1]["Content-Type"] == "application/atom+xml; charset=utf-8"
        status, _, body = ask(port, f"{below}/nothing/")
        assert (status, b'href="/children/standards/' in body) == (404, True)
        assert ask(port, "/panels/")[0] == 404


class _SignIn(BaseHTTPRequestHandler):
    """Answers as OAuth2 Proxy does: who brings the right cookie is signed in."""

    def do_GET(self):
        asked = self.path == "/oauth2/auth"
        self.send_response((202 if self.headers["Cookie"] == "name=lead" else 401) if asked else 200)
        self.end_headers()
        self.wfile.write(b"" if asked else b"Please sign in")

    def log_message(self, *_):
        """Say nothing: pytest shows what matters."""


@pytest.fixture
def sign_in():
    with HTTPServer(("127.0.0.1", 0), _SignIn) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_where_pages_ask_people_to_sign_in_calendars_answer_programs_that_know_their_path(folder, sign_in):
    at = {"SITE_URL": ADDRESS, "CALENDAR_KEY": KEY}
    council = published(folder, "closed", **at)
    with nginx(council, "--sign-in", sign_in, **at) as port:
        for path in ("/", "/data.json", "/whats-new.xml", "/calendar/qa.ics", f"/{KEY}/"):
            assert ask(port, path)[2] == b"Please sign in", path
        assert ask(port, "/panels/", Cookie="name=lead")[0] == 200
        status, headers, body = ask(port, f"/{KEY}/calendar/qa.ics")
        assert (status, headers["Content-Type"], body[:15]) == (200, "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR")
        status, _, body = ask(port, "/nothing/", Cookie="name=lead")
        assert (status, b"This page is not here" in body) == (404, True)
        assert ask(port, f"/{KEY}/calendar/nothing.ics")[0] == 404
        assert ask(port, "/oauth2/sign_in")[1]["Content-Security-Policy"] is None
        assert f"{ADDRESS}{KEY}/calendar/qa.ics".encode() in ask(port, "/calendar/", Cookie="name=lead")[2]
