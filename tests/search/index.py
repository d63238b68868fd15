"""What the search of a built site knows."""

import json
from collections.abc import Mapping
from pathlib import Path

from macros.model.address import SEARCH_INDEX, SEARCH_TEXTS


def read_index(scripts: Mapping[str, str]) -> dict:
    """Return the index that two scripts hold, by their addresses: pages with their sections, each with its id, heading and text."""
    index, texts = (json.loads(scripts[at].partition("(")[2].removesuffix(")\n")) for at in (SEARCH_INDEX, SEARCH_TEXTS))
    for page, of_page in zip(index["pages"], texts, strict=True):
        page["sections"] = [[*section, text] for section, text in zip(page["sections"], of_page, strict=True)]
    return index


def index_of(site: Path) -> dict:
    """Return the index of a built site: its pages and the words that people say for others."""
    return read_index({at: (site / at).read_text(encoding="utf-8") for at in (SEARCH_INDEX, SEARCH_TEXTS)})
