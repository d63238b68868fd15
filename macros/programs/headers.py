"""What a web server says of each file of the site: one source for the pages themselves and for every host."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from ..model import address
from ..model.framework import Framework

TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "xml": "text/xml", "svg": "image/svg+xml",
    "txt": "text/plain", "ics": "text/calendar",
}  # these are text, and packed on the way
OTHER_TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "ico": "image/x-icon", "woff2": "font/woff2", "gz": "application/gzip",
    "pdf": "application/pdf", "zip": "application/zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
ATOM_TYPE = "application/atom+xml"
ASK = "no-cache"  # keeps a file, and asks each time whether it is still good
# data: is for the signs in the theme's own styles. No page connects to anything; what judges a site reads robots.txt from within one.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
)


def policy(framework: Framework) -> str:
    """Return the policy of every page but the form: no script, style or connection that is not the site's own.

    Only a header can say who may show the page inside another one.
    """
    return f"{PAGE_POLICY}; {framing(framework)}"


def framing(framework: Framework) -> str:
    """Return the part of a policy that says which sites may show a page inside one of theirs. The form says the rest itself."""
    return " ".join(["frame-ancestors 'self'", *framework.edition.framed_by])


def headers(site_url: str) -> Mapping[str, str]:
    """Return what is said of every file alike, by the name of the header (policy and keeping apart)."""
    secure = {"Strict-Transport-Security": "max-age=31536000"} if urlsplit(site_url).scheme == "https" else {}
    return {
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",  # the form signs people in through one
        **secure,
    }


def prefix(site_url: str) -> str:
    """Return the path below which the site stands on its host, with a slash at each end."""
    return f"/{urlsplit(site_url).path.strip('/')}/".replace("//", "/")


def open_path(calendar_key: str) -> str:
    """Return the folder whose calendars can be read without signing in."""
    return f"{calendar_key}/{address.PAGE_FEEDS}"
