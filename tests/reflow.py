"""Whether a page has to be scrolled sideways."""

TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def opened(browser, width: int, height: int):
    """Open a page in a window of so many pixels."""
    return browser.new_page(viewport={"width": width, "height": height})


def too_wide(browser, address: str, pages: list[str]) -> list[str]:
    """Return the pages that are wider than a screen of 320 pixels: one of 1280 by 1024, enlarged four times."""
    with opened(browser, 320, 256) as page:
        return [path for path in pages if page.goto(address + path) and page.evaluate(TOO_WIDE)]
