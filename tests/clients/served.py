"""A copy of the project whose data can change, its built sites, and a server for them on this machine."""

import json
import shutil
import sys
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import yaml

from .command import run

PROJECT = Path(__file__).parents[2]
PARTS = ("mkdocs.yml", "macros", "overrides", "data", "docs")


def copy_project(folder):
    """Copy what a site is made of."""
    for part in PARTS:
        copy = shutil.copytree if (PROJECT / part).is_dir() else shutil.copy
        copy(PROJECT / part, folder / part)


def read_data(project, name):
    return yaml.load((project / "data" / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def write_data(project, name, data):
    """Write a file of `data/` as JSON, which is YAML too: YAML's own writer would use aliases, which the site refuses."""
    (project / "data" / name).write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def build(project, site):
    """Record the data as published, as `make amend` does, and build the site; the links of its pages do not matter here."""
    run(sys.executable, "-m", "macros.commands.amend", "--kind", "minor", "--what", "Invented.", cwd=project)
    quiet = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://standards.example/"}
    run(sys.executable, "-m", "mkdocs", "build", "--site-dir", site, cwd=project, **quiet)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, request, address, server):
        super().__init__(request, address, server, directory=server.site)

    def log_message(self, *_):
        """Say nothing: pytest shows what matters."""


@contextmanager
def serve(site):
    """Serve a site on a free port. Setting `site` on the server publishes another at the same address, its `base`."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.site, server.base = site, f"http://127.0.0.1:{server.server_port}/"
        Thread(target=server.serve_forever).start()
        try:
            yield server
        finally:
            server.shutdown()
