"""Read `data/` and the front matter of `docs/` into the model, and say everything that is wrong with them at once."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from .check import check
from .explain import explain
from .model import Activity, CalendarSettings, Cycle, Edition, Framework, Page, Panel, QuestionGroup, Record, Role, Term
from .problem import DataError
from .published import read_published
from .yaml_file import YamlFile, parse_yaml, read_yaml

SINGLE = {"framework": Edition, "calendar": CalendarSettings}
LISTS = {
    "activities": Activity, "panels": Panel, "roles": Role, "glossary": Term, "questions": QuestionGroup, "diagrams": Cycle
}


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
            self.file.problems += [self.file.problem(*found) for found in explain(error, model, path, raw)]


def load(root: Path) -> Framework:
    """Return the framework that lies under `root`. Raises DataError with every problem found."""
    data, problems = _read_data(root)
    pages = {}
    for path in sorted((root / "docs").rglob("*.md")):
        try:
            pages[_address(path.relative_to(root / "docs"))] = _read_page(root, path)
        except DataError as error:
            problems += error.problems
    published = None
    try:
        published = read_published(root)
    except DataError as error:
        problems += error.problems
    if published and len(data) == len(SINGLE) + len(LISTS):
        problems += check(data, pages, published)
    problems += [problem for records in (*data.values(), *pages.values()) for problem in records.file.problems]
    if problems:
        raise DataError(problems)
    return Framework(
        edition=data["framework"].valid[()],
        calendar=data["calendar"].valid[()],
        published=published,
        pages={address: records.valid[()] for address, records in pages.items()},
        **{kind: tuple(data[kind].valid.values()) for kind in LISTS},
    )


def _read_data(root):
    """Return the readable files of `data/` as Records by kind, and the problems of the unreadable ones."""
    data, problems = {}, []
    for kind, model in (SINGLE | LISTS).items():
        try:
            records = Records(read_yaml(root, f"data/{kind}.yml"))
        except DataError as error:
            problems += error.problems
            continue
        data[kind] = records
        if kind in SINGLE:
            records.read(model, (), records.file.data)
        elif isinstance(records.file.data, list):
            for n, raw in enumerate(records.file.data):
                records.read(model, (n,), raw)
        else:
            records.file.problems.append(records.file.problem((), "this file should be a list, each item starting with a dash."))
    return data, problems


def _read_page(root, path):
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8-sig")
    if not text.startswith("---\n") or "\n---" not in text:
        file = YamlFile(name)
        file.problems.append(file.problem((), "this page has no front matter: start it with title and description between two lines of ---."))
        return Records(file)
    records = Records(parse_yaml(text[4:].split("\n---", 1)[0], name, first_line=2))
    records.read(Page, (), records.file.data)
    return records


def _address(path: Path) -> str:
    """Return the address of a Markdown file: "panels/index.md" is "panels", "glossary.md" is "glossary"."""
    address = path.with_suffix("").as_posix()
    return "" if address == "index" else address.removesuffix("/index")
