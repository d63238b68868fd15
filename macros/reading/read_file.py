"""One file, from its text to the record or the page that it holds. Raises DataError for a text that is not YAML."""

import re
from pathlib import PurePosixPath

from ..model import address
from ..model.base import Record
from ..model.front_matter import body_of, front_matter_of
from ..model.limits import DEEPEST
from ..model.page import Page, Standard, is_standard
from ..model.problem import Problem
from .checked_file import CheckedFile
from .data_files import id_of
from .yaml_file import YamlFile, parse_yaml

BRACKET = re.compile(r"(?<!\\)[\[\]]")
NESTED = f"more than {DEEPEST} square brackets are open here: close them, or write \\[ where no link is meant."
NO_FRONT_MATTER = "this page has no front matter: start it with title: and description: between two lines of three dashes."


def read_record(name: str, text: str, model: type[Record], **added: str) -> CheckedFile:
    """Return the file of this name as a record of `model`, with what its place adds to it."""
    checked = CheckedFile(parse_yaml(text, name))
    checked.validate(model, **added)
    return checked


def read_page(name: str, text: str) -> CheckedFile:
    """Return the file of this name as a page, or as a standard."""
    front, place = front_matter_of(text), PurePosixPath(name)
    checked = CheckedFile(YamlFile(name) if front is None else parse_yaml(front, name, first_line=2))
    checked.file.text = text  # all of it, not the front matter alone
    file = place.with_name(f"{id_of(place)}.md").relative_to("docs").as_posix()
    if line := nested_too_deep(text):
        checked.file.problems.append(Problem(name, line, NESTED))
    says = {"page": address.of_file(file), "file": file, "text": body_of(text)}
    if checked.raw is None and not checked.file.problems:
        checked.refuse(NO_FRONT_MATTER)
    elif is_standard(file):
        checked.validate(Standard, id=id_of(place), **says)
    else:
        checked.validate(Page, **says)
    return checked


def nested_too_deep(text: str) -> int:
    """Return the line on which more brackets are open than Markdown reads in a reasonable time; 0 for none."""
    opened = 0
    for number, line in enumerate(text.split("\n") if text.count("[") > DEEPEST else (), 1):
        for sign in BRACKET.findall(line):
            opened = max(0, opened + (1 if sign == "[" else -1))
            if opened > DEEPEST:
                return number
        opened = opened if line.strip() else 0  # Markdown looks no farther than to the end of a paragraph
    return 0
