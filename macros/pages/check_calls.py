"""What a page calls for between braces must be there."""

import reprlib
from collections.abc import Callable, Collection, Iterable, Iterator
from inspect import signature
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from pydantic import TypeAdapter, ValidationError

from ..model.framework import Framework
from ..model.front_matter import body_on_its_lines
from ..model.kinds import KINDS
from ..model.limits import MOST_CALLS
from ..model.month import Month
from ..model.problem import Problem, there_is_no

# All that a page may say between braces: it is rendered where whoever wrote it could otherwise run any program.
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Call, nodes.Keyword, nodes.List, nodes.Tuple, nodes.If,
    nodes.Not,
)
NOT_ALLOWED = "between braces a page can call a macro, and say what to show if one shows something: nothing else."
ENDLESS = "too much stands within one another between the braces of this page: say it one after the other."


def check_calls(
    file: str, text: str, environment: Environment, macros: dict[str, Callable[..., str]], framework: Framework
) -> Iterator[Problem]:
    """Yield what is wrong between the braces of a page, whose whole text this is.

    The page will be rendered in `environment`, where it can call `macros`.
    """
    try:
        tree = environment.parse(body_on_its_lines(text))
    except TemplateSyntaxError as error:
        yield Problem(file, error.lineno, f"what stands in braces cannot be read: {(error.message or '').rstrip('.')}.")
        return
    except RecursionError:
        yield Problem(file, 1, ENDLESS)
        return
    calls = list(tree.find_all(nodes.Call))
    if len(calls) > MOST_CALLS:
        yield Problem(file, calls[MOST_CALLS].lineno, f"this page calls more than {MOST_CALLS} macros: make two of it.")
        return
    for name in tree.find_all(nodes.Name):
        if name.name not in macros:
            yield Problem(file, name.lineno, there_is_no("macro", name.name, macros))
    lines = _not_allowed(tree, calls, macros)
    yield from (Problem(file, line, NOT_ALLOWED) for line in sorted(lines))
    if not lines and not _compiles(tree, environment):  # which works out what a page must not say, however long that takes
        yield Problem(file, 1, ENDLESS)
    for call in calls if not lines else ():
        if isinstance(call.node, nodes.Name) and call.node.name in macros:
            messages = _wrong(call, call.node.name, macros[call.node.name], framework)
            yield from (Problem(file, call.lineno, message) for message in messages)


def _not_allowed(tree: nodes.Template, calls: list[nodes.Call], macros: Collection[str]) -> set[int]:
    """Return the lines with something else than calls of macros: a call of something else, one within another, a bare name."""
    called = {id(call.node) for call in calls}
    lines = {node.lineno for node in tree.find_all(nodes.Node) if not isinstance(node, ALLOWED)}
    lines |= {call.lineno for call in calls if not isinstance(call.node, nodes.Name) or any(call.find_all(nodes.Call))}
    return lines | {name.lineno for name in tree.find_all(nodes.Name) if name.name in macros and id(name) not in called}


def _compiles(tree: nodes.Template, environment: Environment) -> bool:
    """False where more stands within one another than Python allows."""
    try:
        environment.compile(tree)
    except (RecursionError, SyntaxError, MemoryError):
        return False
    return True


def _wrong(call: nodes.Call, name: str, macro: Callable[..., str], framework: Framework) -> Iterator[str]:
    """Yield what is wrong with what a macro is given: too little or too much, something of another kind, or the id of nothing."""
    called = signature(macro)
    try:
        given = called.bind(*map(_value, call.args), **{argument.key: _value(argument.value) for argument in call.kwargs}).arguments
    except TypeError as error:
        yield f"{name}(…) was not given what it needs: {error}."
        return
    for argument, value in given.items():
        try:
            TypeAdapter(called.parameters[argument].annotation).validate_python(value, strict=not isinstance(value, (list, tuple)))
        except ValidationError as error:
            yield f"{name}(…) cannot take {reprlib.repr(value)} for its {argument}: {error.errors()[0]['msg'].lower()}."
            return
    choices = _choices(name, framework)
    for value in [*given.values()][:1]:
        if choices is not None and value not in choices:
            yield there_is_no(name, str(value), choices)


def _value(node: nodes.Expr) -> Any:
    """Return what a page says: a text, a number, or a list. What is called or named within a call is refused before."""
    try:
        return node.as_const()
    except nodes.Impossible:
        return ""


def _choices(name: str, framework: Framework) -> Iterable[str] | None:
    """Return what a macro that is named like a kind of record may be given: the ids of that kind."""
    if name == "month":
        return Month.__members__
    kind = next((kind for kind in KINDS if kind.KIND.name == name), None)
    return framework.of(kind) if kind else None
