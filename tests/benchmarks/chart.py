"""The growth of builds as a picture, made of the figures alone."""

from math import log10
from statistics import median

WIDTH, HEIGHT, EDGE = 640, 360, 60
COLOURS = ("#1a5fb4", "#8a4b08")


def chart(figures: dict, builders) -> str:
    """Return an SVG with the seconds of CPU by pages, both by powers of ten: what grows in line with its pages rises by one for one."""
    lines = {builder: [*_points(figures, builder)] for builder in builders}
    every = [point for points in lines.values() for point in points]
    left, right = (end(log10(pages) for pages, _ in every) for end in (min, max))
    low, high = (end(log10(seconds) for _, seconds in every) for end in (min, max))

    def place(pages, seconds):
        x = EDGE + (log10(pages) - left) / ((right - left) or 1) * (WIDTH - 2 * EDGE)
        return f"{x:.0f},{HEIGHT - EDGE - (log10(seconds) - low) / ((high - low) or 1) * (HEIGHT - 2 * EDGE):.0f}"

    drawn = []
    for (builder, points), colour in zip(lines.items(), COLOURS, strict=True):
        drawn.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(place(*point) for point in points)}"/>')
        for pages, seconds in points:
            x, y = place(pages, seconds).split(",")
            drawn.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/><text x="{x}" y="{int(y) - 8}" font-size="12">{seconds:.1f} s, {pages}</text>')
        drawn.append(f'<text x="{EDGE}" y="{20 + 16 * len(drawn) // 9}" font-size="14" fill="{colour}">{builder}</text>')
    title = "Seconds of CPU of a whole build, by pages"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}"><title>{title}</title>\n{"".join(f"{one}{chr(10)}" for one in drawn)}</svg>\n'


def _points(figures: dict, builder: str):
    for size in figures["sizes"].values():
        runs = size["runs"].get(builder, [None])
        if None not in runs:
            yield size["pages"], median(run["cpu"] for run in runs)
