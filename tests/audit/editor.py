"""The form at /edit/, as a person fills it in, over a copy of a council."""

import re
import socket
from contextlib import contextmanager

from playwright.sync_api import Page, expect

from macros.commands.edit import fetch, saving
from macros.site import THROUGH

from ..copies import built
from ..server import served


class Form:
    """The form, in a window of a browser."""

    def __init__(self, page: Page, address: str):
        self.page, self.address = page, f"{address}edit/"
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, collection: str, name: str) -> None:
        """Open the form of a file."""
        self._go(f"#/collections/{collection}/entries/{name}")

    def new(self, collection: str) -> None:
        self._go(f"#/collections/{collection}/new")

    def _go(self, at: str) -> None:
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{at}")
        login = self.page.get_by_role("button", name="Login", exact=True)
        first = login.or_(self.page.get_by_role("button", name=re.compile("^Publish")))
        first.first.wait_for()
        if login.is_visible():
            login.click()
        self.page.get_by_role("button", name=re.compile("^Publish")).first.wait_for()

    def field(self, label: str):
        return self.page.get_by_label(re.compile(f"^{label}( \\(optional\\))?$", re.IGNORECASE)).first

    def add(self, label: str, words: str) -> None:
        """Write more words into a field."""
        self.field(label).fill(self.field(label).input_value() + words)

    def write(self, words: str, before: str = "") -> None:
        """Write words at the start of the text of a page, `before` those that stand there.

        The caret stands at the start at first. The editor hears of one that moves a moment later, and would put it back.
        """
        text = self.page.locator("[contenteditable=true]").first
        expect(text).to_have_text(re.compile(f"^\\W*{re.escape(before)}"))
        text.focus()
        self.page.keyboard.type(words)
        expect(text).to_have_text(re.compile(f"^{re.escape(words + before)}"))

    def choose(self, label: str, option: str) -> None:
        """Choose one more of what a field offers."""
        self.field(label).fill(option)
        self.page.get_by_role("option", name=option, exact=True).click()

    def publish(self) -> None:
        self.page.get_by_role("button", name="Publish", exact=True).click()
        self.page.get_by_text("Publish now").click()
        self.page.get_by_text("Entry saved").first.wait_for()

    def mistakes(self) -> list[str]:
        """Return what the form says of its fields after somebody has tried to publish."""
        self.page.get_by_role("button", name="Publish", exact=True).click()
        self.page.get_by_text("Publish now").click()
        wrong = self.page.get_by_role("listitem").filter(has_text="didn't match")
        wrong.first.wait_for()
        return wrong.all_text_contents()


@contextmanager
def form_of(copy, browser, **environment):
    """Show the form over a copy, which it changes."""
    fetch(copy)
    with served(copy / "site") as server, saving(copy, _free_port(), server.address.rstrip("/")) as through:
        built(copy, copy / "site", **{THROUGH: through, "SITE_URL": "", **environment})
        with browser.new_page(viewport={"width": 1280, "height": 900}) as page:
            yield Form(page, server.address)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
