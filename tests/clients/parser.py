"""Programs that read a calendar and keep nothing: the feeds are downloaded for them."""

import json
from urllib.request import urlopen

from .command import run
from .entry import entry


def parser(*command):
    """Return a reader of feeds.

    `command` is given the files and prints an entry a line, as a JSON list: file, UID, start, end, summary, status.
    It fails where it does not take a file as it is.
    """

    def read(base, feeds, state):
        for feed in feeds:
            _download(base + feed, state / feed)
        found = {feed: [] for feed in feeds}
        for line in run(*command, *feeds, cwd=state).splitlines():
            feed, *told = json.loads(line)
            found[feed].append(entry(*told))
        return found

    return read


def _download(address, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    with urlopen(address) as answer:
        file.write_bytes(answer.read())
