"""`make edit`: a form in a browser that edits the files of this folder, without any account. `--fetch` only gets the editor.

The editor comes from npm: its one script, whose digest is pinned, and the small server that saves for it on this machine.
"""

import base64
import json
import os
import subprocess
import tarfile
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha512
from pathlib import Path
from shutil import copy, which
from tempfile import TemporaryDirectory

from ..reading.canonical import data_of
from ..reading.editor_scripts import FOLDER, SITE
from ..reading.environment import THROUGH
from ..reading.yaml_file import read_text
from .answering import HOST
from .say import say
from .serve import serve as serve_site
from .whole_file import write_whole

HERE = Path(__file__).parent / "editor"
NO_NODE = "Node.js 20 or later is needed, with npm. Somebody in IT can install it: https://nodejs.org"
NOT_AS_PINNED = "{package} is not what it was when it was chosen: its digest differs. Nothing was installed. Tell a developer."


def fetch(root: Path) -> None:
    """Get the scripts of the editor into `.editor/site/`, unless they are there. Ends with a sentence where that cannot be done."""
    pinned = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["config"]
    done = root / FOLDER / "fetched.json"
    if done.exists() and json.loads(done.read_text(encoding="utf-8")) == pinned:
        return
    if not which("npm"):
        raise SystemExit(NO_NODE)
    (root / SITE).mkdir(parents=True, exist_ok=True)
    for package, wanted in pinned.items():
        _unpack(root, package, wanted)
    write_whole(done, json.dumps(pinned))


def _unpack(root: Path, package: str, wanted: Mapping[str, str]) -> None:
    """Get a package, and put the file or the folder of it that is wanted where the site takes it from."""
    with TemporaryDirectory(dir=root / FOLDER) as temporary:
        _npm("pack", package, "--pack-destination", temporary)
        [packed] = Path(temporary).glob("*.tgz")
        digest = base64.b64encode(sha512(packed.read_bytes()).digest()).decode()
        if wanted["integrity"] != f"sha512-{digest}":
            raise SystemExit(NOT_AS_PINNED.format(package=package))
        with tarfile.open(packed) as archive:
            for member in archive:
                name = member.name.removeprefix(f"package/{wanted['from']}")
                if member.isfile() and name != member.name and (content := archive.extractfile(member)):
                    file = root / SITE / f"{wanted['to']}{name}"
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(content.read())


def _fetch_server(root: Path) -> Path:
    """Install what saves into the folder, as its lock file pins it. Returns the program."""
    folder = root / FOLDER
    for name in ("package.json", "package-lock.json"):
        copy(HERE / name, folder)
    program = folder / "node_modules" / "decap-server" / "dist" / "index.js"
    if not program.exists():
        _npm("ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund")
    return program


def _npm(*arguments: str) -> None:
    if subprocess.run(["npm", *arguments, "--silent"], check=False, stdout=subprocess.DEVNULL).returncode:
        raise SystemExit(f"npm {arguments[0]} failed: see above. Nothing was installed.")


@contextmanager
def saving(root: Path, port: int, site: str) -> Iterator[str]:
    """Let a form on the site at this address save into a folder. Yields the address for that, at a port of this machine alone."""
    settings = {
        **os.environ, "GIT_REPO_DIRECTORY": str(root), "MODE": "fs", "BIND_HOST": HOST, "PORT": str(port), "ORIGIN": site,
        "LOG_LEVEL": "error",
    }
    with subprocess.Popen(["node", str(_fetch_server(root))], env=settings) as server:
        try:
            yield f"http://{HOST}:{port}/api/v1"
        finally:
            server.terminate()


def serve(root: Path, port: int) -> int:
    """Show the site with its form until somebody stops it; what saves answers at the next port."""
    site = f"http://{HOST}:{port}"
    with saving(root, port + 1, site) as through:
        say(f"The form is at {site}/edit/ as soon as the site is built. Stop it with Ctrl+C.")
        return serve_site(root, port, {THROUGH: through})


def _main(root: Path) -> int:
    parser = ArgumentParser(prog="make edit", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--fetch", action="store_true", help="get the editor, if the site has its form switched on")
    parser.add_argument("--port", type=int, default=8000)
    given = parser.parse_args()
    if given.fetch and not _is_switched_on(root):
        say("data/framework.yml does not switch the form on: there is nothing to get.")
        return 0
    fetch(root)
    return 0 if given.fetch else serve(root, given.port)


def _is_switched_on(root: Path) -> bool:
    """True where the site has a form for readers. What is wrong with the data is for others to tell."""
    fields = data_of(read_text(root, "data/framework.yml"))
    return isinstance(fields, dict) and "editor" in fields


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd()))
