"""A hook of MkDocs that writes each page as it is once every macro has been filled in: what plain Material is then given to build."""

import json
import os
from pathlib import Path

from mkdocs.plugins import event_priority

FIELDS = ("title", "description", "search")


def on_files(files, config):
    """Remember what abbreviations stand for, which is in no page."""
    _write("glossary.json", json.dumps(config.mdx_configs["abbr"]["glossary"], ensure_ascii=False))


@event_priority(-1000)  # after everybody else
def on_page_markdown(markdown, page, config, files):
    front = [f"{name}: {json.dumps(page.meta[name], ensure_ascii=False)}" for name in FIELDS if name in page.meta]
    _write(f"docs/{page.file.src_uri}", "\n".join(["---", *front, "---", "", markdown]))


def _write(name, text):
    file = Path(os.environ["FINISHED_PAGES"]) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
