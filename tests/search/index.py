"""What the search of a built site knows."""

import json
from pathlib import Path


def read_index(script: str) -> dict:
    """Return the index that a script holds."""
    return json.loads(script.removeprefix("searchIndex(").removesuffix(")\n"))


def index_of(site: Path) -> dict:
    """Return the index of a built site: its pages and the words that people say for others."""
    return read_index((site / "assets" / "search-index.js").read_text(encoding="utf-8"))
