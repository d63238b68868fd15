"""A built site at an address on this machine, as a web server serves it."""

import gzip
import sys
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Server(ThreadingHTTPServer):
    """Setting `site` publishes another site at the same address. `sent` counts the bytes that went out."""

    def __init__(self, site: Path, compresses: bool):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site, self.compresses, self.sent = site, compresses, 0
        self.address = f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a browser may go away before it has everything
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Serves what a browser keeps: a test that opens many pages asks for their styles and scripts once. Calendars are asked for anew."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path):
        self.directory = str(self.server.site)
        return super().translate_path(path)

    def send_head(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.endswith("/") else file
        if not self.server.compresses or file.suffix not in TEXT or not file.is_file():
            return super().send_head()
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def send_header(self, keyword, value):
        super().send_header(keyword, value)
        if keyword == "Content-Length":
            self.server.sent += int(value)

    def end_headers(self):
        if not self.path.endswith(".ics"):
            self.send_header("Cache-Control", "max-age=3600")
        self.server.sent += sum(map(len, self._headers_buffer))
        super().end_headers()

    def log_message(self, *_):
        """Say nothing: pytest shows what matters."""


@contextmanager
def served(site: Path, compresses=False):
    """Serve a built site while the context lasts; gives the Server, whose `address` ends with a slash."""
    with Server(site, compresses) as server:
        Thread(target=server.serve_forever).start()
        try:
            yield server
        finally:
            server.shutdown()
