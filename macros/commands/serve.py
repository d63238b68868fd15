"""`make serve`: the site on this machine, which follows each file that is saved.

It answers at any time: while something is wrong, with the last good page and the mistakes on top. Each build is a process of its own,
copied from one that has loaded what others wrote, so that what a build takes is given back and our own code is as it is now.
"""

import os
from argparse import ArgumentParser
from collections.abc import Mapping
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from shutil import rmtree
from signal import SIGHUP, SIGTERM, default_int_handler, signal
from time import sleep

from .answering import HOST, Server, Shown, serving
from .build import refused_in, said_in
from .say import say

WATCHED = ("data", "docs", "macros", "overrides")  # and SETTINGS
SETTINGS = "mkdocs.yml"
PAUSE = 0.15  # seconds between two looks at the files
LOADED = ["holidays", "icalendar", "markdown", "mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "pydantic"]
LAST_GOOD = "Put this right. Below is the last good page."
NONE_GOOD = "Put this right. Until then there is no page to show."
REFUSED = "The page below is built, but make build refuses it: this stops a publication."
SILENT = "The build ended without a word. Look in the terminal where make serve runs: a module may have a mistake."


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


def rebuild(root: Path, server: Server, folder: Path, environment: Mapping[str, str]) -> None:
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
