"""What the search of a built site knows."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.model.address import SEARCH_INDEX, SEARCH_TEXTS


def given_to(script: str) -> Any:
    """Return what a script hands over."""
    return json.loads(script.partition("(")[2].removesuffix(")\n"))


def read_index(scripts: Mapping[str, str]) -> dict:
    """Return the index that two scripts hold, by their addresses: pages with their keywords, and with the heading and text of each section."""
    index, texts = (given_to(scripts[at]) for at in (SEARCH_INDEX, SEARCH_TEXTS))
    for page, of_page in zip(index["pages"], texts, strict=True):
        page["keywords"] = page["keywords"].split("\n") if page["keywords"] else []
        headings = [line.partition("\t")[0] for line in page["sections"].split("\n")] if "sections" in page else []
        page["sections"] = [*zip(headings, of_page, strict=True)]
    return index


def index_of(site: Path) -> dict:
    """Return the index of a built site: its pages and the words that people say for others."""
    return read_index({at: (site / at).read_text(encoding="utf-8") for at in (SEARCH_INDEX, SEARCH_TEXTS)})
