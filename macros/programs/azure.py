"""The configuration of Azure Static Web Apps (staticwebapp.config.json)."""

import json
from typing import Any

from ..model import address
from ..model.framework import Framework
from .headers import ASK, OTHER_TYPES, TYPES, framing, headers, open_path, policy
from .redirects import redirects

EVERYBODY, SIGNED_IN = ["anonymous"], ["authenticated"]
SIGN_IN = "/.auth/login/aad"
OTHER_SIGN_IN: dict[str, Any] = {"route": "/.auth/login/github", "statusCode": 404}  # which anybody has


def build_azure(framework: Framework, site_url: str, calendar_key: str) -> str:
    """Return the configuration. With a key, pages ask people to sign in, and calendars below the key ask nobody."""
    config: dict[str, Any] = {
        "routes": [*_routes(framework, calendar_key)],
        "globalHeaders": {**headers(site_url), "Content-Security-Policy": policy(framework), "Cache-Control": ASK},
        "mimeTypes": {f".{ending}": _with_charset(ending) for ending in {**TYPES, **OTHER_TYPES}},
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
        "trailingSlash": "always",
    }
    if calendar_key:
        config["responseOverrides"]["401"] = {"statusCode": 302, "redirect": SIGN_IN}
    return json.dumps(config, indent=2) + "\n"


Route = dict[str, Any]


def _routes(framework: Framework, calendar_key: str) -> list[Route]:
    """Return the rules, of which the first that fits counts."""
    who = {"allowedRoles": SIGNED_IN if calendar_key else EVERYBODY}
    calendars: Route = {"route": f"/{open_path(calendar_key)}*", "allowedRoles": EVERYBODY}
    form: Route = {"route": f"/{address.EDIT}/*", "headers": {"Content-Security-Policy": framing(framework)}, **who}
    moved = [_redirect(old, new) for old, new in sorted(redirects(framework).items())]
    return [*([OTHER_SIGN_IN, calendars] if calendar_key else []), *moved, form, {"route": "/*", **who}]


def _redirect(old: str, new: str) -> Route:
    return {"route": f"/{old}/", "redirect": f"/{new}/" if new else "/", "statusCode": 301}


def _with_charset(ending: str) -> str:
    return f"{TYPES[ending]}; charset=utf-8" if ending in TYPES else OTHER_TYPES[ending]
