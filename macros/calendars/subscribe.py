"""The addresses with which each calendar program adds a calendar from the web."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from .feeds import Feed


@dataclass(frozen=True)
class Subscription:
    """A feed on a site that knows its own address: plain, and as each program wants it."""

    address: str
    outlook: str
    google: str
    apple: str


def subscription_to(feed: Feed, calendars_url: str) -> Subscription | None:
    """Return the addresses of a feed, or None where the site does not know where it is published."""
    if not calendars_url:
        return None
    address = f"{calendars_url}{feed.path}"
    webcal = f"webcal://{address.split('://', 1)[1]}"
    return Subscription(
        address=address,
        outlook="https://outlook.office.com/calendar/0/addfromweb?" + _query(url=address, name=feed.name),
        google="https://calendar.google.com/calendar/r?" + _query(cid=webcal),
        apple=webcal,
    )


def _query(**values: str) -> str:
    return urlencode(values, quote_via=quote, safe="")
