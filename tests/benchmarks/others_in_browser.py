"""How soon the other two searches answer in a page. What shows the results is left out: ours is timed with it."""

from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Page

from .in_browser import FIRST_WORD, slow_page
from .theme import INDEX, WORKER

KEYS = 150
SHOWN = 10  # results, as in our search
PAGEFIND = f"""() => {{
    window.ask = async (text) => {{
        const {{ results }} = await (await import("/pagefind/pagefind.js")).search(text);
        return Promise.all(results.slice(0, {SHOWN}).map(result => result.data()));
    }};
}}"""
THEME = """async ([script, index]) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    const said = (type, data) => new Promise(done => {
        worker.onmessage = done;
        worker.postMessage({ type, data });
    });
    window.ask = text => said(2, text);
    await said(0, { ...JSON.parse(index), options: { suggest: false } });
}"""
TIMES = """async (texts) => {
    const times = [];
    for (const text of texts) {
        const since = performance.now();
        await window.ask(text);
        times.push(performance.now() - since);
    }
    return times;
}"""


def times_of_pagefind(browser: Browser, address: str, texts: list[str]) -> list[float]:
    """Return the milliseconds that Pagefind takes for a key of these texts, once it is there."""
    with _page(browser, address) as page:
        page.evaluate(PAGEFIND)
        page.evaluate(TIMES, [FIRST_WORD])
        return page.evaluate(TIMES, keys_of(texts))


def times_of_theme(browser: Browser, address: str, site: Path, texts: list[str]) -> list[float]:
    """Return the milliseconds that the theme's worker takes for a key of these texts, once it has the index of a built site."""
    with _page(browser, address) as page:
        page.evaluate(THEME, [WORKER.read_text(encoding="utf-8"), (site / INDEX).read_text(encoding="utf-8")])
        return page.evaluate(TIMES, keys_of(texts))


def first_results_of_pagefind(browser: Browser, address: str) -> float:
    """Return the milliseconds on Slow 3G from the first question to its results, where Pagefind comes with that question."""
    with slow_page(browser, address) as page:
        page.evaluate(PAGEFIND)
        return page.evaluate(TIMES, [FIRST_WORD])[0]


def keys_of(texts: list[str]) -> list[str]:
    """Return what stands in the field after a key, for some of the keys: the theme's search can take a second for one."""
    typed = [text[:end] for text in texts for end in range(1, len(text) + 1)]
    return Random(1).sample(typed, KEYS)


def _page(browser: Browser, address: str) -> Page:
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    return page
