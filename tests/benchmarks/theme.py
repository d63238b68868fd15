"""The search that the theme ships, which is switched on for a build and asked through the theme's own worker."""

import json
import subprocess
from pathlib import Path

import material

from ..copies import edit
from ..search.questions import NODE

HERE = Path(__file__).parent
[WORKER] = (Path(material.__file__).parent / "templates/assets/javascripts/workers").glob("search.*.min.js")
INDEX = "search/search_index.json"


def with_theme_search(project: Path) -> Path:
    """Let the pages of a copy be read by the theme's plugin as well, as it comes."""
    edit(project, "mkdocs.yml", "plugins:\n", "plugins:\n  - search\n")
    return project


def theme_asked(site: Path, texts: list[str]) -> list[list[str]]:
    """Return the addresses of the pages that the theme's search finds for each text, best first."""
    command = [NODE, HERE / "theme.cjs", WORKER, site / INDEX]
    return json.loads(subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True).stdout)
