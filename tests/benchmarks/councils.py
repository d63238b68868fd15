"""Invented councils of any size: a whole project folder each, to see how what we make grows.

    python -m tests.benchmarks.councils FOLDER SCALE [SEED]

The first part of it is this framework as it stands, so that questions keep their answers. Each further one has everything once
more that a council has more of when it is larger: panels, activities, roles, pictures, open questions, standards and plain pages. Its
ids and titles carry a number, its words are varied, and what it names is its own. The same scale and seed give the same files.
"""

import re
import shutil
import sys
from contextlib import redirect_stdout
from functools import cached_property
from io import StringIO
from pathlib import Path
from random import Random

from macros.history.publication import FOLDER
from macros.model import address
from macros.model.activity import Activity
from macros.model.cycle import Cycle
from macros.model.field import references_in
from macros.model.page import Standard
from macros.model.panel import Panel
from macros.model.question import QuestionGroup
from macros.model.role import Role
from macros.model.routes import Routes
from macros.reading.canonical import as_yaml, data_of

from ..copies import PROJECT, copy_of, last_day, publish, set_fields, write
from .words import Words

# Of these there is more in a larger council.
KINDS = (Activity, Panel, Role, Cycle, Routes, QuestionGroup)
FOLDERS = ("framework", "standards")  # of pages, below docs/
NUMBERED = {"panel", "role"}  # kinds that are named by their id
IDS = {"id", "leads_to", "may_lead_to"}
PROSE = {
    "description", "duties", "frequency", "keywords", "matters", "meets", "members_note", "produces", "purpose", "question", "quorum",
    "receives", "says", "summary", "text", "what",
}
LINK = re.compile(r"\]\(/([^)#]*\.md)(?:#[^)]*)?\)")  # a varied heading has another address
PICTURE = re.compile(r'\{\{ (?:cycle|routes)\("[^"]+')


def write_council(to: Path, scale: int, seed: int = 1) -> Path:
    """Write a council `scale` times as large as this one into a new folder, and record it as published. Returns the folder.

    Without a record `make check` finds nothing wrong with it, but says that everything is new, and `make build` refuses it.
    """
    copy_of(PROJECT, to)
    for record in (FOLDER, "data/amendments"):
        shutil.rmtree(to / record, ignore_errors=True)
    set_fields(to, "data/framework.yml", council=f"Invented council, {scale} times")
    parts = [_Part(to, number, seed) for number in range(2, scale + 1)]
    for name, text in [file for part in parts for file in part.files()]:
        write(to, name, text)
    with redirect_stdout(StringIO()):
        return publish(to, last_day(PROJECT))


class _Part:
    """Everything once more that there is more of in a larger council. It is made of what this framework has."""

    def __init__(self, project: Path, number: int, seed: int):
        self.project, self.number, self.seed = project, number, seed

    def files(self):
        """Yield the name and the text of each of its files."""
        for kind in KINDS:
            for file in self._records(kind):
                record = self._varied(data_of(file.read_text(encoding="utf-8")), references_in(kind), self._chance(file))
                yield self._name(file), as_yaml(record)
        for file in self._pages:
            (front, body), chance = _parts(file), self._chance(file)
            front = self._varied(data_of(front), references_in(Standard), chance)
            yield self._name(file), f"---\n{as_yaml(front)}---\n{self._said(body, chance)}"

    def _chance(self, file: Path) -> Random:
        """Return what chance has in store for a file, whatever other files there are."""
        return Random(f"{self.seed} {self.number} {file.relative_to(self.project)}")

    def _name(self, file: Path) -> str:
        return str(file.with_stem(self._numbered(file.stem)).relative_to(self.project))

    def _numbered(self, id: str) -> str:
        return f"{id}-{self.number}"

    def _records(self, kind) -> list[Path]:
        return self._first(f"data/{kind.KIND.folder}/*.yml")

    @cached_property
    def _pages(self) -> list[Path]:
        return [file for folder in FOLDERS for file in self._first(f"docs/{folder}/**/*.md") if file.name != "index.md"]

    def _first(self, pattern: str) -> list[Path]:
        """Return the files of this framework, wherever those of other parts are already written beside them."""
        return [self.project / file.relative_to(PROJECT) for file in sorted(PROJECT.glob(pattern))]

    @cached_property
    def _addresses(self) -> set[str]:
        """The addresses of the pages that it has of its own."""
        records = {f"{kind.KIND.folder}/{file.stem}" for kind in KINDS for file in self._records(kind)}
        return records | {address.of_file(str(file.relative_to(self.project / "docs"))) for file in self._pages}

    @cached_property
    def _words(self) -> Words:
        return Words((_parts(file)[1] for file in self._pages), Random(f"{self.seed} {self.number}"))

    def _varied(self, data, kinds, chance: Random, field=""):
        """Return fields of a record, or what stands in one field, as this part has them."""
        if isinstance(data, dict):
            return {name: self._varied(value, kinds, chance, name) for name, value in data.items() if name != "formerly"}
        if isinstance(data, list):
            return [self._varied(item, kinds, chance, field) for item in data]
        if field in IDS or kinds.get(field) in NUMBERED:
            return self._numbered(data)
        if kinds.get(field) == "page":
            return self._numbered(data) if data in self._addresses else data
        if field == "title":
            return f"{self._words.varied(data, chance)} {self.number}"
        return self._said(data, chance) if field in PROSE else data

    def _said(self, text: str, chance: Random) -> str:
        said = LINK.sub(self._linked, self._words.varied(text, chance))
        return PICTURE.sub(lambda picture: self._numbered(picture[0]), said)

    def _linked(self, link: re.Match[str]) -> str:
        page = address.of_file(link[1])
        return f"](/{self._numbered(page)}.md)" if page in self._addresses else f"](/{link[1]})"


def _parts(page: Path) -> list[str]:
    """Return the front matter of a page, and what it says below that."""
    return page.read_text(encoding="utf-8").split("---\n", 2)[1:]


if __name__ == "__main__":
    write_council(Path(sys.argv[1]), *map(int, sys.argv[2:]))
