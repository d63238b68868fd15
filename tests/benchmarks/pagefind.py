"""Pagefind, which reads built pages and is asked in a browser."""

import shutil
import subprocess
from pathlib import Path

from ..search.index import index_of
from ..search.questions import NODE

PROGRAM = Path(__file__).parent / "node_modules/pagefind/lib/runner/bin.cjs"
BUNDLE = "pagefind"
LEFT_OUT = "[data-search-exclude], .chapter, .contents"  # a document to print says what other pages say
ASK = """async (texts) => {
    const pagefind = await import("/pagefind/pagefind.js");
    const answers = [];
    for (const text of texts) {
        const { results } = await pagefind.search(text);
        const first = await Promise.all(results.slice(0, 3).map(result => result.data()));
        answers.push([...first.map(({ url }) => url), ...results.slice(3).map(({ id }) => id)]);
    }
    return answers;
}"""


def write_pagefind(site: Path, to: Path) -> Path:
    """Write a folder with the pages of a built site that its own search finds, and with Pagefind's index of these. Returns it.

    It reads what a page says, without what stands on many pages.
    """
    for page in index_of(site)["pages"]:
        (to / page["at"]).mkdir(parents=True, exist_ok=True)
        shutil.copy(site / page["at"] / "index.html", to / page["at"])
    reads = ["--root-selector", "article", "--exclude-selectors", LEFT_OUT]
    subprocess.run([NODE, PROGRAM, "--site", to, "--output-subdir", BUNDLE, "--quiet", *reads], check=True)
    return to


def pagefind_asked(browser, address: str, texts: list[str]) -> list[list[str]]:
    """Return what Pagefind finds for each text, best first: the addresses of the first three pages, then what it calls the others."""
    with browser.new_page(bypass_csp=True) as page:
        page.goto(address)
        return [[one.strip("/") for one in found] for found in page.evaluate(ASK, texts)]
