"""What a page calls for between braces must be there."""

from collections.abc import Callable, Iterator
from inspect import signature

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from .load import FRONT_MATTER
from .model import Framework
from .month import Month
from .problem import Problem, there_is_no

BY_ID = ("panel", "role", "activity", "diagram")  # macros that are given the id of such a record


def check_calls(
    file: str, text: str, environment: Environment, macros: dict[str, Callable], variables: set[str], framework: Framework
) -> Iterator[Problem]:
    """Yield what is wrong between the braces of a page, whose whole text this is.

    The page will be rendered in `environment`, where it can call `macros` and name `variables`.
    """
    body = FRONT_MATTER.sub(lambda front: "\n" * front[0].count("\n"), text, count=1)
    try:
        tree = environment.parse(body)
        environment.compile(tree)
    except TemplateSyntaxError as error:
        yield Problem(file, error.lineno, f"what stands in braces cannot be read: {error.message.rstrip('.')}.")
        return
    unknown = find_undeclared_variables(tree) - {*environment.globals, *variables}
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            yield Problem(file, name.lineno, there_is_no("macro", name.name, macros))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in macros:
            yield from (Problem(file, call.lineno, message) for message in _wrong(call, macros[call.node.name], framework))


def _wrong(call, macro, framework):
    """Yield what is wrong with what a macro is given: too little or too much, or the id of nothing."""
    name = call.node.name
    try:
        signature(macro).bind(*call.args, **{given.key: given.value for given in call.kwargs})
    except TypeError as error:
        yield f"{name}(…) was not given what it needs: {error}."
    known = Month.__members__ if name == "month" else getattr(framework, name) if name in BY_ID else None
    for given in call.args[:1]:
        if known is not None and isinstance(given, nodes.Const) and given.value not in known:
            yield there_is_no(name, str(given.value), known)
