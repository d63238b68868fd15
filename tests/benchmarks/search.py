"""`make bench`: how well and how soon our search answers, beside the theme's and Pagefind, here and in a council ten times as large.

It takes some minutes, writes search.json beside this file, and prints the tables that stand in README.md.
"""

import gzip
import json
import os
import platform
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from macros.model.address import SEARCH_INDEX, SEARCH_TEXTS

from ..browser import launched
from ..copies import PROJECT, built, copy_of
from ..server import served
from .councils import write_council
from .in_browser import first_results, summed_up, time_to_learn, times_of_keys
from .others_in_browser import first_results_of_pagefind, times_of_pagefind, times_of_theme
from .pagefind import BUNDLE, pagefind_asked, write_pagefind
from .quality import all_questions, judged, of_ours, of_ours_without_words, of_theme
from .tables import tables
from .theme import INDEX, WORKER, with_theme_search

SCALES = (1, 10)
OUR_INDEX = (SEARCH_INDEX, SEARCH_TEXTS)
TYPED = 40  # questions
REPEATS = 5
OURS, WITHOUT_WORDS, THEME, PAGEFIND = "ours", "ours, no keywords or thesaurus", "the theme's", "Pagefind"


def measured(work: Path) -> dict:
    """Measure everything in a folder; returns all figures."""
    sites = {scale: built(with_theme_search(write_council(work / f"{scale}", scale)), work / f"site-{scale}") for scale in SCALES}
    with launched() as browser:
        quality = quality_of(work, browser)
        speed = {str(scale): speed_of(site, work / f"pagefind-{scale}", browser) for scale, site in sites.items()}
        return {"on": machine(browser), "quality": quality, "speed": speed}


def quality_of(work: Path, browser) -> dict:
    """Return how well each search answers the questions about the live site."""
    site = built(with_theme_search(copy_of(PROJECT, work / "live")), work / "site")
    searches = {OURS: of_ours(site), WITHOUT_WORDS: of_ours_without_words(site, work / "without words"), THEME: of_theme(site)}
    asking = all_questions()
    with served(write_pagefind(site, work / "pagefind")) as server:
        searches[PAGEFIND] = lambda texts: pagefind_asked(browser, server.address, texts)
        return {name: judged(ask, asking) for name, ask in searches.items()}


def speed_of(site: Path, pagefind: Path, browser) -> dict:
    """Return how soon each search answers on a built site, and what it sends."""
    texts = [question.text for question in Random(1).sample(all_questions(), TYPED)]
    write_pagefind(site, pagefind)
    load = os.getloadavg()[0]
    with served(site, compresses=True) as own, served(pagefind, compresses=True) as other:
        keys = {
            OURS: times_of_keys(browser, own.address, texts), THEME: times_of_theme(browser, own.address, site, texts),
            PAGEFIND: times_of_pagefind(browser, other.address, texts),
        }
        learn = repeated(time_to_learn, browser, own.address)
        slow = {OURS: repeated(first_results, browser, own.address), PAGEFIND: repeated(first_results_of_pagefind, browser, other.address)}
        sent = sent_for_a_question(other, browser)
    return {
        "pages": len([*site.rglob("index.html")]), "load": [round(load, 1), round(os.getloadavg()[0], 1)],
        "keys": {name: summed_up(times) for name, times in keys.items()}, "learn": learn, "slow 3G": slow,
        "index": {OURS: size(*(site / at for at in OUR_INDEX)), THEME: size(site / INDEX), PAGEFIND: size_of_pagefind(pagefind)},
        "sent": {OURS: sent_of(*(site / at for at in OUR_INDEX), site / "assets/javascripts/finder.js"), THEME: sent_of(site / INDEX, WORKER), PAGEFIND: sent},
    }


def repeated(measure, browser, address: str) -> dict:
    """Return the median of several measurements in milliseconds, and each of them."""
    times = [round(measure(browser, address), 1) for _ in range(REPEATS)]
    return {"median": median(times), "each": times}


def sent_for_a_question(server, browser) -> int:
    """Return the bytes that Pagefind sends until it has answered the first question."""
    before = server.sent
    with browser.new_page() as page:
        page.goto(server.address)
        page_alone = server.sent - before
    first_results_of_pagefind(browser, server.address)
    return server.sent - before - 2 * page_alone


def size(*files: Path) -> dict:
    return {"raw": sum(file.stat().st_size for file in files), "gzip": sent_of(*files)}


def sent_of(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def size_of_pagefind(folder: Path) -> dict:
    """Return the bytes of its index, which it packs itself."""
    files = [file for file in (folder / BUNDLE).rglob("*") if file.suffix.startswith(".pf_")]
    total = sum(file.stat().st_size for file in files)
    return {"raw": sum(len(gzip.decompress(file.read_bytes())) for file in files), "gzip": total}


def machine(browser) -> dict:
    return {"cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version(), "chromium": browser.version}



if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        figures = measured(Path(folder))
    Path(__file__).with_suffix(".json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(tables(figures))
