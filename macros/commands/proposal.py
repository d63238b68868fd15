"""`make proposal`: check a proposal as `make check` does, and write for whoever made it what was found, to `dist/proposal.md`."""

from collections.abc import Iterator
from datetime import date
from os import environ
from pathlib import Path

from ..reading.today import day_of_build
from .check import Findings, find
from .say import say
from .summary import as_list, write_summary

SUMMARY = "dist/proposal.md"
NEXT = "Put this right in the files that are named, in this proposal: it is then checked again."
PREVIEW = (
    "To see the pages as they would be, as soon as all files can be read, get `preview.zip` from this run, unpack all of it, and open "
    "`index.html` in its folder."
)


def main(root: Path, today: date) -> int:
    """Write the summary. Returns 1 where anything is wrong."""
    found = find(root, today)
    title = f"{len(found.mistakes)} to put right" if found.mistakes else "Nothing is wrong"
    write_summary(root / SUMMARY, title, *_paragraphs(found))
    say(f"{title}. {SUMMARY} says more.")
    return found.status


def _paragraphs(found: Findings) -> Iterator[str]:
    if found.mistakes:
        yield as_list(found.mistakes)
        yield NEXT
    elif found.new:
        yield "Once this is taken in, it is published, and this is recorded:"
        yield as_list(found.new)
    else:
        yield "Once this is taken in, it is published. There is nothing to record."
    if found.notices:
        yield "Good to know:"
        yield as_list(found.notices)
    yield PREVIEW


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ)))
