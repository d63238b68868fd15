"""The form at /edit/, as a person fills it in, over a copy of a council."""

import re
import socket
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

from playwright.sync_api import Locator, Page, expect

from macros.commands.edit import fetch, saving
from macros.reading.editor_scripts import FOLDER, SITE
from macros.reading.environment import THROUGH
from macros.site import Site

from ..copies import built, history_of, write
from ..server import served


class Form:
    """The form, in a window of a browser."""

    def __init__(self, page: Page, address: str):
        self.page, self.address = page, f"{address}edit/"
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, collection: str, name: str) -> None:
        """Open the form of a file."""
        self._go(f"#/collections/{collection}/entries/{name}", self._publish)

    def new(self, collection: str) -> None:
        self._go(f"#/collections/{collection}/new", self._publish)

    def list_of(self, collection: str) -> Locator:
        """Show what there is to edit in a part of the form."""
        self._go(f"#/collections/{collection}", entries := self.page.locator("main li"))
        return entries

    @property
    def _publish(self) -> Locator:
        return self.page.get_by_role("button", name=re.compile("^Publish"))

    def _go(self, at: str, ready: Locator) -> None:
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{at}")
        login = self.page.get_by_role("button", name="Login", exact=True)
        login.or_(ready).first.wait_for()
        if login.is_visible():
            login.click()
        ready.first.wait_for()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_label(labelled(label)).first

    def part(self, label: str, within: Locator | None = None) -> Locator:
        """Return the part of the form that holds fields of their own, opened if it was closed."""
        named = self.page.locator("label").filter(has_text=labelled(label))
        part = (within or self.page).locator("[class*=ControlContainer]").filter(has=named).last
        if (closed := part.get_by_role("button", name="Expand").first).is_visible():
            closed.click()
        return part

    def item(self, words: str) -> Locator:
        """Return the item of a list that shows these words while it is closed, opened."""
        item = self.page.locator("[class*=NestedObjectLabel]").filter(has_text=words).locator("..")
        item.get_by_role("button").first.click()
        return item

    def upload(self, file: Path, within: Locator) -> None:
        """Put a file of this machine into the site, and a link to it into a part of the form."""
        within.get_by_role("button", name="Choose a file").click()
        self.page.locator("input[type=file]").set_input_files(file)
        self.page.get_by_text("Draft", exact=True).wait_for()
        self.page.get_by_role("button", name="Choose selected").click()

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

    def choose(self, label: str, option: str, within: Locator | None = None) -> None:
        """Choose one more of what a field offers."""
        self.field(label, within).fill(option)
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


def labelled(label: str) -> re.Pattern:
    return re.compile(f"^{label}( \\(optional\\))?$", re.IGNORECASE)


def fetch_editor(folder: Path) -> None:
    """Get the editor, and what saves for it, into a folder."""
    fetch(folder)
    with saving(folder, _free_port(), ""):
        pass


def whole_site(copy: Path, through: str) -> None:
    """Build the site of a copy, with its form."""
    built(copy, copy / "site", **{THROUGH: through, "SITE_URL": ""})


def form_alone(copy: Path, through: str) -> None:
    """Write what the form of a copy consists of, as a build does, within milliseconds."""
    for path, content in Site(history_of(copy), "", edits_through=through).files.items():
        if path.startswith("edit/"):
            write(copy, f"site/{path}", content)
    copytree(copy / SITE, copy / "site/edit", dirs_exist_ok=True)


@contextmanager
def form_of(copy: Path, browser, editor: Path, make: Callable[[Path, str], None] = form_alone):
    """Show the form over a copy, which it changes. The editor lies in a folder."""
    (copy / FOLDER).symlink_to(editor / FOLDER)
    with served(copy / "site") as server, saving(copy, _free_port(), server.address.rstrip("/")) as through:
        make(copy, through)
        with browser.new_page(viewport={"width": 1280, "height": 900}) as page:
            yield Form(page, server.address)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
