"""`make serve`: the site on this machine, which follows each file that is saved.

It answers at any time: while something is wrong, with the last good page and the mistakes on top. Each build is a process of its own,
copied from one that has loaded what others wrote, so that what a build takes is given back and our own code is as it is now.
"""

import os
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep
from typing import Any

from .build import said_in
from .say import say

HOST = "127.0.0.1"
WATCHED = ("data", "docs", "macros", "overrides", "mkdocs.yml")
PAUSE = 0.3  # seconds between two looks at the files
LOADED = ["icalendar", "markdown", "mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "pydantic"]
USED = "Port {port} is in use already, perhaps by another make serve. Stop that one, or take another port: make serve PORT={other}"
OURS = {f"/serve/{file.name}": file for file in (Path(__file__).parent / "served").iterdir()}
NEWS = "/serve/news"  # says of which build the site is


@dataclass
class Shown:
    """What is shown: the last good site, the number of the last build, and what was wrong with it."""

    folder: Path
    number: int = 0
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
        if self.path == NEWS:
            return self._send(str(self.server.shown.number).encode(), "text/plain")
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if page.suffix == ".html" or not file.exists():
            return self._send_page(page)
        return super().send_head()

    def _send_page(self, page: Path) -> BytesIO:
        """Send a page, or the one for what is not there, with what is wrong on top."""
        status, shown = 200 if page.is_file() else 404, self.server.shown
        page = page if page.is_file() else shown.folder / "404.html"
        text = page.read_text(encoding="utf-8") if page.is_file() else "<!doctype html><title>Nothing is built yet</title><body></body>"
        start = text.index(">", text.index("<body")) + 1
        return self._send((text[:start] + _on_top(shown) + text[start:]).encode(), "text/html; charset=utf-8", status)

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


def _on_top(shown: Shown) -> str:
    script = f'<script src="/serve/news.js" data-number="{shown.number}"></script>'
    if not shown.mistakes:
        return script
    lines = "\n".join(map(escape, shown.mistakes))
    return (
        f'<link rel="stylesheet" href="/serve/mistakes.css">{script}<section class="mistakes-on-top" role="alert">'
        f"<p>Put this right. Below is the last good page.</p><pre>{lines}</pre></section>"
    )


@contextmanager
def serving(port: int) -> Iterator[tuple[_Server, Path]]:
    """Answer at a port, and yield what answers and a folder for what is built. Ends with a sentence where the port is in use."""
    try:
        server = _Server((HOST, port), _Handler)
    except OSError:
        raise SystemExit(USED.format(port=port, other=port + 1)) from None
    with server, TemporaryDirectory(prefix="serve-") as folder:
        server.shown = Shown(Path(folder) / "0")
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server, Path(folder)
        finally:
            server.shutdown()


def serve(root: Path, port: int, environment: Mapping[str, str] | None = None) -> int:
    """Show the site of a project until somebody stops it. Returns the exit status."""
    with serving(port) as (server, folder):
        say(f"The site will be at http://{HOST}:{port}/. Stop it with Ctrl+C.")
        try:
            seen: Mapping[str, object] = {}
            while True:
                seen = _changed_since(root, seen)
                rebuild(root, server, folder, {"SITE_URL": f"http://{HOST}:{server.server_port}/", **(environment or {})})
        except KeyboardInterrupt:
            return 0


def rebuild(root: Path, server: _Server, folder: Path, environment: Mapping[str, str]) -> None:
    """Build the site, and show it if it is good; else what is wrong, on top of the last good one."""
    number, last = server.shown.number + 1, server.shown.folder
    site = folder / str(number)
    process = get_context("forkserver").Process(target=_build, args=(str(root), str(site), dict(environment)))
    process.start()
    process.join()
    said = said_in(root, site.with_suffix(".log"))
    is_good = process.exitcode == 0
    server.shown = Shown(site if is_good else last, number, [] if is_good else said)
    say(*said, f"Built, {number}." if is_good else "The last good site is shown until this is put right.", sep="\n")
    rmtree(last if is_good else site, ignore_errors=True)
    site.with_suffix(".log").unlink()


def _build(root: str, site: str, environment: Mapping[str, str]) -> None:
    """Have MkDocs build, in this process, which does nothing else."""
    log = os.open(f"{site}.log", os.O_WRONLY | os.O_CREAT, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(root)
    os.environ.update(environment)
    import_module("mkdocs.__main__").cli(["build", "--no-strict", "--site-dir", site], prog_name="mkdocs")


def _changed_since(root: Path, seen: Mapping[str, object]) -> Mapping[str, object]:
    """Wait until some file is not as it was seen, and return how each is now."""
    while (now := _files(root)) == seen:
        sleep(PAUSE)
    return now


def _files(root: Path) -> dict[str, object]:
    """Return the time and size of each file that a build reads. One that goes away meanwhile is none."""
    files: dict[str, object] = {}
    for name in WATCHED:
        for path in (root / name, *(root / name).rglob("*")):
            try:
                about = path.stat()
            except OSError:
                continue
            if path.suffix != ".pyc" and path.is_file():
                files[str(path)] = (about.st_mtime_ns, about.st_size)
    return files


def _main(root: Path) -> int:
    parser = ArgumentParser(prog="make serve", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--port", type=int, default=8000)
    get_context("forkserver").set_forkserver_preload(LOADED)
    return serve(root, parser.parse_args().port)


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd()))
