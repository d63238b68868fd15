"""What a page calls for between braces must be there."""

from collections.abc import Callable, Iterable, Iterator
from inspect import signature

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..model.framework import Framework
from ..model.front_matter import body_on_its_lines
from ..model.kinds import KINDS
from ..model.month import Month
from ..model.problem import Problem, there_is_no

# All that a page may say between braces: it is rendered where whoever wrote it could otherwise run any program.
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Call, nodes.Keyword, nodes.List, nodes.Tuple, nodes.If,
    nodes.Not,
)
NOT_ALLOWED = "between braces a page can call a macro, and say what to show if one shows something: nothing else."


def check_calls(
    file: str, text: str, environment: Environment, macros: dict[str, Callable[..., str]], framework: Framework
) -> Iterator[Problem]:
    """Yield what is wrong between the braces of a page, whose whole text this is.

    The page will be rendered in `environment`, where it can call `macros`.
    """
    try:
        tree = environment.parse(body_on_its_lines(text))
        environment.compile(tree)
    except TemplateSyntaxError as error:
        yield Problem(file, error.lineno, f"what stands in braces cannot be read: {(error.message or '').rstrip('.')}.")
        return
    for name in tree.find_all(nodes.Name):
        if name.name not in macros:
            yield Problem(file, name.lineno, there_is_no("macro", name.name, macros))
    lines = {node.lineno for node in tree.find_all(nodes.Node) if not isinstance(node, ALLOWED)}
    lines |= {call.lineno for call in tree.find_all(nodes.Call) if not isinstance(call.node, nodes.Name)}
    yield from (Problem(file, line, NOT_ALLOWED) for line in sorted(lines))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in macros:
            messages = _wrong(call, call.node.name, macros[call.node.name], framework)
            yield from (Problem(file, call.lineno, message) for message in messages)


def _wrong(call: nodes.Call, name: str, macro: Callable[..., str], framework: Framework) -> Iterator[str]:
    """Yield what is wrong with what a macro is given: too little or too much, or the id of nothing."""
    try:
        signature(macro).bind(*call.args, **{argument.key: argument.value for argument in call.kwargs})
    except TypeError as error:
        yield f"{name}(…) was not given what it needs: {error}."
    choices = _choices(name, framework)
    for argument in call.args[:1]:
        if choices is not None and isinstance(argument, nodes.Const) and argument.value not in choices:
            yield there_is_no(name, str(argument.value), choices)


def _choices(name: str, framework: Framework) -> Iterable[str] | None:
    """Return what a macro that is named like a kind of record may be given: the ids of that kind."""
    if name == "month":
        return Month.__members__
    kind = next((kind for kind in KINDS if kind.KIND.name == name), None)
    return framework.of(kind) if kind else None
