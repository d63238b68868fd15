"""What is in `data/` and `docs/` and is neither a file nor a folder: nothing may be read before it is gone.

A symbolic link could publish a file of the machine that builds, or lead in a circle; a pipe or a device could keep a build for ever.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from ..model.limits import MOST_FILES
from ..model.problem import Problem
from .file_name import shown

A_LINK = "this is a symbolic link, which could publish what lies outside this project: put the file or folder itself here."
NO_FILE = "this is neither a file nor a folder, but a pipe, a device or the like: remove it."
NO_FOLDER = "this folder is missing: put it back."
TOO_MANY = f"data/ and docs/ hold more than {MOST_FILES} files: this is one more. Is something here that belongs elsewhere?"


def no_files(root: Path) -> Iterator[Problem]:
    """Yield a problem for each symbolic link, wherever it leads, and for all else that is no file; one where there are too many files."""
    count = 0
    for folder in (root / "data", root / "docs"):
        if folder.is_symlink():
            yield Problem(shown(root, folder), 1, A_LINK)
        elif not folder.is_dir():
            yield Problem(shown(root, folder), 1, NO_FOLDER)
        else:
            for entry in _entries(folder):
                count += 1
                if count > MOST_FILES:
                    yield Problem(shown(root, Path(entry)), 1, TOO_MANY)
                    return
                if entry.is_symlink() or not (entry.is_file() or entry.is_dir()):
                    yield Problem(shown(root, Path(entry)), 1, A_LINK if entry.is_symlink() else NO_FILE)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Yield what lies in a folder and in those below it, without following a link."""
    below = [str(folder)]
    while below:
        with os.scandir(below.pop()) as entries:
            for entry in entries:
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    below.append(entry.path)
