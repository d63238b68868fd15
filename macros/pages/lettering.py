"""Text in a drawing: where its lines break, as nothing breaks them for it there."""

from textwrap import wrap

LINE = 16  # from one line to the next, in units of the drawing
LETTER, BOLD_LETTER = 7.3, 7.9  # how wide a letter is at most, on average


def lines_of(text: str, width: float, is_bold: bool = False) -> list[str]:
    """Return the lines of a text in a column of a width."""
    return wrap(text, int(width / (BOLD_LETTER if is_bold else LETTER)))
