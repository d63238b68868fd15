"""A coming version that is edited in place, as a form saves it: its file says from which later day it holds.

What holds until then comes from the record of publications. `make amend` writes the two files.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..history.fold import PublicationLog, Version
from ..history.tracked import says
from ..model.framework import Thing
from ..model.page import Page
from ..model.record import Stated
from .canonical import in_order
from .checked_file import CheckedFile, Sources
from .data_files import coming_name
from .read_file import read_page, read_record
from .record_text import saying, without
from .yaml_file import read_text

NOT_RECORDED = "changes to this are not recorded: delete this day, and make the change on the day itself."
NOTHING_PUBLISHED = "nothing is published yet that would hold until this day: put this text into {coming}, and leave this file as it holds."
NOT_TO_COME = "this day has already come: give a later one, or delete it if the new text is to apply from today."
TWO = "{coming} is already the coming version: say there what is new, and restore this file from the version history."


def set_apart(root: Path, sources: Sources, log: PublicationLog, today: date) -> dict[str, str | None]:
    """Take what is edited in place for a later day as the coming version, and what was published as what holds.

    Notes a problem where that cannot be. Returns the text that each file is to have, a coming version first; None for one that goes.
    """
    apart: dict[str, str | None] = {}
    for files, key, checked, thing in list(_with_a_start(sources)):
        name, coming = checked.file.name, coming_name(checked.file.name)
        if message := _refused(thing, sources.coming.get(coming), log, today):
            checked.file.problems.append(checked.file.problem(("starts",), message.format(coming=coming)))
            continue
        text = read_text(root, name)
        sources.coming[coming], apart[coming] = checked, text
        apart[name] = held = _held(thing, text, name, log.in_force(thing.concern, today))
        if held is None:
            del files[key]
        else:
            files[key] = read_page(name, held) if isinstance(thing, Page) else read_record(name, held, type(thing), id=thing.id)
    return apart


def _with_a_start(sources: Sources) -> Iterator[tuple[dict[str, CheckedFile], str, CheckedFile, Thing]]:
    """Yield each file that is no coming version by its name and says from when it holds, with its place among the files."""
    for files in (*sources.records.values(), sources.pages):
        for key, checked in files.items():
            if isinstance(checked.record, (Stated, Page)) and checked.record.starts:
                yield files, key, checked, checked.record


def _refused(thing: Thing, coming: CheckedFile | None, log: PublicationLog, today: date) -> str | None:
    """Return why a thing cannot be edited in place for a later day. The same text as in `coming` is left by a command that was stopped."""
    if not (thing.is_tracked if isinstance(thing, Page) else thing.KIND.is_tracked):
        return NOT_RECORDED
    if thing.starts and thing.starts <= today:
        return NOT_TO_COME
    if not log.publications:
        return NOTHING_PUBLISHED
    return TWO if coming and coming.record != thing else None


def _held(thing: Thing, text: str, name: str, version: Version | None) -> str | None:
    """Return the text of a file that says what was published, in the lines of the one that says what is to come."""
    if version is None or version.says is None:
        return None
    return in_order(without(saying(text, says(thing), version.says), "starts", "change"), name)
