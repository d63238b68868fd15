"""What builds the same pages: this site, and others that are given its finished Markdown."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from ..copies import ADDRESS, edit, last_day, write

HERE = Path(__file__).parent
HOOK = HERE / "finished_pages.py"
OURS, PLAIN, ZENSICAL, HUGO = "ours", "plain Material", "Zensical", "Hugo"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS}
SETTINGS = """\
site_name: Practice standards
site_url: {address}
theme: {{name: material, language: en, font: false}}
plugins: [search]
markdown_extensions:
  - abbr: {{glossary: {glossary}}}
  - attr_list
  - def_list
  - md_in_html
  - tables
  - toc
validation: {{omitted_files: ignore, absolute_links: relative_to_docs}}
"""
# All that make build does, but for the copies to keep: the others make none.
WITHOUT_COPIES = (
    "from pathlib import Path; from macros.commands import build as command; command.add_copies = lambda *given: 0; "
    "raise SystemExit(command.build(Path('.'), Path('site')))"
)
LAYOUT = (  # of Hugo: the pages of the section beside the text, as in ours
    '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head><body><nav><ul>'
    '{{ range .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>'
    "<main>{{ .Content }}</main></body></html>"
)


def finished(council: Path, to: Path) -> Path:
    """Write what the pages of a council say, macros filled in, as a project of plain Material and of Hugo. Returns its folder."""
    edit(council, "mkdocs.yml", "hooks: [macros/hooks.py]", f"hooks: [macros/hooks.py, {HOOK}]")
    environment = environment_of(council) | {"FINISHED_PAGES": str(to)}
    subprocess.run([sys.executable, "-m", "mkdocs", "-q", "build", "--site-dir", to / "site"], cwd=council, env=environment, check=True)
    edit(council, "mkdocs.yml", f"hooks: [macros/hooks.py, {HOOK}]", "hooks: [macros/hooks.py]")
    shutil.rmtree(to / "site")
    glossary = (to / "glossary.json").read_text(encoding="utf-8")
    write(to, "mkdocs.yml", SETTINGS.format(address=ADDRESS, glossary=glossary))
    _for_hugo(to)
    return to


def _for_hugo(to: Path):
    """Write the same pages once more as Hugo wants them: it takes what lies beside an index.md for attachments, and leaves HTML out."""
    for page in (to / "docs").rglob("*.md"):
        name = page.relative_to(to / "docs").as_posix()
        write(to, f"content/{name.removesuffix('index.md')}_index.md" if page.name == "index.md" else f"content/{name}", page.read_text(encoding="utf-8"))
    settings = {"baseURL": ADDRESS, "title": "Practice standards", "disableKinds": ["taxonomy", "term"], "markup": {"goldmark": {"renderer": {"unsafe": True}}}}
    write(to, "hugo.json", json.dumps(settings))
    for kind in ("single", "list"):
        write(to, f"layouts/_default/{kind}.html", LAYOUT)


def commands(council: Path, plain: Path) -> dict[str, tuple[list, Path, dict]]:
    """Return what to run for each builder that is there, where, and in which environment."""
    mkdocs = [sys.executable, "-m", "mkdocs", "-q", "build"]
    found = {
        OURS: ([sys.executable, "-c", WITHOUT_COPIES], council, environment_of(council)),
        PLAIN: (mkdocs, plain, os.environ | QUIET),
    }
    if zensical := shutil.which("zensical", path=HERE / ".venv/bin"):
        found[ZENSICAL] = ([zensical, "build", "--clean"], plain, dict(os.environ))
    if hugo := shutil.which("hugo"):
        found[HUGO] = ([hugo, "--quiet", "--config", "hugo.json", "--destination", "hugo"], plain, dict(os.environ))
    return found


def environment_of(council: Path) -> dict[str, str]:
    return os.environ | QUIET | {"ON": last_day(council).isoformat()}
