"""The form in which a tool writes YAML: lists a line each, no folded texts, quotes where a text looks like a number.

A form in a browser rewrites a whole file when it saves one field. A file that is in this form already changes in that field
alone. Comments have no place in it: such a tool drops them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..model.form import fields_in_form
from ..model.front_matter import front_matter_of
from ..model.problem import Problem
from .data_files import model_of
from .page_files import page_files
from .yaml_file import composed, read_text

WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]*")
NOT_IN_FORM = "this line is not as a form would write it. Run make tidy, which changes no meaning."
COMMENT = "a comment is lost when a form saves this file: delete it, or say it where people read it."


class _Form(yaml.SafeDumper):
    """Writes block lists below their field, and double quotes alone."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # PyYAML keeps them on the class

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style


# What YAML 1.2 takes for something else than text. A date is text there.
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+.0123456789"),
):
    _Form.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def as_yaml(data: Any) -> str:
    """Return the YAML of dicts, lists, texts, whole numbers and truth values."""
    text: str = yaml.dump(data, Dumper=_Form, allow_unicode=True, sort_keys=False, width=float("inf"))
    return text


def canonical(text: str) -> str:
    """Return YAML in its form. Raises yaml.YAMLError for what is not YAML."""
    return as_yaml(data_of(text))


def data_of(text: str) -> Any:
    """Return what YAML holds, to be written again. Raises yaml.YAMLError for what is not YAML."""
    return _data(composed(text))


def _data(node: yaml.Node | None) -> Any:
    """Return what a node holds. Only a plain whole number, true or false is anything else than text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_data(item) for item in node.value]
    if not isinstance(node, yaml.ScalarNode) or (not node.style and node.tag == "tag:yaml.org,2002:null"):
        return None
    if not node.style and WHOLE_NUMBER.fullmatch(node.value):
        return int(node.value)
    if not node.style and node.value in ("true", "false"):
        return node.value == "true"
    return node.value


def in_form(text: str) -> str:
    """Return a YAML file, or a page with its front matter, in its form."""
    front = front_matter_of(text)
    return canonical(text) if front is None else text.replace(front, canonical(front), 1)


def in_order(text: str, name: str) -> str:
    """Return a file in its form, with its fields in the order in which a form asks for them: it would save them so."""
    front = front_matter_of(text)
    written = text if front is None else front
    data, model = data_of(written), model_of(name)
    if not model or not isinstance(data, dict):
        return in_form(text)
    places = list(fields_in_form(model))
    fields = sorted(data, key=lambda field: places.index(field) if field in places else len(places))
    return text.replace(written, as_yaml({field: data[field] for field in fields}), 1)


def files_in_yaml(root: Path) -> list[str]:
    """Return every file that a form may save: those of `data/`, and pages."""
    return sorted(path.relative_to(root).as_posix() for path in (*(root / "data").rglob("*.yml"), *page_files(root)))


def check_form(root: Path) -> Iterator[Problem]:
    """Yield a problem for each comment, and for the first line of each file that is not in its form."""
    for name in files_in_yaml(root):
        text = read_text(root, name)
        if comments := list(comment_lines(text)):
            yield from (Problem(name, line, COMMENT) for line in comments)
        elif line := _first_difference(text, in_form(text)):
            yield Problem(name, line, NOT_IN_FORM)


def _first_difference(before: str, after: str) -> int | None:
    """Return the number of the first line that differs, None where none does."""
    if before == after:
        return None
    pairs = zip([*before.splitlines(), ""], [*after.splitlines(), ""], strict=False)
    return next((number for number, (line, line_in_form) in enumerate(pairs, 1) if line != line_in_form), 1)


def comment_lines(text: str) -> Iterator[int]:
    """Yield the number of each line of a YAML file, or of the front matter of a page, that holds a comment."""
    front = front_matter_of(text)
    first_line, content = (1, text) if front is None else (2, front)
    signs = list(re.finditer(r"(?:^|(?<=\s))#", content, re.MULTILINE))
    if not signs:
        return  # most files have none, and to look for texts takes long
    scalars = [token for token in yaml.scan(content, Loader=yaml.SafeLoader) if isinstance(token, yaml.ScalarToken)]
    inside = {index for token in scalars for index in range(token.start_mark.index, token.end_mark.index)}
    for match in signs:
        if match.start() not in inside:
            yield content.count("\n", 0, match.start()) + first_line
