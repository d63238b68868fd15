"""A page as a PDF file, printed by the browser of this machine: the same sheets that a reader's own browser makes.

A browser cannot say in a list of contents on which sheet a chapter starts. So it prints twice, and the first time tells.
"""

import re
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from ..model.month import in_words

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "microsoft-edge")
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline",
)
SECONDS = 120  # that a browser may take
SHEET = re.compile(r'(<span data-sheet="([^"]*)">)(?=</span>)')
TIME = re.compile(rb"(?<=Date \(D:)\d{14}")
NODE = re.compile(rb"(?<=\(node)\d{8}(?=\))")


class PrintingError(Exception):
    """The browser did not print. Says why, for whoever builds."""


def find_browser() -> str | None:
    """Return the program of the first browser that is installed and can print without a screen."""
    return next(filter(None, map(which, BROWSERS)), None)


def print_page(browser: str, page: Path, pdf: Path, day: date) -> None:
    """Print a page of a built site as of a day, with the numbers of the sheets in its list of contents. Raises PrintingError."""
    html = page.read_text(encoding="utf-8").replace("<html ", f'<html data-as-of="{in_words(day)}" ', 1)
    sheets = _printed(browser, page, html, pdf)
    numbered = SHEET.sub(lambda place: f"{place[1]}{sheets[place[2]]}", html)
    if _printed(browser, page, numbered, pdf) != sheets:
        raise PrintingError("The list of contents moved what it lists: it needs room for the numbers (print.css).")
    pdf.write_bytes(_same_at_any_time(pdf.read_bytes(), day))


def _same_at_any_time(pdf: bytes, day: date) -> bytes:
    """Return a PDF file without what differs from one printing to the next: its time, and where the browser began to count."""
    number = {node: b"%08d" % place for place, node in enumerate(sorted(set(NODE.findall(pdf))))}
    dated = TIME.sub(f"{day:%Y%m%d}000000".encode(), pdf)
    return NODE.sub(lambda node: number[node[0]], dated)


def _printed(browser: str, page: Path, html: str, pdf: Path) -> Mapping[str, int]:
    """Print HTML that stands in for a page. Returns the number of the sheet on which each place starts that a link leads to."""
    copy = page.with_name("print.html")
    copy.write_text(html, encoding="utf-8")
    with TemporaryDirectory() as profile:
        command = [browser, *OPTIONS, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", copy.absolute().as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise PrintingError(f"{browser} has not printed within {SECONDS} seconds.") from None
    copy.unlink()
    from pypdf import PdfReader  # which is slow to load, and no other command needs it

    if done.returncode or not pdf.exists():
        raise PrintingError(f"{browser} did not print. {done.stderr}".strip())
    reader = PdfReader(pdf)
    places = {name.removeprefix("/"): reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    return {name: number + 1 for name, number in places.items() if number is not None}
