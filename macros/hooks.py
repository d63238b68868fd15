"""What MkDocs calls while it builds, handed on to the one `Site` of the build, `config["site"]`.

The site is not in `config.extra`, of which mkdocs-macros writes a debug trace.
"""

import gc
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from macros.site import Site

PACKAGE = Path(__file__).parent
FIRST, LAST = 100, -100
MANY = 100  # pages: fewer are built within a breath
THE_THEMES_STYLES = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
log = logging.getLogger("mkdocs.plugins.practice-standards")
notices = logging.getLogger("practice-standards")  # outside MkDocs, whose strict build counts every warning of its own


@contextmanager
def _kept_until_the_next_build() -> Iterator[None]:
    """Keep Python from looking for what nobody needs any more in what is loaded meanwhile: it would look through it again and again."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()  # what the build before has left
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@event_priority(FIRST)
@_kept_until_the_next_build()
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load `data/` afresh, before the macros plugin looks at anything. Bad data ends the build with its problems."""
    _find_our_code()
    from macros.model.problem import DataError
    from macros.reading.environment import CALENDAR_KEY, COPIES, KEPT, PROPOSAL, THROUGH
    from macros.reading.load import load
    from macros.reading.today import day_of_build
    from macros.site import Site

    is_offline = config.extra["is_offline"] or False
    config.use_directory_urls = not is_offline  # a disk opens a file, and no folder
    try:
        history = load(Path(config.config_file_path).parent, day_of_build(os.environ))
    except DataError as error:
        raise Abort(error.report("Nothing was built.")) from None
    through, key = (os.environ.get(name, "") for name in (THROUGH, CALENDAR_KEY))
    is_kept, is_proposal = (name in os.environ for name in (KEPT, PROPOSAL))
    copies = os.environ.get(COPIES, "").split()
    config["site"] = site = Site(history, config.site_url or "", is_kept, is_offline, through, key, is_proposal, copies)
    config.site_name = site.framework.edition.site_name
    config.mdx_configs["abbr"] = {"glossary": site.hover_texts}
    os.environ["SOURCE_DATE_EPOCH"] = str(site.seconds)  # a site says when it changed, not when it was built
    for warning in site.refused():
        log.warning(warning)  # a strict build then fails
    for notice in site.notices():
        notices.warning(notice)
    return config


def _find_our_code() -> None:
    """Let Python find our modules, wherever MkDocs was started."""
    if str(PACKAGE.parent) not in sys.path:
        sys.path.insert(0, str(PACKAGE.parent))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what `data/` makes, and the menu. A mistake in a template or between the braces of a page ends the build."""
    site: Site = config["site"]
    plugin: Any = config.plugins["macros"]  # mkdocs-macros gives its class no types
    _join_styles_and_scripts(files, config)
    _leave_out_what_is_not_for_readers(files, config)
    _send_scripts_without_comments(files, config)
    problems = [*site.problems(files.src_uris, Path(cast(str, config.theme.custom_dir)))]
    made = {path: page.markdown for path, page in site.pages.items()} | site.files
    for path, content in made.items():
        if path not in files.src_uris:
            files.append(File.generated(config, path, content=content))
    if site.has_form:
        for script in _scripts_of_the_editor(config):
            files.append(script)
    for path, text in site.taken_over.items():
        if path in files.src_uris:
            files.remove(files.src_uris[path])
        if text is not None:
            files.append(File.generated(config, path, content=text))
    for file in files.documentation_pages():
        text = file.content_string
        if plugin.has_j2(text) and text != made.get(file.src_uri):
            problems += site.problems_of_calls(file.src_uri, text, plugin.env)
    if problems:
        raise Abort(site.report(problems))
    config.nav = site.menu(file.src_uri for file in files.documentation_pages())
    return files


def _scripts_of_the_editor(config: MkDocsConfig) -> Iterator[File]:
    from macros.model import address
    from macros.reading.editor_scripts import MISSING, editor_scripts

    scripts = editor_scripts(Path(config.config_file_path).parent)
    if not scripts:
        raise Abort(MISSING)
    for name, script in scripts.items():
        yield File.generated(config, f"{address.EDIT}/{name}", abs_src_path=str(script))


def _leave_out_what_is_not_for_readers(files: Files, config: MkDocsConfig) -> None:
    """Leave out what nothing links to, and of the theme its scripts, for which ours stand, and its styles, which are joined with ours."""
    _, *others = config.theme.dirs  # behind our own
    for file in list(files):
        is_the_themes = file.src_dir in others and file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/"))
        if is_the_themes or (file.src_dir == config.docs_dir and not config["site"].is_for_readers(file.src_uri)):
            files.remove(file)


def _join_styles_and_scripts(files: Files, config: MkDocsConfig) -> None:
    from macros.model import address
    from macros.pages.joined import joined_scripts, joined_styles

    [theme] = filter(THE_THEMES_STYLES.fullmatch, files.src_uris)  # the number in its name changes with an update
    styles, scripts = [theme, *config.extra_css], list(map(str, config.extra_javascript))
    for path, names, join in ((address.STYLES, styles, joined_styles), (address.SCRIPTS, scripts, joined_scripts)):
        parts = [files.src_uris[name] for name in names]
        for part in parts:
            files.remove(part)
        files.append(File.generated(config, path, content=join(part.content_string for part in parts)))


def _send_scripts_without_comments(files: Files, config: MkDocsConfig) -> None:
    from macros.pages.joined import without_comments

    for file in [file for file in files.javascript_files() if file.src_uri.startswith("assets/")]:
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=without_comments(file.content_string)))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape what the templates of the skeleton show, and let them reach the site, write a date and lead to a page by its address.

    By now every page is read: a macro that broke on one ends the build, and what the search knows becomes a file as well; an edition
    that is kept has none.
    """
    from macros.pages.navigation import listed
    from macros.pages.render import COMPILED

    if config["site"].broken:
        raise Abort(config["site"].report(config["site"].broken))
    if not config["site"].is_kept:
        for path, content in config["site"].search.items():
            files.append(File.generated(config, path, content=content))
    ours = Path(cast(str, config.theme.custom_dir))
    env.bytecode_cache = COMPILED
    env.trim_blocks = env.lstrip_blocks = True
    env.autoescape = lambda name: name is not None and (ours / name).is_file()
    env.filters |= config["site"].filters
    urls = {config["site"].address_of(file.src_uri): file.url for file in files.documentation_pages()}
    env.filters["listed"] = listed
    env.filters["page_url"] = urls.__getitem__  # the copy that opens from disk has each page as a file of its own
    return env


@event_priority(FIRST)
def _hide_title(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str | None:
    """Keep MkDocs from taking a title such as 2027 or No for anything but text, and the macros plugin from running it.

    That plugin need not read a page that calls nothing, nor one that data makes: this is where its text comes from.
    """
    macros: Any = config.plugins["macros"]
    page.meta |= config["site"].texts_of(page.file.src_uri) | {"render_macros": macros.has_j2(markdown)}
    page.given_title, page.title = page.title, ""
    made: str | None = config["site"].made(page.file.src_uri)
    return made


@event_priority(LAST)
def _show_title(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> None:
    from macros.pages import patience

    page.title = page.given_title
    config["site"].note_what_broke(page.file.src_uri, page.file.content_string)
    patience.begin()


on_page_markdown = CombinedEvent(_hide_title, _show_title)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Frame tables; let a link lead to what the skeleton adds; let the search find the page."""
    from macros.pages import patience
    from macros.pages.tables import framed

    site: Site = config["site"]
    page.present_anchor_ids = (page.present_anchor_ids or set()) | site.anchors(page.file.src_uri)
    at = site.address_of(page.file.src_uri)
    if at in site.framework.out_of_use:
        page.meta["search"] = {"exclude": True}
    site.let_find(at, page.url, html, page.meta)
    html = framed(html)
    patience.end()
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the templates the page's address in the framework and, where it collects other pages, these as chapters."""
    site: Site = config["site"]
    context["address"] = site.address_of(page.file.src_uri)
    context["chapters"] = site.chapters(context["address"], _in_order(nav, context["pages"]))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Say to whoever watches a large build how far it is, a line that writes over itself."""
    from macros.reading.environment import PROGRESS

    config["site_built"] = built = config.get("site_built", 0) + 1
    if PROGRESS in os.environ and built % MANY == 0:
        os.write(int(os.environ[PROGRESS]), f"\r{built} pages are built.".encode())


def _in_order(nav: Navigation, files: Iterable[File]) -> Iterator[Page]:
    """Yield the pages of the menu in its order, then all others: only once somebody takes the first."""
    pages = cast(list[Page], [*nav.pages, *(file.page for file in files)])
    yield from {page.file.src_uri: page for page in pages}.values()


def on_post_build(config: MkDocsConfig) -> None:
    """Leave in the styles what something can match: by now every page is there, with all that a template or an extension put into it."""
    from macros.model import address
    from macros.pages.used_styles import names_in, used_styles

    site = Path(config.site_dir)
    pages, scripts = site.rglob("*.html"), (site / address.SCRIPTS).parent.glob("*.js")
    styles = site / address.STYLES
    names = names_in(map(_text_of, pages), map(_text_of, scripts))
    styles.write_text(used_styles(_text_of(styles), names), encoding="utf-8")


def _text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")
