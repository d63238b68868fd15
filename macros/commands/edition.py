"""`make edition`: keep the whole present edition below docs/editions/, readable and out of search, before another takes its place."""

from argparse import ArgumentParser
from collections.abc import Mapping
from datetime import date
from os import environ
from pathlib import Path
from typing import Any

from ..model.address import edition as address_of
from ..model.edition import Edition
from ..model.problem import DataError
from ..pages.kept_edition import kept_page, stays
from ..reading.environment import KEPT
from ..reading.load import load
from ..reading.record_text import fields_of
from ..reading.today import day_of_build
from ..reading.yaml_file import read_text
from .answers import Ask, name_of_edition
from .build import mkdocs, put_in_place, workshop
from .record_file import write_fields
from .say import say
from .whole_file import BusyError, alone

FRAMEWORK = "data/framework.yml"
NEXT = """\
The edition of {old} is kept in docs/{folder}/. {framework} names the edition of {new}, and says of each section that its page still
restates {old}. Commit both, and run make amend once: the kept edition is recorded, and stays as it is. Then restate one section
after the other: change its page, take `edition:` out of the section, and run make amend OPTIONS=--restates."""


def main(root: Path, today: date, given: Mapping[str, Any], ask: Ask = input) -> int:
    """Keep the present edition under `root`, and name the new one. Returns the exit status."""
    try:
        with alone(root / "data"):
            edition = load(root, today).framework.edition
            new = name_of_edition(edition, given, ask)
            if status := _keep(root, edition, today):
                say("Nothing was kept. Put this right first.")
                return status
            _name(root, edition, new)
    except DataError as error:
        say(error.report("Nothing was kept."))
    except BusyError:
        say("Another command is at work in this folder. Nothing was kept.")
    except (EOFError, KeyboardInterrupt):
        say("\nThe new edition has no name. Nothing was kept.")
    except OSError as error:
        say(f"{error.filename or 'a file'} could not be written: {error.strerror}. Run make edition again.")
    else:
        say(NEXT.format(old=edition.edition, new=new, folder=address_of(edition.id), framework=FRAMEWORK))
        return 0
    return 1


def _keep(root: Path, edition: Edition, today: date) -> int:
    """Build the site as it is to be kept, and put it into its folder whole. Returns the exit status of the build."""
    with workshop(root) as (folder, lock):
        site = folder / "site"
        settings = {KEPT: "1", "SITE_URL": "", "OFFLINE": "false", "ON": today.isoformat()}
        if status := mkdocs(root, site, lock, settings):
            return status
        _reduce(site)
        kept = root / "docs" / address_of(edition.id)
        kept.parent.mkdir(exist_ok=True)
        put_in_place(site, kept)
    return 0


def _reduce(site: Path) -> None:
    """Take out of a built site what is not kept, with the folders that are then empty."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    left_out = {name for name in files if not stays(name)}
    for name in left_out:
        files[name].unlink()
    for name in files.keys() - left_out:
        if name.endswith(".html"):
            files[name].write_text(kept_page(name, files[name].read_text(encoding="utf-8"), left_out), encoding="utf-8")
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _name(root: Path, edition: Edition, new: str) -> None:
    """Name the new edition in data/framework.yml, and the one that each section still restates."""
    fields = fields_of(read_text(root, FRAMEWORK))
    sections = [{**section, "edition": section.get("edition", edition.edition)} for section in fields["sections"]]
    earlier = [*fields.get("earlier", ()), {"id": edition.id, "edition": edition.edition}]
    write_fields(root / FRAMEWORK, {**fields, "edition": new, "earlier": earlier, "sections": sections})


def _main(root: Path, today: date) -> int:
    parser = ArgumentParser(prog="make edition", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--name", help="what the new edition is called, such as March 2027")
    return main(root, today, vars(parser.parse_args()))


if __name__ == "__main__":
    raise SystemExit(_main(Path.cwd(), day_of_build(environ)))
