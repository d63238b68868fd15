"""Thunderbird, without a screen: a real subscription to each feed over HTTP, in a profile that the next run finds again.

Thunderbird has no command for this. An administrator's configuration file (autoconfig) may run code at its start, and must
lie in the program's folder: so a folder of links to the installed program, and thunderbird.js beside them, does it.
"""

import json
import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from .entry import entry

INSTALLED = Path("/usr/lib/thunderbird")  # the folder of Debian's package
SCRIPT = Path(__file__).with_suffix(".js")
SECONDS = 120

AUTOCONFIG = f"""\
pref("general.config.filename", "{SCRIPT.name}");
pref("general.config.obscure_value", 0);
pref("general.config.sandbox_enabled", false);
"""

# Thunderbird calls its makers at the start: a proxy that is not there keeps it on this machine, which needs no proxy.
PROFILE = """\
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
"""


def read(base, feeds, state):
    """Subscribe to the feeds, or find the subscriptions in `state` again, and return the entries that Thunderbird holds."""
    profile, answer = state / "profile", state / "answer.json"
    profile.mkdir(exist_ok=True)
    (profile / "user.js").write_text(PROFILE)
    with TemporaryDirectory() as folder:
        program = Path(folder)
        _link_program(program)
        _run(
            [program / "thunderbird-bin", "--headless", "--no-remote", "--profile", profile],
            HOME=str(state),
            FEEDS=json.dumps({feed: base + feed for feed in feeds}),
            FEEDS_ANSWER=str(answer),
        )
    found = json.loads(answer.read_text(encoding="utf-8"))
    answer.unlink()
    if "error" in found:
        raise RuntimeError(found["error"])
    return {feed: [entry(*item) for item in items] for feed, items in found.items()}


def _link_program(program):
    for part in INSTALLED.iterdir():
        (program / part.name).symlink_to(part)
    # The program takes the folder in which these lie, links followed, for its own.
    for part in ("thunderbird-bin", "libxul.so"):
        (program / part).unlink()
        shutil.copy(INSTALLED / part, program)
    (program / "defaults").unlink()
    shutil.copytree(INSTALLED / "defaults", program / "defaults")
    (program / "defaults/pref/autoconfig.js").write_text(AUTOCONFIG)
    shutil.copy(SCRIPT, program)


def _run(command, **environment):
    """Run a command to its end, and end every process that it leaves."""
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    finally:
        with suppress(ProcessLookupError):  # where none was left
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
