"""`make serve`: the site on this machine, which follows each file that is saved.

It answers at any time: while something is wrong, with the last good page and the mistakes on top. Each build is a process of its own,
copied from one that has loaded what others wrote, so that what a build takes is given back and our own code is as it is now.
"""

import os
import re
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from errno import EACCES, EADDRINUSE
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from io import BytesIO
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from shutil import rmtree
from signal import SIGHUP, SIGTERM, default_int_handler, signal
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep
from typing import Any

from ..model import address
from .build import refused_in, said_in
from .say import say

HOST = "127.0.0.1"
OUR_NAMES = re.compile(r"(127\.0\.0\.1|localhost)(:\d+)?")  # a page of elsewhere could call this machine by a name of its own
WATCHED = ("data", "docs", "macros", "overrides")  # and SETTINGS
SETTINGS = "mkdocs.yml"
PAUSE = 0.3  # seconds between two looks at the files
LOADED = ["icalendar", "markdown", "mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "pydantic"]
LAST_PORT = 65535
USED = "Port {port} is in use already, perhaps by another make serve. Stop that one, or take another port: make serve PORT={other}"
KEPT = "Port {port} is kept for the system. Take another port: make serve PORT=8000"
NO_PORT = "Port {port} cannot be used ({why}). Take another port: make serve PORT=8000"
OURS = {f"/serve/{file.name}": file for file in (Path(__file__).parent / "served").iterdir()}
NEWS = "/serve/news"  # says of which build the site is
NO_PAGE = """<!doctype html><html lang="en"><title>Nothing is built yet</title>
<body><p>Nothing is built yet. This page follows as soon as something is.</p></body></html>"""
LAST_GOOD = "Put this right. Below is the last good page."
NONE_GOOD = "Put this right. Until then there is no page to show."
REFUSED = "The page below is built, but make build refuses it: this stops a publication."
SILENT = "The build ended without a word. Look in the terminal where make serve runs: a module may have a mistake."


@dataclass
class Shown:
    """What is shown: the last good site, the number of the last build, what was wrong with it, and what that means."""

    folder: Path
    number: int = 0
    meaning: str = ""
    mistakes: list[str] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    shown: Shown


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site that is shown, with a script in each page that waits for the next build."""

    server: _Server

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.shown.folder)
        return str(OURS[path]) if path in OURS else super().translate_path(path)

    def send_head(self) -> Any:
        if not OUR_NAMES.fullmatch(self.headers.get("Host", "")):
            return self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        if self.path == NEWS:
            return self._send(str(self.server.shown.number).encode(), "text/plain")
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if page.suffix == ".html" or not _exists(file):
            return self._send_page(page)
        return super().send_head()

    def _send_page(self, page: Path) -> BytesIO:
        """Send a page, or the one for what is not there, with what is wrong on top."""
        status, shown = 200 if _exists(page) else 404, self.server.shown
        is_form = page.is_relative_to(shown.folder / address.EDIT)
        page = page if _exists(page) else shown.folder / "404.html"
        text = page.read_text(encoding="utf-8") if _exists(page) else NO_PAGE
        body = text.find("<body")
        start = text.find(">", body) + 1 if body >= 0 else len(text)  # what only leads on has none
        return self._send((text[:start] + _on_top(shown, is_form) + text[start:]).encode(), "text/html; charset=utf-8", status)

    def _send(self, content: bytes, kind: str, status: int = 200) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each file that a browser asks for."""


def _exists(path: Path) -> bool:
    """Say whether something stands at a path. At one that is too long for the system nothing does."""
    try:
        return path.exists()
    except OSError:
        return False


def _on_top(shown: Shown, is_form: bool) -> str:
    """Return what stands on top of a page. The form does not wait for the next build: it would lose what somebody types."""
    script = "" if is_form else f'<script src="/serve/news.js" data-number="{shown.number}"></script>'
    if not shown.mistakes:
        return script
    lines = "\n".join(map(escape, shown.mistakes))
    return (
        f'<link rel="stylesheet" href="/serve/mistakes.css">{script}<section class="mistakes-on-top" role="alert" tabindex="0">'
        f"<p>{shown.meaning}</p><pre>{lines}</pre></section>"
    )


@contextmanager
def serving(port: int) -> Iterator[tuple[_Server, Path]]:
    """Answer at a port, and yield what answers and a folder for what is built. Ends with a sentence where the port cannot be used."""
    try:
        server = _Server((HOST, port), _Handler)
    except (OSError, OverflowError) as error:
        raise SystemExit(_why_not(port, error)) from None
    with server, TemporaryDirectory(prefix="serve-") as folder:
        server.shown = Shown(Path(folder) / "0")
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server, Path(folder)
        finally:
            server.shutdown()


def _why_not(port: int, error: OSError | OverflowError) -> str:
    """Return why nothing can answer at a port, and the way out."""
    if isinstance(error, OverflowError):
        return NO_PORT.format(port=port, why=f"the last one is {LAST_PORT}")
    told = {EADDRINUSE: USED, EACCES: KEPT}.get(error.errno or 0, NO_PORT)
    return told.format(port=port, other=port + 1 if port < LAST_PORT else port - 1, why=error.strerror)


def serve(root: Path, port: int, environment: Mapping[str, str] | None = None) -> int:
    """Show the site of a project until somebody stops it. Returns the exit status."""
    for ending in (SIGTERM, SIGHUP):
        signal(ending, default_int_handler)  # as Ctrl+C, so that nothing is left behind
    get_context("forkserver").set_forkserver_preload(LOADED)
    seen: Mapping[str, object] = {}
    try:
        with serving(port) as (server, folder):
            say(f"The site will be at http://{HOST}:{server.server_port}/. Stop it with Ctrl+C.")
            while True:
                seen = _changed_since(root, seen)
                rebuild(root, server, folder, {"SITE_URL": f"http://{HOST}:{server.server_port}/", **(environment or {})})
    except KeyboardInterrupt:
        return 0


def rebuild(root: Path, server: _Server, folder: Path, environment: Mapping[str, str]) -> None:
    """Build the site, and show it if it can be; else the last good one. What is wrong stands on top of either."""
    number, last = server.shown.number + 1, server.shown.folder
    site, log = folder / str(number), folder / f"{number}.log"
    log.touch()  # here, since a module that cannot be read ends a build before it starts
    is_good = _ended_well(get_context("forkserver").Process(target=_build, args=(str(root), str(site), str(log), dict(environment))))
    said = said_in(root, log) or ([] if is_good else [SILENT])
    if is_good:
        server.shown = Shown(site, number, REFUSED, refused_in(root, log))
    else:
        server.shown = Shown(last, number, LAST_GOOD if last.exists() else NONE_GOOD, said)
    say(*said, f"Built, {number}." if is_good else "The last good site is shown until this is put right.", sep="\n")
    rmtree(last if is_good else site, ignore_errors=True)
    log.unlink()


def _ended_well(process: BaseProcess) -> bool:
    """Run a process, and say whether it ended well. It ends with whoever waits for it."""
    process.start()
    try:
        process.join()
    finally:
        process.terminate()
        process.join()
    return process.exitcode == 0


def _build(root: str, site: str, log: str, environment: Mapping[str, str]) -> None:
    """Have MkDocs build, in this process, which does nothing else."""
    said = os.open(log, os.O_WRONLY)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(root)
    os.environ.update(environment)
    import_module("mkdocs.__main__").cli(["build", "--no-strict", "--site-dir", site], prog_name="mkdocs")


def _changed_since(root: Path, seen: Mapping[str, object]) -> Mapping[str, object]:
    """Wait until some file is not as it was seen, and return how each is now."""
    while (now := _files(root)) == seen:
        sleep(PAUSE)
    return now


def _files(root: Path) -> dict[str, object]:
    """Return the time and size of each file that a build reads. What goes away meanwhile is none."""
    files: dict[str, object] = {}
    below = (Path(folder, name) for top in WATCHED for folder, _, names in os.walk(root / top) for name in names)
    for path in (root / SETTINGS, *below):
        try:
            about = path.stat()
        except OSError:
            continue
        if path.suffix != ".pyc":
            files[str(path)] = (about.st_mtime_ns, about.st_size)
    return files


def _main(root: Path) -> int:
    parser = ArgumentParser(prog="make serve", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--port", type=int, default=8000)
    return serve(root, parser.parse_args().port)


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd()))
