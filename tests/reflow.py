"""Whether a page has to be scrolled sideways, whether anything on it is cut, and whether what can be pressed is large enough."""

from functools import cache

SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
TWICE = "html { font-size: 250% }"  # the theme has 125%
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll("body *")].filter(it => {
  const { overflow, overflowX, visibility } = getComputedStyle(it);
  const words = [...it.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const hides = [overflow, overflowX].some(value => ["hidden", "clip"].includes(value));
  const shown = visibility === "visible" && it.clientWidth > 1; // what is for ears alone is one pixel wide
  return words && hides && shown && it.scrollWidth > it.clientWidth + 1;
}).map(it => `${it.className}: ${it.textContent.trim()}`)"""
CUT_TITLE = """() => {
  const title = document.querySelector(".md-header__title");
  return title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight;
}"""
SMALL = """() => [...document.querySelectorAll("button, summary, select, input, .md-button, .menu a, .md-nav a, .md-tabs a, label[for]")]
  .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map(it => [it, it.getBoundingClientRect()])
  .filter(([it, { width, height }]) => Math.min(width, height) > 1 && (width < 24 || height < 24))
  .filter(([it]) => !(it.matches("[type=checkbox], [type=radio]") && it.labels.length))
  .map(([it, { width, height }]) => `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 30)}: ${width} by ${height}`)"""
ENLARGED = [
    *((measure, width, SPACING) for measure in ("wide", "cut") for width in (320, 1280)), ("wide", 360, TWICE), ("title", 360, TWICE),
]  # what to measure, at which width, with which style
MEASURES = {"wide": TOO_WIDE, "cut": CUT, "title": CUT_TITLE, "small": SMALL}


def opened(browser, width: int, height: int):
    """Open a page in a window of so many pixels."""
    return browser.new_page(viewport={"width": width, "height": height}, bypass_csp=True)  # a test puts styles into it


def too_wide(browser, address: str, pages: list[str]) -> list[str]:
    """Return the pages that are wider than a screen of 320 pixels: one of 1280 by 1024, enlarged four times."""
    with opened(browser, 320, 256) as page:
        return [path for path in pages if page.goto(address + path) and page.evaluate(TOO_WIDE)]


class Measured:
    """The pages of a site, measured at a width and with a style added to each; those that are well are left out."""

    def __init__(self, browser, address: str, pages: list[str]):
        self._browser, self._address, self._pages = browser, address, pages
        self._at = cache(self._measure)

    def __call__(self, measure: str, width: int, style: str = "") -> dict:
        """Return what one of MEASURES shows, by page. All of them are taken at once, for a page is slow to open."""
        return {path: measures[measure] for path, measures in self._at(width, style).items() if measures[measure]}

    def _measure(self, width, style):
        with opened(self._browser, width, 800) as page:
            return {path: self._measures_of(page, path, style) for path in self._pages}

    def _measures_of(self, page, path, style):
        page.goto(self._address + path)
        if style:
            page.add_style_tag(content=style)
        return {name: page.evaluate(measure) for name, measure in MEASURES.items()}
