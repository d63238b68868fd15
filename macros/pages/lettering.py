"""Text in a drawing: where its lines break, as nothing breaks them for it there."""

from textwrap import wrap

LINE = 16  # from one line to the next, in units of the drawing
WIDE, CAPITAL, NARROW, OTHER = 12.1, 9.2, 4.6, 8  # how wide a letter is in the widest of the usual faces
WIDE_LETTERS, NARROW_LETTERS = "MWmw@%", "Ifijlrt.,:;'()/- "
BOLD = 1.12  # times as wide


def lines_of(text: str, width: float, is_bold: bool = False) -> list[str]:
    """Return the lines of a text in a column of a width. A word that is too long for a line is broken."""
    room, lines = width / (BOLD if is_bold else 1), list[str]()
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [part for line in lines for part in ([line] if _width(line) <= room else wrap(line, int(room / WIDE)))]


def _width(line: str) -> float:
    return sum(map(_width_of_letter, line))


def _width_of_letter(letter: str) -> float:
    if letter in WIDE_LETTERS:
        return WIDE
    if letter in NARROW_LETTERS:
        return NARROW
    return CAPITAL if letter.isupper() else OTHER
