"""Lighthouse looks at a page as a phone on a slow network shows it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from ..browser import OPTIONS, PROGRAMS

PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def scores(address: str) -> tuple[dict[str, int], list[str]]:
    """Return the score of a page in each category, of 100, and which checks it failed."""
    browser = next(filter(None, map(shutil.which, PROGRAMS)))
    chrome = " ".join(["--headless=new", *OPTIONS])
    flags = ["--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={chrome}"]
    quiet = {"CHROME_PATH": browser, "NO_UPDATE_NOTIFIER": "1"}
    done = subprocess.run([PROGRAM, address, *flags], env=os.environ | quiet, capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    return {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}, _failed(report)


def _failed(report):
    """Name the checks that cost a page something in a category where it must be perfect."""
    wanted = [ref["id"] for name in CATEGORIES[1:] for ref in report["categories"][name]["auditRefs"] if ref["weight"]]
    return [id for id in wanted if report["audits"][id]["score"] == 0]
