"""A file that was read: its valid record, the line of everything in it, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import ValidationError

from ..model.base import Record
from ..model.document import DocumentFile
from ..model.problem import Problem
from ..model.record import FileRecord
from .messages import messages_for
from .yaml_file import YamlFile

EMPTY_FILE = "this file is empty: put back what it held."


@dataclass
class CheckedFile:
    """A file of data or the front matter of a page; `record` is None where mistakes keep it from being one."""

    file: YamlFile
    record: Record | None = None

    @property
    def raw(self) -> object:
        return self.file.data

    def validate(self, model: type[Record], **added: str) -> None:
        """Set the record, with what the place of the file adds to it, or note the problems that keep it from being one."""
        if self.file.problems and self.raw is None:
            return
        if self.raw is None:
            self.refuse(EMPTY_FILE)
        elif not isinstance(self.raw, dict):
            self.refuse("this file should hold fields, each with a colon after its name.")
        else:
            self.refuse_fields(added.keys() & self.raw.keys() & {"id"})
            try:
                self.record = model.model_validate(self.raw | added)
            except ValidationError as error:
                self.file.problems += [self.file.problem(*message) for message in messages_for(error, model)]

    def refuse(self, message: str) -> None:
        """Note what is wrong with the file as a whole."""
        self.file.problems.append(self.file.problem((), message))

    def refuse_fields(self, names: set[str]) -> None:
        for name in names:
            self.file.problems.append(self.file.problem((name,), f"the name of the file is the {name}: delete this line."))


@dataclass
class Sources:
    """Every file of a project: single ones by name, records by kind and id, pages by address; and files that nothing reads.

    `coming` holds the coming versions of records and pages, by the paths of the files.
    `docs` holds the path of every file in `docs/`, `documents` the files there that may be documents, by their paths, and `editions`
    the earlier editions there, by the paths of their folders.
    """

    single: dict[str, CheckedFile]
    records: dict[type[FileRecord], dict[str, CheckedFile]]
    pages: dict[str, CheckedFile]
    coming: dict[str, CheckedFile] = field(default_factory=dict)
    docs: frozenset[str] = frozenset()
    documents: dict[str, DocumentFile] = field(default_factory=dict)
    editions: dict[str, DocumentFile] = field(default_factory=dict)
    stray: list[Problem] = field(default_factory=list)

    @property
    def files(self) -> Iterator[CheckedFile]:
        yield from self.single.values()
        for files in self.records.values():
            yield from files.values()
        yield from self.pages.values()
        yield from self.coming.values()

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files one by one."""
        return [*self.stray, *(problem for checked in self.files for problem in checked.file.problems)]
