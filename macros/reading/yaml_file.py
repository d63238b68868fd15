"""Read YAML, and remember on which line each thing stands.

Every scalar comes back as text: the model decides what is a number, a date or a time. YAML's own guesses
("no" is false, 10:00 is 600, 2027-02-30 is a crash) never reach a QA lead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from errno import EFBIG
from pathlib import Path

import yaml

from ..model.limits import DEEPEST, LARGEST_FILE, MOST_ITEMS
from ..model.problem import DataError, Problem
from ..model.size import MEGABYTE
from .invisible import invisible_signs

# Where a thing stands in a record: the names of fields and the numbers of items that lead to it, such as (3, "months", 1).
RecordPath = tuple[str | int, ...]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the parser says of a text that is not YAML, and what a QA lead is told.
HINTS = {
    "unexpected end of stream": "the quote that opens here is never closed.",
    "mapping values are not allowed":
        "put quotes around a text that has a colon in it. If there is none here, start this line exactly below the one before it.",
    "could not find expected ':'": "a colon is missing after the name of a field here.",
    "tab character": "use spaces, never tabs, at the start of a line.",
    "cannot start any token": "put quotes around a text that starts with a sign such as @ or %, and use spaces, never tabs.",
    "alphabetic or numeric": "put quotes around a text that starts with * or &.",
    "undefined alias": "put quotes around a text that starts with *.",
    "',' or": "the bracket that opens here is never closed, or a comma is missing after it.",
    "block sequence entries": "start a list on a line of its own, and put quotes around a text that starts with a dash.",
    "expected comment or line break": "put quotes around a text that starts with | or >.",
    "escape": "use single quotes, not double ones, around a text that has a backslash in it.",
    "another document": "delete this line of dashes.",
}
NO_HINT = "this line does not fit the ones before it. Check the spaces at its start, and the quotes, dashes and brackets here and above."
MARKED_AT_THE_START = ("unexpected end of stream", "could not find expected ':'", "',' or")


CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
TWO_TEXTS = (
    "two people changed this place: keep what is right of both, and delete the lines that start with <<<<<<<, ======= and >>>>>>>."
)
TOO_DEEP = f"more than {DEEPEST} lists or fields stand within one another here: restore the last good file from the version history."
MAY_BE_DEEP = re.compile(rf"^[ ?-]{{{DEEPEST // 2}}}", re.MULTILINE)  # each depth takes a place at the start of a line, or a bracket
CUT = 'what stands after " #" on this line is not read: put quotes around the text.'


class TooDeepError(yaml.YAMLError):
    """A text has more lists and fields within one another than any file needs, from a line on (the first is 0)."""

    def __init__(self, line: int):
        super().__init__(TOO_DEEP)
        self.line = line


@dataclass
class YamlFile:
    """The content of one file, the line of every key and list item by its path, and every text in it with its path.

    `text` is the whole file as it stands.
    """

    name: str
    text: str = ""
    data: object = None
    lines: dict[RecordPath, int] = field(default_factory=dict)
    texts: list[tuple[RecordPath, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: RecordPath, message: str) -> Problem:
        """Return a problem at the line of `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Problem(self.name, self.lines.get(path, 1), message)


def read_text(root: Path, name: str) -> str:
    """Return the text of root/name. Raises DataError where it is missing, no text, too large, or half of a merge of two texts."""
    try:
        text = read_bytes(root / name, LARGEST_FILE).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError([Problem(name, line, "this is not plain text: save the file again with the encoding UTF-8.")]) from None
    except OSError as error:
        raise DataError([Problem(name, 1, _unread(error))]) from None
    if conflict := CONFLICT.search(text):
        raise DataError([Problem(name, text.count("\n", 0, conflict.start()) + 1, TWO_TEXTS)])
    if signs := [Problem(name, *sign) for sign in invisible_signs(text)]:
        raise DataError(signs)
    return text


def read_bytes(file: Path, largest: int) -> bytes:
    """Return what a file holds. Raises OSError where it cannot be read, and where it holds more than a number of bytes."""
    with file.open("rb") as opened:
        content = opened.read(largest + 1)
    if len(content) > largest:
        raise OSError(EFBIG, f"this file is larger than {largest // MEGABYTE} MB: make two of it")
    return content


def _unread(error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "this is a folder, where a file belongs: move it away."
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "this file is missing: put it back."
    return f"{error.strerror}." if error.errno == EFBIG else f"this file cannot be read ({error.strerror}): let everybody read it."


def parse_yaml(text: str, name: str, first_line: int = 1) -> YamlFile:
    """Parse `text`, which starts on line `first_line` of the file. Raises DataError where it is not YAML."""
    try:
        node = composed(text)
        file = YamlFile(name, text)
        file.data = _build(node, (), file, first_line, set())
        file.problems += [Problem(name, line, CUT) for line, is_alone in comments(text, first_line) if not is_alone]
    except yaml.MarkedYAMLError as error:
        line, message = _explain(error)
    except yaml.reader.ReaderError:
        character = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text.count("\n", 0, character.start()) if character else 0
        message = "there is an invisible control character here: delete it."
    except TooDeepError as error:
        line, message = error.line, TOO_DEEP
    else:
        return file
    raise DataError([Problem(name, line + first_line, message)])


def composed(text: str) -> yaml.Node | None:
    """Return what a YAML text holds, unread. Raises TooDeepError, before anything that calls itself once for each depth meets it."""
    if text.count("[") + text.count("{") > DEEPEST or MAY_BE_DEEP.search(text):
        depth = 0
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise TooDeepError(event.start_mark.line if event.start_mark else 0)
    node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    return node


def _explain(error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """Return the line (the first is 0) of what is not YAML, and a sentence on what to do."""
    problem = str(error.problem)
    starts = any(part in problem for part in MARKED_AT_THE_START)
    mark = (error.context_mark if starts else error.problem_mark) or error.problem_mark
    return mark.line if mark else 0, next((hint for part, hint in HINTS.items() if part in problem), NO_HINT)


def _build(node: yaml.Node | None, path: RecordPath, file: YamlFile, first_line: int, seen: set[int]) -> object:
    """Turn a YAML node into dicts, lists, text and None, noting lines and problems in `file`. Raises DataError for an alias."""
    if node is None:
        return None
    file.lines.setdefault(path, node.start_mark.line + first_line)
    if id(node) in seen:
        raise DataError([file.problem(path, "write the text again: a text that starts with * cannot stand for another.")])
    seen.add(id(node))
    if isinstance(node, yaml.CollectionNode) and len(node.value) > MOST_ITEMS:
        raise DataError([file.problem(path, f"this has {len(node.value)} lines or items: {MOST_ITEMS} are the most.")])
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, n), file, first_line, seen) for n, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, file, first_line, seen)
    if node.tag == "tag:yaml.org,2002:null":
        return None
    file.texts.append((path, node.value))
    return node.value


def _mapping(node: yaml.MappingNode, path: RecordPath, file: YamlFile, first_line: int, seen: set[int]) -> dict[str, object]:
    record: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            raise DataError([Problem(file.name, line, "put quotes around a text that starts with a bracket.")])
        key = key_node.value
        inside = (*path, key)
        if key in record:
            first = file.lines[inside]
            file.problems.append(Problem(file.name, line, f'"{key}" already stands on line {first}: keep one of the two.'))
        file.lines[inside] = line
        record[key] = _build(value_node, inside, file, first_line, seen)
    return record


def comments(text: str, first_line: int = 1) -> Iterator[tuple[int, bool]]:
    """Yield (line, whether it stands alone there) for each comment of a YAML text that starts on `first_line` of its file."""
    if "#" not in text:
        return
    scalars = [token for token in yaml.scan(text, Loader=yaml.SafeLoader) if isinstance(token, yaml.ScalarToken)]
    inside = {index for token in scalars for index in range(token.start_mark.index, token.end_mark.index)}
    for match in re.finditer(r"(?:^|(?<=\s))#", text, re.MULTILINE):
        if match.start() not in inside:
            before = text[text.rfind("\n", 0, match.start()) + 1:match.start()]
            yield text.count("\n", 0, match.start()) + first_line, not before.strip()
