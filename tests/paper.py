"""What a page looks like on paper, as far as a test can tell."""

import re


def printed(page) -> list[tuple[float, float]]:
    """Print a page of the browser. Returns the width and height of each sheet in millimetres."""
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [tuple(round(float(length) / 72 * 25.4) for length in box) for box in boxes]
