"""What `make serve` answers: the last good page, with what is wrong on top, and a script that waits for the next build."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from errno import EACCES, EADDRINUSE
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from jinja2 import Environment, FileSystemLoader

from ..model import address

HOST = "127.0.0.1"
OUR_NAMES = re.compile(r"(127\.0\.0\.1|localhost)(:\d+)?")  # a page of elsewhere could call this machine by a name of its own
LAST_PORT = 65535
USED = "Port {port} is in use already, perhaps by another make serve. Stop that one, or take another port: make serve PORT={other}"
KEPT = "Port {port} is kept for the system. Take another port: make serve PORT=8000"
NO_PORT = "Port {port} cannot be used ({why}). Take another port: make serve PORT=8000"
SERVED = Path(__file__).parent / "served"
MARKUP = Environment(loader=FileSystemLoader(SERVED), autoescape=True)
OURS = {f"/serve/{name}": SERVED / name for name in ("mistakes.css", "news.js")}
NEWS = "/serve/news"  # says of which build the site is


@dataclass
class Shown:
    """What is shown: the last good site, the number of the last build, what was wrong with it, and what that means."""

    folder: Path
    number: int = 0
    meaning: str = ""
    mistakes: list[str] = field(default_factory=list)


class Server(ThreadingHTTPServer):
    """Answers with the site that is `shown`."""

    shown: Shown


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site that is shown, with a script in each page that waits for the next build."""

    server: Server

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
        text = page.read_text(encoding="utf-8") if _exists(page) else MARKUP.get_template("nothing_built.html").render()
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
    return MARKUP.get_template("on_top.html").render(shown=shown, is_form=is_form)


@contextmanager
def serving(port: int) -> Iterator[tuple[Server, Path]]:
    """Answer at a port, and yield what answers and a folder for what is built. Ends with a sentence where the port cannot be used."""
    try:
        server = Server((HOST, port), _Handler)
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
