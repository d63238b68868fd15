"""MkDocs in a process of its own, copied from one that has loaded it already: a build then takes a quarter less."""

import gc
import os
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

LOADED = ["icalendar", "markdown", "mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "pydantic"]
COPIES = get_context("forkserver")
COPIES.set_forkserver_preload(LOADED)


def mkdocs(arguments, project: Path, environment) -> subprocess.CompletedProcess:
    """Run MkDocs in the folder of a project, with the modules of that project."""
    with TemporaryDirectory() as folder:
        said = [Path(folder) / name for name in ("out", "err")]
        process = COPIES.Process(target=_run, args=([str(one) for one in arguments], str(project), dict(environment), said))
        process.start()
        process.join()
        texts = [path.read_text(encoding="utf-8") for path in said]
        return subprocess.CompletedProcess(arguments, process.exitcode, *texts)


def _run(arguments, project, environment, said):
    gc.disable()  # a build is over before there is much to collect
    from mkdocs.__main__ import cli

    for descriptor, path in zip((1, 2), said, strict=True):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), descriptor)
    os.chdir(project)
    os.environ.clear()
    os.environ.update(environment)
    ours = str(Path(__file__).parent.parent)
    sys.path = [project, *(path for path in sys.path if path not in ("", ours))]
    cli(arguments, prog_name="mkdocs")
