"""Whether a page has to be scrolled sideways, whether anything on it is cut, and whether what can be pressed is large enough."""

from itertools import product

SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)  # as WCAG 1.4.12 has it
TWICE = "html { font-size: 250% }"  # the theme has 125%
STYLES = {"as it is": "", "wide spacing": SPACING, "letters twice as large": TWICE}
WIDTHS = (320, 360, 768, 1440)  # the first is that of a screen of 1280 pixels, enlarged four times
COLOURS = {
    "light": {"color_scheme": "light", "forced_colors": "none"}, "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "the reader's own": {"color_scheme": "light", "forced_colors": "active"},
}
EVERY_LOOK = list(product(STYLES, COLOURS))
LOOKS = list(zip(STYLES, COLOURS, strict=True))  # each style in one of the colours

# What is wrong with the page as it is shown, in words.
FAULTS = """() => {
  const named = it => `${it.localName}.${it.className}: ${it.textContent.trim().slice(0, 60)}`;
  const root = document.documentElement, faults = [];
  const hides = value => ["hidden", "clip"].includes(value);
  const scrolls = it => ["auto", "scroll"].includes(getComputedStyle(it).overflowX);
  const isShown = it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const say = (fault, all) => faults.push(...all.map(it => `${fault}: ${named(it)}`));
  if (root.scrollWidth > root.clientWidth) faults.push(`wider than the screen by ${root.scrollWidth - root.clientWidth}`);

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), holders = new Set();
  while (texts.nextNode()) if (texts.currentNode.data.trim()) holders.add(texts.currentNode.parentElement);
  const words = [...holders].filter(it => it.clientWidth !== 1); // what is for ears is one pixel wide
  say("cut", words.filter(it => {
    const isWider = it.scrollWidth > it.clientWidth + 1, isHigher = it.scrollHeight > it.clientHeight + 1;
    if (!isWider && !isHigher) return false;
    const { overflowX, overflowY } = getComputedStyle(it);
    return (isWider && hides(overflowX) || isHigher && hides(overflowY)) && isShown(it);
  }));
  say("beside the screen", words.filter(it => {
    const { left, right, width } = it.getBoundingClientRect();
    if (width <= 1 || right <= root.clientWidth + 1 && left >= -1 || !isShown(it)) return false;
    for (let frame = it; frame; frame = frame.parentElement) if (scrolls(frame)) return false;
    return !it.closest(".md-sidebar--primary, svg"); // the menu, which waits there, and what a picture draws
  }));
  const pressed = "button, summary, select, input, .md-button, .menu a, .md-nav a, .md-tabs a, label[for]";
  say("too small to press", [...document.querySelectorAll(pressed)].filter(it => {
    const { width, height } = it.getBoundingClientRect();
    const isLabelled = it.matches("[type=checkbox], [type=radio]") && it.labels.length;
    return Math.min(width, height) > 1 && (width < 24 || height < 24) && !isLabelled && isShown(it);
  }));
  return faults;
}"""


def faults(page, address: str, paths, looks=LOOKS, widths=WIDTHS) -> dict[tuple, list[str]]:
    """Return what is wrong with the pages of a site, by page, look and width; what is folded is open.

    A page is slow to open, so that each is shown in every look. Styles are put into it: it has to bypass the policy of the site.
    """
    found = {}
    for path in paths:
        page.goto(address + path)
        page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        style = page.add_style_tag(content=" ")
        for name, colours in looks:
            page.emulate_media(**COLOURS[colours])
            style.evaluate("(one, text) => { one.textContent = text; }", STYLES[name])
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                found[path, name, colours, width] = page.evaluate(FAULTS)
    return {where: what for where, what in found.items() if what}
