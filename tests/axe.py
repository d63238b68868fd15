"""axe, which looks for what keeps people from using a page, run in the browser of the tests."""

from pathlib import Path

import axe_playwright_python

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}"""
SETTINGS = [(width, scheme) for width in (1440, 360) for scheme in ("light", "dark")]
OPPOSITE = [SETTINGS[0], SETTINGS[-1]]  # the two show a page in both colours and at both widths


def violations(page) -> list[str]:
    """Return what axe finds on the page as the browser shows it now: the rule and the element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    return page.evaluate(RUN)


def every_page(site: Path) -> list[str]:
    """Return the addresses of all pages of a built site."""
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html"))


def show(page, width: int, scheme: str):
    """Show a page at a width, in light or dark colours, and wait until it is drawn so."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function("width => innerWidth === width", arg=width)
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")


def found_on(browser, address: str, pages: list[str], settings=SETTINGS) -> dict[tuple, list[str]]:
    """Return what axe finds, by page and setting."""
    problems = {}
    with still(browser) as page:
        page.set_default_timeout(0)
        page.clock.set_fixed_time("2027-11-15T12:00:00Z")  # the home page shows the month it is
        for path in pages:
            page.goto(address + path)
            for setting in settings:
                show(page, *setting)
                problems[path, *setting] = violations(page)
    return {where: violated for where, violated in problems.items() if violated}


def still(browser):
    """Open a page without movement, so that nothing is seen half way."""
    return browser.new_page(reduced_motion="reduce", bypass_csp=True)  # to wait for something is to run a text
