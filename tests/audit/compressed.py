"""The built site served as a web server does: compressed, and kept by the browser. It counts what it sends."""

import gzip
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml")


class _Compressed(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Say nothing: pytest shows what matters."""

    def send_head(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return None
        body = gzip.compress(file.read_bytes()) if file.suffix in TEXT else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        if file.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.server.sent += len(body) + sum(map(len, self._headers_buffer))
        self.end_headers()
        return BytesIO(body)


@contextmanager
def served_compressed(site):
    """Serve a built site; gives the server, which knows its `address` and how many bytes it has `sent`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=site)) as server:
        server.address, server.sent = f"http://127.0.0.1:{server.server_port}/", 0
        Thread(target=server.serve_forever).start()
        try:
            yield server
        finally:
            server.shutdown()
