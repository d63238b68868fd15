"""The scripts of the editor, which stand beside the form. They are fetched where a form is switched on."""

from pathlib import Path

FOLDER = ".editor"
SITE = f"{FOLDER}/site"  # where make editor puts what the form asks for
MISSING = "data/framework.yml switches the form on, and the editor is not here: run make editor. Nothing was built."


def editor_scripts(root: Path) -> dict[str, Path]:
    """Return each script by its name beside the form; none where the editor was not fetched."""
    folder = root / SITE
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
