"""One file, from its text to the record or the page that it holds. Raises DataError for a text that is not YAML."""

from pathlib import PurePosixPath

from ..model import address
from ..model.base import Record
from ..model.front_matter import body_of, front_matter_of
from ..model.page import Page, Standard, is_standard
from .checked_file import CheckedFile
from .data_files import id_of
from .yaml_file import YamlFile, parse_yaml

NO_FRONT_MATTER = "this page has no front matter: start it with title: and description: between two lines of three dashes."


def read_record(name: str, text: str, model: type[Record], **added: str) -> CheckedFile:
    """Return the file of this name as a record of `model`, with what its place adds to it."""
    checked = CheckedFile(parse_yaml(text, name))
    checked.validate(model, **added)
    return checked


def read_page(name: str, text: str) -> CheckedFile:
    """Return the file of this name as a page, or as a standard."""
    front, place = front_matter_of(text), PurePosixPath(name)
    checked = CheckedFile(YamlFile(name) if front is None else parse_yaml(front, name, first_line=2))
    checked.file.text = text  # all of it, not the front matter alone
    file = place.with_name(f"{id_of(place)}.md").relative_to("docs").as_posix()
    says = {"page": address.of_file(file), "file": file, "text": body_of(text)}
    if checked.raw is None and not checked.file.problems:
        checked.refuse(NO_FRONT_MATTER)
    elif is_standard(file):
        checked.validate(Standard, id=id_of(place), **says)
    else:
        checked.validate(Page, **says)
    return checked
