"""No symbolic link lies in `data/` or `docs/`: it could publish a file of the machine that builds, or lead in a circle."""

from collections.abc import Iterator
from pathlib import Path

from ..model.problem import Problem
from .file_name import shown

A_LINK = "this is a symbolic link, which could publish what lies outside this project: put the file or folder itself here."


def symbolic_links(root: Path) -> Iterator[Problem]:
    """Yield a problem for each symbolic link, wherever it leads."""
    for folder in (root / "data", root / "docs"):
        for path in (folder, *folder.rglob("*")):
            if path.is_symlink():
                yield Problem(shown(root, path), 1, A_LINK)
