"""A summary in Markdown, which a host shows beside a proposal or in a message. What the data says stays text in it."""

import re
from collections.abc import Iterable
from pathlib import Path

from .whole_file import write_whole


def as_list(lines: Iterable[str]) -> str:
    """Return a list with an item for each line."""
    return "\n".join(f"- {as_code(line)}" for line in lines)


def as_code(text: str) -> str:
    """Return a text as code, so that no HTML, link, picture or name in it comes to life.

    It stands between more backticks than it has in a row itself, as CommonMark has it (section 6.1).
    """
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    edge = " " if "`" in text else ""
    return f"{fence}{edge}{' '.join(text.split())}{edge}{fence}"


def write_summary(file: Path, title: str, *paragraphs: str) -> None:
    """Write a summary into a file."""
    write_whole(file, "\n\n".join([f"# {title}", *paragraphs]) + "\n")
