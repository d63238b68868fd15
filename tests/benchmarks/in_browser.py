"""How soon a reader sees results, measured inside the page, from the event of a key to the results that stand there."""

from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles

from playwright.sync_api import Browser, Page

BETWEEN_KEYS = 60  # ms: a browser does not take the address of a page as changed much more often
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
FIRST_WORD = "placement"
BY_A_PERSON = 120  # ms between two keys
WATCH = """() => {
    let since;
    window.took = [];
    document.forms.search.query.addEventListener("input", () => { since ??= performance.now(); }, true);
    const list = document.querySelector("#__find .md-search-result__list");
    const told = new MutationObserver(() => {
        if (since === undefined || window.wanted && !list.querySelector("a")) return;
        window.took.push(performance.now() - since);
        since = undefined;
    });
    told.observe(document.querySelector("#__find [role=status]"), { childList: true });
}"""
LEARN = """async () => {
    const scripts = await Promise.all(["index", "texts"].map(async name => (await fetch(`/assets/search-${name}.js`)).text()));
    await new Promise(done => document.head.append(Object.assign(document.createElement("script"), { src: "/assets/javascripts/finder.js", onload: done })));
    window.searchIndex = index => { window.index = index; };
    window.searchTexts = texts => { window.finder = new Finder(index, texts); };
    const since = performance.now();
    for (const script of scripts) (0, eval)(script);
    return performance.now() - since;
}"""


def times_of_keys(browser: Browser, address: str, texts: list[str]) -> list[float]:
    """Type each text key by key; returns the milliseconds from each key to its results, once the index is there."""
    with browser.new_page(bypass_csp=True) as page:
        page.goto(address)
        _open_search(page)
        page.keyboard.type(FIRST_WORD)
        page.get_by_role("group", name="Results").get_by_role("link").first.wait_for()
        page.evaluate("document.forms.search.reset()")
        page.evaluate(WATCH)
        for text in texts:
            page.keyboard.type(text, delay=BETWEEN_KEYS)
            page.evaluate("document.forms.search.reset()")
        return page.evaluate("window.took")


def time_to_learn(browser: Browser, address: str) -> float:
    """Return the milliseconds that a page which has just opened takes to read the index and to make the finder of it."""
    with browser.new_page(bypass_csp=True) as page:
        page.goto(f"{address}data.json")  # no policy there forbids to measure
        return page.evaluate(LEARN)


def first_results(browser: Browser, address: str) -> float:
    """Return the milliseconds from the first key to the first results of a reader on Slow 3G who has nothing of the site yet.

    The search is opened and typed into as soon as the page has loaded.
    """
    with slow_page(browser, address) as page:
        page.evaluate(f"({WATCH})(); window.wanted = true")
        _open_search(page)
        page.keyboard.type(FIRST_WORD, delay=BY_A_PERSON)
        page.wait_for_function("window.took.length", timeout=60_000)
        return page.evaluate("window.took[0]")


@contextmanager
def slow_page(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page on Slow 3G, in a browser that has nothing of the site yet, and wait until it has loaded."""
    with browser.new_context(bypass_csp=True) as context, context.new_page() as page:
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", SLOW_3G)
        page.goto(address, wait_until="load", timeout=120_000)
        yield page


def summed_up(times: list[float]) -> dict:
    """Return the median and the 95th percentile of milliseconds."""
    return {"times": len(times), "median": round(median(times), 2), "p95": round(quantiles(times, n=20)[-1], 2)}


def _open_search(page: Page):
    page.get_by_role("button", name="Search this site").click()
