"""Read `data/` and the front matter of `docs/` into the model, and say everything that is wrong with them at once."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from .check import check
from .explain import explain
from .model import (
    Activity, Amendment, CalendarSettings, Cycle, Edition, Framework, Page, Panel, QuestionGroup, Record, Role, Standard, Term
)
from .problem import DataError
from .publish import with_amendments
from .published import changes, read_published
from .yaml_file import YamlFile, parse_yaml, read_text

SINGLE = {"framework": Edition, "calendar": CalendarSettings}
LISTS = {
    "activities": Activity, "panels": Panel, "roles": Role, "glossary": Term, "questions": QuestionGroup, "diagrams": Cycle,
    "amendments": Amendment,
}
TEMPLATES = "templates"  # under docs/: MkDocs leaves this folder out
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
NO_FRONT_MATTER = "this page has no front matter: start it with title: and description: between two lines of three dashes."
EMPTY_FILE = "this file is empty: put back what it held."
EMPTY_LIST = "this file is empty: put back what it held, or write [] if there is nothing to list."


@dataclass
class Records:
    """What one file holds: its valid records by their place in it, so that a rule can point at a line."""

    file: YamlFile
    valid: dict[tuple, Record] = field(default_factory=dict)

    def read(self, model, path: tuple, raw) -> None:
        """Add the record at `path`, or the problems that keep it from being one."""
        try:
            self.valid[path] = model.model_validate(raw)
        except ValidationError as error:
            self.file.problems += [self.file.problem(*found) for found in explain(error, model, path)]

    def refuse(self, message: str) -> None:
        """Note what is wrong with the file as a whole."""
        self.file.problems.append(self.file.problem((), message))


def load(root: Path) -> Framework:
    """Return the framework that lies under `root`. Raises DataError with every problem found."""
    data = {kind: _read_data(root, kind) for kind in SINGLE | LISTS}
    pages = dict(_read_pages(root))
    problems, published = [], None
    try:
        published = read_published(root)
        problems += check(data, pages, published)
    except DataError as error:
        problems += error.problems
    problems += [problem for records in (*data.values(), *pages.values()) for problem in records.file.problems]
    if problems:
        raise DataError(problems)
    found = {address: records.valid[()] for address, records in pages.items()}
    framework = Framework(
        edition=data["framework"].valid[()],
        calendar=data["calendar"].valid[()],
        published=published,
        pages=found,
        standards=tuple(page for page in found.values() if isinstance(page, Standard)),
        **{kind: tuple(data[kind].valid.values()) for kind in LISTS},
    )
    explained = with_amendments(framework, published)
    return replace(framework, published=explained, unexplained=tuple(changes(framework, explained)))


def _read_data(root, kind):
    """Return what data/<kind>.yml holds, with its problems."""
    name = f"data/{kind}.yml"
    records = Records(_file(name, lambda: parse_yaml(read_text(root, name), name)))
    raw = records.file.data
    if raw is None and not records.file.problems:
        records.refuse(EMPTY_FILE if kind in SINGLE else EMPTY_LIST)
    elif kind in SINGLE and raw is not None:
        records.read(SINGLE[kind], (), raw)
    elif isinstance(raw, list):
        for n, item in enumerate(raw):
            records.read(LISTS[kind], (n,), item)
    elif raw is not None:
        records.refuse("this file should be a list, each item starting with a dash.")
    return records


def _read_pages(root):
    """Yield (address, Records) for each hand-written page."""
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        if TEMPLATES not in path.relative_to(docs).parts:
            found = address(path.relative_to(docs).as_posix())
            yield found, _read_page(root, path, found)


def _read_page(root, path, at):
    """Return the front matter of a page, with its problems. A page below standards/ that is no index is a standard."""
    name = path.relative_to(root).as_posix()
    records = Records(_file(name, lambda: _front_matter(read_text(root, name), name)))
    raw = records.file.data
    if raw is None and not records.file.problems:
        records.refuse(NO_FRONT_MATTER)
    elif at.startswith("standards/") and path.name != "index.md" and isinstance(raw, dict):
        text = FRONT_MATTER.sub("", read_text(root, name), count=1)
        records.read(Standard, (), {**raw, "page": at, "file": path.relative_to(root / "docs").as_posix(), "text": text})
    elif raw is not None:
        records.read(Page, (), raw)
    return records


def _front_matter(text, name):
    found = FRONT_MATTER.match(text)
    return parse_yaml(found[1], name, first_line=2) if found else YamlFile(name)


def _file(name, read: Callable[[], YamlFile]):
    """Return what `read` reads, or an empty file with the problems that it raises."""
    try:
        return read()
    except DataError as error:
        return YamlFile(name, problems=error.problems)


def address(path: str) -> str:
    """Return the address of a Markdown file: "panels/index.md" is "panels", "glossary.md" is "glossary"."""
    return "" if path == "index.md" else path.removesuffix(".md").removesuffix("/index")
