"""Styles and scripts, each sent as one file: on a phone a request costs more than the bytes it brings."""

from collections.abc import Iterable


def joined_styles(sheets: Iterable[str]) -> str:
    """Return stylesheets as one, in their order."""
    return "\n".join(sheets)


def joined_scripts(scripts: Iterable[str]) -> str:
    """Return scripts as one. Where one fails, the browser says so as ever, and the others go on."""
    return '"use strict";\n' + "\n".join(f"try {{\n{script}\n}} catch (error) {{ reportError(error); }}" for script in scripts)
