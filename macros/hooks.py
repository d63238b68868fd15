"""What MkDocs calls while it builds: load the data once, add the generated files, complete the navigation."""

import logging
import os
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

PACKAGE = Path(__file__).parent
NINE_MONTHS = timedelta(days=274)
log = logging.getLogger("mkdocs.plugins.practice-standards")
notices = logging.getLogger("practice-standards")  # outside MkDocs, whose strict build counts every warning of its own


@event_priority(100)
def on_config(config):
    """Load `data/` afresh, before the macros plugin looks at anything. Bad data ends the build with its problems."""
    _forget_old_code()
    from macros.feeds import feeds, scheduled
    from macros.load import load
    from macros.problem import DataError

    root = Path(config.config_file_path).parent
    try:
        framework = load(root)
    except DataError as error:
        raise _abort(error) from None
    config.extra["framework"] = framework
    config.extra["scheduled"] = scheduled(framework, config.site_url or "")
    config.extra["feeds"] = feeds(framework, config.extra["scheduled"], config.site_url or "")
    if config.plugins["material/offline"].config.enabled:
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]  # in place of the one from another host
    config.site_name = framework.edition.site_name
    config.copyright = f"{framework.edition.council}, {framework.edition.title}, {framework.edition.edition}"
    config.mdx_configs["abbr"] = {"glossary": _hover_texts(framework)}
    os.environ["SOURCE_DATE_EPOCH"] = str(_seconds(framework.published.changed))
    _warn(framework, date.today())
    return config


def _abort(error):
    """Return what ends the build with the problems of a DataError."""
    return Abort(f"{error}\n{len(error.problems)} to put right. Nothing was built.")


def _seconds(day):
    """Return the start of a day as MkDocs wants its build date: a site says when it changed, not when it was built."""
    return int(datetime.combine(day, time(), timezone.utc).timestamp())


def _warn(framework, today):
    """Tell of changes that nothing explains (a strict build then fails), and of a calendar that ends soon (it does not)."""
    for change in framework.unexplained:
        log.warning("%s Explain it with make amend.", change)
    if framework.calendar.to - today < NINE_MONTHS:
        notices.warning("data/calendar.yml: the calendars end on %s. Move `to` on by a year.", framework.calendar.to)


def _forget_old_code():
    """Let `mkdocs serve` run the code as it is now: modules stay loaded between its builds."""
    if str(PACKAGE.parent) not in sys.path:
        sys.path.insert(0, str(PACKAGE.parent))
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE.name]:
        del sys.modules[name]


def _hover_texts(framework):
    texts = {}
    for term in framework.glossary:
        for name in (term.term, *term.also):
            texts[name] = term.meaning or f"not expanded in the {framework.edition.name}"
    return texts


def on_env(env, config, files):
    """Let the theme's templates write a date as the pages do."""
    from macros.render import day

    env.filters["day"] = day
    return env


def on_files(files, config):
    """Add what `data/` makes: pages that nobody wrote by hand, the calendars and data.json. A mistake in braces ends the build."""
    from macros.data_json import data_json
    from macros.generated import pages
    from macros.navigation import expand
    from macros.whats_new import PATH, atom

    framework = config.extra["framework"]
    made = pages(framework) | {path: feed.content for path, feed in config.extra["feeds"].items()}
    made[PATH] = atom(framework, config.site_url or "")
    made["data.json"] = data_json(framework, config.extra["scheduled"], config.site_url or "")
    for path, content in made.items():
        if path not in files.src_uris:
            files.append(File.generated(config, path, content=content))
    config.nav = expand(config.nav, files.src_uris, framework)
    _check_calls(files, config.plugins["macros"], framework)
    return files


def _check_calls(files, plugin, framework):
    from macros.check_calls import check_calls
    from macros.problem import DataError

    variables = {*plugin.variables, "page"}  # the plugin adds the page later
    problems = []
    for file in files.documentation_pages():
        problems += check_calls(f"docs/{file.src_uri}", file.content_string, plugin.env, plugin.macros, variables, framework)
    if problems:
        raise _abort(DataError(problems))


def on_page_content(html, page, config, files):
    """Let a link lead to the open questions, which the skeleton adds below what the page itself says."""
    from macros.load import address

    if config.extra["framework"].questions_about(address(page.file.src_uri)):
        page.present_anchor_ids.add("open-questions")


@event_priority(100)
def on_post_build(config):
    """Refine the search index, before the search plugin writes it."""
    from macros.search_index import refined

    index = config.plugins["material/search"].search_index
    index.entries = refined(index.entries, config.extra["framework"])


def on_page_context(context, page, config, nav):
    """Give the templates the page's address in the framework and, where it collects other pages, these as chapters."""
    from macros.handbook import Leaf, chapters
    from macros.load import address

    context["address"] = address(page.file.src_uri)
    front = config.extra["framework"].pages.get(context["address"])
    if front and front.collects:
        in_order = {leaf.file.src_uri: leaf for leaf in [*nav.pages, *(file.page for file in context["pages"])]}
        leaves = [
            Leaf(address(path), leaf.url, leaf.title, leaf.content)
            for path, leaf in in_order.items()
            if not leaf.meta.get("search", {}).get("exclude")  # superseded versions
        ]
        context["chapters"] = chapters(front.collects, leaves, config.site_url or "")
    return context
