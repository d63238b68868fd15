"""Styles and scripts, each sent as one file: on a phone a request costs more than the bytes it brings."""

import re
from collections.abc import Iterable

COMMENT = re.compile(r"^ *(?://|/?\*).*\n", re.MULTILINE)  # a line of one: our scripts begin no other with these signs


def joined_styles(sheets: Iterable[str]) -> str:
    """Return stylesheets as one, in their order."""
    return "\n".join(sheets)


def joined_scripts(scripts: Iterable[str]) -> str:
    """Return scripts as one. Where one fails, the browser says so as ever, and the others go on."""
    return '"use strict";\n' + "\n".join(f"try {{\n{script}\n}} catch (error) {{ reportError(error); }}" for script in scripts)


def without_comments(script: str) -> str:
    """Return a script as it is sent: comments are for those who read the source."""
    return COMMENT.sub("", script)
