"""A term stands in the glossary once."""

from collections.abc import Iterator

from ..model.glossary import Glossary
from ..model.problem import Problem
from .checked_file import Sources


def check_glossary(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each term that stands twice, and for general knowledge that is not given."""
    file, glossary = sources.single["glossary"].file, sources.single["glossary"].record
    lines: dict[str, int] = {}
    for n, term in enumerate(glossary.terms if isinstance(glossary, Glossary) else ()):
        for name in (term.term, *term.also):
            if name in lines:
                yield file.problem(("terms", n), f'"{name}" already stands in the glossary on line {lines[name]}.')
            lines.setdefault(name, file.problem(("terms", n), "").line)
        if term.general_knowledge and not term.meaning:
            yield file.problem(("terms", n, "general_knowledge"), f'"{term.term}" has no meaning that could be general knowledge.')
