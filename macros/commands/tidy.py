"""`make tidy`: write every file of data, and the front matter of every page, in the form in which a tool writes YAML.

Their fields stand in the order in which the form in a browser asks for them.
"""

from datetime import date
from os import environ
from pathlib import Path

from ..model.problem import DataError
from ..reading.canonical import COMMENT, comment_lines, files_in_yaml, in_order
from ..reading.load import load
from ..reading.today import day_of_build
from ..reading.yaml_file import read_text
from .say import say


def main(root: Path, today: date) -> int:
    """Rewrite what is not in its form, but for files with comments. Returns 1 where a mistake or a comment is in the way."""
    try:
        load(root, today)
    except DataError as error:
        say(error.report("Nothing was rewritten."))
        return 1
    status = 0
    for name in files_in_yaml(root):
        text = read_text(root, name)
        lines = list(comment_lines(text))
        for line in lines:
            status = 1
            say(f"{name}:{line}: {COMMENT}")
        if not lines and (tidy := in_order(text, name)) != text:
            (root / name).write_text(tidy, encoding="utf-8")
            say(f"{name} is in form now.")
    return status


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), day_of_build(environ)))
