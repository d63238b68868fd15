"""No personal detail stands in the data or on a page, unless somebody has allowed it knowingly."""

from collections.abc import Iterator
from dataclasses import replace

from ..model.edition import Edition
from ..model.problem import Problem
from .checked_file import Sources
from .personal_details import Detail, details_in, plain
from .yaml_file import YamlFile

FOUND = (
    '"{masked}" looks like {what}. If it is about a person, take it out, and tell whoever looks after the project: the version history '
    "keeps it. If everybody may read it, add it to allowed_details in data/framework.yml."
)
NOT_NEEDED = "nothing that looks like a personal detail reads so any more: delete this item."


def check_personal_details(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each text that looks like a personal detail and is not allowed, and for each allowance without one."""
    framework = sources.single["framework"]
    if not isinstance(framework.record, Edition):
        return  # nobody can say what is allowed
    allowed = {_as_found(one.text): ("allowed_details", n, "text") for n, one in enumerate(framework.record.allowed_details)}
    allowances = {(framework.file.name, framework.file.lines[path]) for path in allowed.values()}
    found = [(name, detail) for name, detail in _found(sources) if (name, detail.line) not in allowances]
    for name, detail in found:
        if detail.text not in allowed:
            yield Problem(name, detail.line, FOUND.format(masked=detail.masked, what=detail.what))
    for text in allowed.keys() - {detail.text for _, detail in found}:
        yield framework.file.problem(allowed[text], NOT_NEEDED)


def _found(sources: Sources) -> Iterator[tuple[str, Detail]]:
    """Yield each text that looks like a personal detail, with the file in which it stands."""
    for checked in sources.files:
        yield from ((checked.file.name, detail) for detail in _found_in(checked.file))


def _found_in(file: YamlFile) -> Iterator[Detail]:
    """Yield what stands in a file as it is written, and what its escapes, such as "\\u0030", and its line breaks stand for."""
    written = [*details_in(file.text)]
    yield from written
    told = {detail.text for detail in written}
    for path, text in file.texts:
        if text not in file.text:
            yield from (replace(detail, line=file.problem(path, "").line) for detail in details_in(text) if detail.text not in told)


def _as_found(text: str) -> str:
    """Return a text as a detail holds it: with one space where it has any white space, and with plain hyphens."""
    return " ".join(plain(text).split())
