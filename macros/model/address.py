"""The address of every page, feed and file that data makes. They are public: once a site is published they stay.

A page's address is what stands between the site's own address and the last slash: "panels/home-panel", "" for the home page.
"""

import re
from collections.abc import Iterable

HOME = ""
ACTIVITIES, PANELS, ROLES, STANDARDS, GLOSSARY, TIMELINE = "activities", "panels", "roles", "standards", "glossary", "timeline"
WHATS_NEW, QUESTIONS = "whats-new", "about/questions"
DATA_JSON, DATA_SCHEMA, NEWS_FEED = "data.json", "data.schema.json", "whats-new.xml"
EDIT = "edit"
STYLES, SCRIPTS = "assets/stylesheets/all.css", "assets/javascripts/all.js"
SEARCH_INDEX, SEARCH_TEXTS = "assets/search-index.js", "assets/search-texts.js"
WHOLE_YEAR_FEED, DATES_FEED, REVIEWS_FEED = "calendar/qa.ics", "calendar/activities.ics", "calendar/reviews.ics"
NAMING_NOBODY_FEED = "calendar/names-nobody.ics"
CALENDAR, PAGE_FEEDS = "calendar", "calendar/"
DIGEST = "digest"  # stands where an activity's id does, in the UID of the monthly entry of a calendar
PAGE_ENDING = re.compile(r"(\.md|\.html|/)$")
EDITIONS = "editions"  # the folder of the site, and of docs/, that keeps earlier editions
DOCUMENTS = "documents"  # the folder of the site, and of docs/, for files that pages link to
HANDBOOK, WHOLE = "handbook", "handbook/whole"  # the page that offers copies to keep, and the whole framework as one page
PDF_COPY, ZIP_COPY = "practice-standards.pdf", "practice-standards.zip"  # these copies, beside that page
OPEN_QUESTIONS = "open-questions"  # the place below a page where its open questions stand


def month(name: str) -> str:
    """Return the address of the page of the month of this name."""
    return f"{TIMELINE}/{name.lower()}"


def version(page: str, number: str) -> str:
    """Return the address of a version of the standard at `page` that is no longer in force."""
    return f"{page}/version-{number}"


def feed(page: str) -> str:
    """Return the path of the calendar of a panel's, a role's or an activity's page."""
    return f"{PAGE_FEEDS}{page}.ics"


def edition(id: str) -> str:
    """Return the address of the home page of an earlier edition."""
    return f"{EDITIONS}/{id}"


def of_file(path: str) -> str:
    """Return the address of a page by its file under `docs/` or in the built site: of "panels/index.md", "panels/" and
    "panels/index.html" that is "panels", of "glossary.md" it is "glossary". Any other file stands at its own path.
    """
    page = PAGE_ENDING.sub("", path)
    return HOME if page == "index" else page.removesuffix("/index")


def folders(addresses: Iterable[str]) -> set[str]:
    """Return the address of every folder that pages at these addresses stand in, at any depth."""
    above = {page.rpartition("/")[0] for page in addresses if "/" in page}
    return above | folders(above) if above else set()


def url(page: str, base: str) -> str:
    """Return the address of a page as programs follow it: full where `base` is the site's own address, which ends with a slash,
    and with "" relative to what stands at the root of the site.
    """
    return f"{base}{page}/" if page else base or "./"
