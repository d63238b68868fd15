"""The lines between the two `---` at the top of a page."""

import re

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


def front_matter_of(text: str) -> str | None:
    """Return the front matter of a page, which starts on its second line; None where it has none."""
    match = FRONT_MATTER.match(text)
    return match[1] if match else None


def body_of(text: str) -> str:
    """Return what a page says below its front matter."""
    return FRONT_MATTER.sub("", text, count=1)


def body_on_its_lines(text: str) -> str:
    """Return the body of a page with an empty line for each line of its front matter, so that lines keep their numbers."""
    return FRONT_MATTER.sub(lambda front: "\n" * front[0].count("\n"), text, count=1)
