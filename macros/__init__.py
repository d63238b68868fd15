"""Practice standards: a framework in `data/` and `docs/` becomes pages and calendars. MkDocs calls this and `hooks.py`."""

from typing import Any


def define_env(env: Any) -> None:
    """Called by mkdocs-macros at each build: register what pages may call (see macros/pages/page_macros.py)."""
    site = env.conf["site"]
    for name, macro in site.macros.items():
        env.macro(site.guarded(name, macro), name)
