"""`make build`, `make pdf`, `make offline`, `make preview`: a build that takes the place of the last one whole, or not at all."""

import ctypes
import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..model import address
from ..model.size import size_in_words
from ..reading.environment import COPIES, PROGRESS, PROPOSAL
from ..reading.today import day_of_build
from .paper import PrintingError, find_browser, print_page
from .say import say
from .whole_file import locked

WORK = ".build"
OFFLINE = {"OFFLINE": "true"}
PRINTING = b"\rPrinting the whole framework."
CLEARED = b"\r\033[K"  # the line of a terminal
EXCHANGE = 2  # RENAME_EXCHANGE (Linux, renameat2) and RENAME_SWAP (macOS, renamex_np)
WARNING = "WARNING -  "  # what a strict build fails for
CHATTER = re.compile(r"INFO |Aborted with |\d+ to put right\. ")  # what helps nobody to put anything right
TRACEBACK = "Traceback (most recent call last):"
BROKEN = "The build broke ({why}). The command mkdocs build, in .venv/bin/, tells a developer where."
UNREAD = re.compile(r"ERROR +-  Error reading page '([^']*)': (.*)")
ENDLESS = "docs/{}:1: this page could not be read ({}). Undo what was written last, or look for one sign very many times over."
DEAD_LINK = re.compile(r"Doc file '([^']*)' contains (?:an absolute |a )link '([^']*)', but ")
FIRST_SECOND = 946_684_800  # of 2000; eight years follow, so that no time is one to come
SIZE = re.compile(r'<span data-size="([^"]*)">(?=</span>)')
NO_WHOLE = f"There is no page {address.WHOLE} to print."
NO_BROWSER = "No browser on this machine can print a PDF file. Chromium, Chrome or Edge is needed."
AT_THE_WORKING_FOLDER = -100 if sys.platform == "linux" else -2  # AT_FDCWD


def build(root: Path, site: Path) -> int:
    """Build the project strictly into the folder `site`, with the copies to keep that it offers. Returns the exit status; a failed
    build leaves the last good one alone.
    """
    browser = find_browser()
    with workshop(root) as (folder, lock):
        copies = [address.ZIP_COPY, *([address.PDF_COPY] if browser else [])]
        status = mkdocs(root, folder / "site", lock, {COPIES: " ".join(copies)})
        if status == 0 and (folder / "site" / address.HANDBOOK).is_dir():
            status = add_copies(root, folder, lock, browser)
        if status == 0:
            date_by_content(folder / "site")
            put_in_place(folder / "site", site)
    say(f"The site is in {site.name}/." if status == 0 else "Nothing was built.")
    return status


def add_copies(root: Path, folder: Path, lock: int, browser: str | None) -> int:
    """Put into the site in a workshop what its page of copies offers, and say there how large each is. Returns the exit status."""
    site, packed = folder / "site", folder / address.ZIP_COPY
    handbook = site / address.HANDBOOK
    status = pack(root, packed, lock, OFFLINE) or print_whole(site, handbook / address.PDF_COPY, browser)
    if status == 0:
        packed.replace(handbook / address.ZIP_COPY)
        say_sizes(handbook / "index.html")
    return status


def say_sizes(page: Path) -> None:
    """Write beside each copy that a page offers how large it is. Raises FileNotFoundError where there is none."""
    html = page.read_text(encoding="utf-8")
    page.write_text(SIZE.sub(lambda place: f"{place[0]}({size_in_words((page.parent / place[1]).stat().st_size)})", html), encoding="utf-8")


def print_whole(site: Path, pdf: Path, browser: str | None) -> int:
    """Print the whole framework, if the site has it as one page and there is a browser to print with. Returns the exit status."""
    page = site / address.WHOLE / "index.html"
    if page.exists() and not browser:
        say(f"{NO_BROWSER} The site offers none.")
    elif page.exists() and browser:
        try:
            with _terminal() as shown:
                for one in shown:
                    os.write(one, PRINTING)
                print_page(browser, page, pdf, day_of_build(os.environ))
        except PrintingError as error:
            say(str(error))
            return 1
    return 0


def pdf(root: Path, pdf: Path) -> int:
    """Write the whole framework as a PDF file, and leave the last site alone. Returns the exit status."""
    browser = find_browser()
    if not browser:
        say(NO_BROWSER)
        return 1
    with workshop(root) as (folder, lock):
        status = mkdocs(root, folder / "site", lock, {})
        if status == 0 and not (folder / "site" / address.WHOLE).is_dir():
            say(NO_WHOLE)
            status = 1
        status = status or print_whole(folder / "site", folder / pdf.name, browser)
        if status == 0:
            pdf.parent.mkdir(exist_ok=True)
            (folder / pdf.name).replace(pdf)
    say(f"The whole framework is {pdf.parent.name}/{pdf.name}." if status == 0 else "Nothing was written.")
    return status


def offline(root: Path, archive: Path, is_proposal: bool = False) -> int:
    """Write a copy of the site that opens from disk, as a ZIP file. Returns the exit status.

    A proposal is to be looked at also while something of it is to put right, such as a link or a reason that is missing.
    """
    settings = {**OFFLINE, **({PROPOSAL: "1"} if is_proposal else {})}
    with workshop(root) as (folder, lock):
        status = pack(root, folder / archive.name, lock, settings, is_strict=not is_proposal)
        if status == 0:
            archive.parent.mkdir(exist_ok=True)
            (folder / archive.name).replace(archive)
    say(f"The copy is {archive.parent.name}/{archive.name}." if status == 0 else "Nothing was written.")
    return status


def pack(root: Path, archive: Path, lock: int, settings: Mapping[str, str], is_strict: bool = True) -> int:
    """Build a site beside a ZIP file, into which it goes. Returns the exit status. The same site gives the same bytes: no time of
    day, no rights, one order.
    """
    site = archive.with_suffix("")
    status = mkdocs(root, site, lock, settings, is_strict)
    if status == 0:
        with ZipFile(archive, "w") as zipped:
            for file in sorted(path for path in site.rglob("*") if path.is_file()):
                zipped.writestr(ZipInfo(file.relative_to(site.parent).as_posix()), file.read_bytes(), ZIP_DEFLATED)
    return status


@contextmanager
def workshop(root: Path) -> Iterator[tuple[Path, int]]:
    """Yield a new folder to build in, and the lock that lets one build in at a time: another one waits.

    What a killed build left is swept away.
    """
    (root / WORK).mkdir(exist_ok=True)
    with locked(root / WORK) as lock:
        for left in (root / WORK).iterdir():
            rmtree(left)
        folder = Path(mkdtemp(dir=root / WORK))
        try:
            yield folder, lock
        finally:
            rmtree(folder)


def mkdocs(root: Path, site: Path, lock: int, environment: Mapping[str, str], is_strict: bool = True) -> int:
    """Have MkDocs build, and print what it warns of. Returns its exit status."""
    status, said = run_mkdocs(root, site, lock, environment, is_strict)
    let_everybody_read(site)
    say("".join(f"{line}\n" for line in said), end="")
    return status


def run_mkdocs(
    root: Path, site: Path, lock: int, environment: Mapping[str, str], is_strict: bool = True
) -> tuple[int, list[str]]:
    """Have MkDocs build. Returns its exit status and what it warns of, line by line; a strict build fails where it warns.

    It holds the lock as well, so that a build whose parent was killed is waited for.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict" if is_strict else "--no-strict", "--site-dir", str(site)]
    with (site.parent / "log").open("w", encoding="utf-8") as log, _terminal() as shown:
        settings = {**os.environ, **environment, **({PROGRESS: str(*shown)} if shown else {})}
        status = subprocess.run(command, cwd=root, env=settings, pass_fds=[lock, *shown], stdout=log, stderr=log, check=False).returncode
    return status, said_in(root, site.parent / "log")


def said_in(root: Path, log: Path) -> list[str]:
    """Return what MkDocs warns of in a log, line by line; of what broke, such as a disk that is full, the last word alone."""
    text = log.read_text(encoding="utf-8")
    lines = text.splitlines()
    if unread := UNREAD.search(text):
        return [ENDLESS.format(*unread.groups())]
    if TRACEBACK in text:
        return [BROKEN.format(why=next(line for line in reversed(lines) if line.strip()))]
    return [_plain(root, line.removeprefix(WARNING).rstrip()) for line in lines if line.strip() and not CHATTER.match(line)]


def refused_in(root: Path, log: Path) -> list[str]:
    """Return what a strict build would fail for, line by line, of what MkDocs says in the log of one that was not strict."""
    lines = log.read_text(encoding="utf-8").splitlines()
    return [_plain(root, line.removeprefix(WARNING).rstrip()) for line in lines if line.startswith(WARNING)]


@contextmanager
def _terminal() -> Iterator[list[int]]:
    """Yield what leads to the terminal of whoever watches, where a build says how far it is; nothing where nobody does."""
    shown = [os.dup(sys.stderr.fileno())] if sys.stderr.isatty() else []
    try:
        yield shown
    finally:
        for one in shown:
            os.write(one, CLEARED)
            os.close(one)


def _plain(root: Path, warning: str) -> str:
    """Return what MkDocs says of a link that leads nowhere with its file and line, as every other mistake has them."""
    if not (link := DEAD_LINK.match(warning)):
        return warning
    name, target = f"docs/{link[1]}", link[2]
    lines = (root / name).read_text(encoding="utf-8").splitlines() if (root / name).is_file() else []
    line = next((number for number, text in enumerate(lines, 1) if target in text), 1)
    return f'{name}:{line}: the link "{target}" leads nowhere: give the file of a page below docs/, such as /panels/home-panel.md.'


def let_everybody_read(site: Path) -> None:
    """Give each file and folder the mode that a web server needs, whatever the umask of whoever builds."""
    for folder, _, names in os.walk(site):
        os.chmod(folder, 0o755)  # noqa: PTH101  # a Path for each of ten thousand files takes longer than what is done to them
        for name in names:
            os.chmod(f"{folder}/{name}", 0o644)  # noqa: PTH101


def date_by_content(site: Path) -> None:
    """Give each file a time that hangs on what it holds alone.

    nginx makes a file's ETag of its time and size (RFC 9110, 8.8.3): what is unchanged then has the same one after a new
    publication, whatever machine built it, and programs need not fetch it again. The time itself means nothing.
    """
    for folder, _, names in os.walk(site):
        for name in names:
            with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123
                second = FIRST_SECOND + int.from_bytes(sha256(file.read()).digest()[:4]) // 16
            os.utime(f"{folder}/{name}", (second, second))


def put_in_place(new: Path, site: Path) -> None:
    """Let a new folder take the place of another one, if there is one, in one step: there is a good site at any moment.

    Where the file system cannot do that, such as one of a network, it takes two steps.
    """
    if not site.exists():
        new.rename(site)
        return
    try:
        exchange(new, site)
    except OSError:
        site.rename(new.with_name("last"))
        new.rename(site)


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change places in one step. Raises OSError where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    name = "renameat2" if sys.platform == "linux" else "renameatx_np"
    a, b = os.fsencode(one), os.fsencode(other)
    if getattr(libc, name)(AT_THE_WORKING_FOLDER, a, AT_THE_WORKING_FOLDER, b, EXCHANGE):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(one))


def _main(root: Path) -> int:
    parser = ArgumentParser(prog="make build", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pdf", action="store_true", help="write dist/handbook.pdf, the whole framework to print, and no site")
    parser.add_argument("--offline", action="store_true", help="write dist/practice-standards.zip, a copy that opens from disk")
    parser.add_argument("--preview", action="store_true", help="write dist/preview.zip, such a copy of a proposal")
    given = parser.parse_args()
    if given.pdf:
        return pdf(root, root / "dist" / "handbook.pdf")
    if given.preview:
        return offline(root, root / "dist" / "preview.zip", is_proposal=True)
    return offline(root, root / "dist" / address.ZIP_COPY) if given.offline else build(root, root / "site")


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd()))
