"""Read YAML, and remember on which line each thing stands.

Every scalar comes back as text: the model decides what is a number, a date or a time. YAML's own guesses
("no" is false, 10:00 is 600, 2027-02-30 is a crash) never reach a QA lead.
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .problem import DataError, Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class YamlFile:
    """The content of one file, and the line of every key and list item by its path, such as (3, "months", 1)."""

    name: str
    data: object = None
    lines: dict[tuple, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: tuple, message: str) -> Problem:
        """Return a problem at the line of `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Problem(self.name, self.lines.get(path, 1), message)


def read_yaml(root: Path, name: str) -> YamlFile:
    """Read root/name. Raises DataError where it is missing or not YAML."""
    try:
        text = (root / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DataError([Problem(name, 1, "this file is missing.")]) from None
    except UnicodeDecodeError:
        raise DataError([Problem(name, 1, "this file is not saved as UTF-8 text.")]) from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str, first_line: int = 1) -> YamlFile:
    """Parse `text`, which starts on line `first_line` of the file. Raises DataError where it is not YAML."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DataError([Problem(name, mark.line + first_line, _plain_words(error.problem))]) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise DataError([Problem(name, line, "there is an invisible control character here: delete it.")]) from None
    file = YamlFile(name)
    file.data = _build(node, (), file, first_line, set())
    return file


def _plain_words(problem: str) -> str:
    hints = {
        "mapping values are not allowed": "a colon inside a text needs quotes around the whole text",
        "could not find expected ':'": "a colon is missing after a field's name, or a quote is not closed",
        "cannot start any token": "use spaces, never tabs, and put quotes around a text that starts with a sign",
        "did not find expected key": "the line does not stand below the ones before it: check the spaces and the quotes",
    }
    hint = next((hint for start, hint in hints.items() if start in problem), "check the spaces, quotes and brackets")
    return f"this is not valid YAML ({problem}): {hint}."


def _build(node, path, file, first_line, seen):
    """Turn a YAML node into dicts, lists, text and None, noting lines and problems in `file`."""
    if node is None:
        return None
    file.lines.setdefault(path, node.start_mark.line + first_line)
    if id(node) in seen:
        file.problems.append(file.problem(path, "an alias (*) cannot be used here: write the text again."))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, n), file, first_line, seen) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, file, first_line, seen)
    return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _mapping(node, path, file, first_line, seen):
    record = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in record:
            line = key_node.start_mark.line + first_line
            file.problems.append(Problem(file.name, line, f'"{key}" is given twice in this record.'))
        file.lines[(*path, key)] = key_node.start_mark.line + first_line
        record[key] = _build(value_node, (*path, key), file, first_line, seen)
    return record
