"""What a page looks like on paper, as far as a test can tell."""

import re
from io import BytesIO
from unicodedata import normalize

from pypdf import PdfReader


def printed(page) -> list[tuple[float, float]]:
    """Print a page of the browser. Returns the width and height of each sheet in millimetres."""
    return [tuple(round(float(length) / 72 * 25.4) for length in sheet.mediabox[2:]) for sheet in _reader(page).pages]


def sheets(page) -> list[str]:
    """Print a page of the browser. Returns the words of each sheet, without spaces, as a line may break anywhere."""
    return [squeezed(sheet.extract_text()) for sheet in _reader(page).pages]


def squeezed(text: str) -> str:
    """Return a text without spaces, joined letters and the signs of lists, as `sheets` gives it."""
    return re.sub(r"[\s•◦▪]", "", normalize("NFKC", text))


def torn(page, wholes: str, parts: str) -> list[str]:
    """Print a page. Returns the words of each of its elements `wholes` whose `parts`, selectors both, are not on one sheet together."""
    of_sheets = sheets(page)
    kept = page.locator(wholes).evaluate_all(
        "(all, parts) => all.map(one => [...one.querySelectorAll(parts)].filter(part => part.checkVisibility()).map(part => part.innerText))", parts
    )
    assert all(kept)
    return [words for words in kept if not any(all(squeezed(part) in sheet for part in words) for sheet in of_sheets)]


def _reader(page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
