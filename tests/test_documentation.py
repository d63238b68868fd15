"""What README, CONTRIBUTING and the site say of the project is so."""

import json
import re
import subprocess
import sys
import tomllib
from inspect import getdoc

import pytest
import yaml

from macros.model.activity import Activity
from macros.model.field import models_in
from macros.model.kinds import KINDS, SINGLE
from macros.model.page import Page, Standard
from macros.pages.page_macros import PageMacros, public_names
from macros.site import Site

from .copies import COUNCIL, FIRST_DAY, PROJECT, append, build, built, edit, read, with_its_own_code, write

README, CONTRIBUTING = (read(PROJECT, name) for name in ("README.md", "CONTRIBUTING.md"))
FOR_LEAD, FOR_DEVELOPERS = CONTRIBUTING.split("\n## For developers\n")
LAY, TERMINAL = FOR_LEAD.split("\n## In a terminal\n")
SETTINGS = tomllib.loads(read(PROJECT, "pyproject.toml"))
MADE_BY_COMMANDS = {"dist/hosts/", "dist/preview.zip", "dist/proposal.md", "dist/sbom.json", ".venv", ".venv/bin/python", "dist/handbook.pdf", "dist/practice-standards.zip", "docs/editions/", "data/amendments/", "site/"}
TO_BE_WRITTEN = {
    "data/panels/home-panel.next.yml",  # by whoever follows CONTRIBUTING
    "data/amendments/2027-02-10-recording-views.yml", "data/panels/case-review-panel.yml",
    "docs/documents/", "docs/templates/index.md", ".github/CODEOWNERS",
    "macros/model/template.py", "macros/pages/templates/template.md", "data/templates/referral-form.yml",
}
PUBLIC_FILES = {"data.json", "data.schema.json"}  # of the site, and of no folder


def in_backticks(text):
    """Return what stands in backticks in the prose of a text."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^( *)```.*?^\1```$", "", text, flags=re.MULTILINE | re.DOTALL))


def paths_in(text):
    """Return the files and folders that a text names: those in backticks and at the start of a message about the data."""
    named = {name for name in in_backticks(text) if re.fullmatch(r"[\w.*-]+(/[\w.*-]*)+|[\w-]+\.(md|yml|toml|txt|json)", name)}
    return named | set(re.findall(r"^ +((?:data|docs)/[\w./-]+\.(?:yml|json|md))\b", text, re.MULTILINE))


def examples(text):
    """Return (language, file, code) for each example. The file is named beside the language, or last before the example."""
    found = []
    for block in re.finditer(r"^( *)```(\w+)(?: (\S+))?\n(.*?)^\1```$", text, re.MULTILINE | re.DOTALL):
        indent, language, file, code = block.groups()
        before = [name for name in in_backticks(text[: block.start()]) if re.fullmatch(r"(data|docs)/\S+\.(yml|md)", name)]
        found.append((language, file or before[-1], re.sub(f"^{indent}", "", code, flags=re.MULTILINE)))
    return found


def example(file):
    """Return the code that CONTRIBUTING gives for a file."""
    return next(code for _, named, code in examples(FOR_DEVELOPERS) if named == file)


def table(text, heading):
    """Return the rows of the table whose head starts with a word, each as its cells."""
    rows = text.split(f"\n| {heading} |")[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def packages(requirements):
    return {re.match(r"[\w-]+", requirement)[0] for requirement in requirements}


# README


def test_the_map_names_each_part_of_the_code():
    named = {path for cells in table(README, "To read") for path in in_backticks(cells[0])}
    parts = [path for path in (PROJECT / "macros").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()]
    assert {path for path in named if path.startswith("macros/")} == {
        f"macros/{path.name}{'/' if path.is_dir() else ''}" for path in parts
    }


def test_the_map_names_each_top_folder():
    named = {path.split("/")[0] for cells in table(README, "To read") for path in in_backticks(cells[0]) if "/" in path}
    assert named == {".github", "data", "docs", "macros", "overrides", "tests"}


def test_who_may_import_whom_is_as_the_contract_has_it():
    [line] = [line for line in README.splitlines() if line.strip().startswith("model <──")]
    said = [set(floor.strip().split(", ")) for floor in line.split("<──")]
    layers = SETTINGS["tool"]["importlinter"]["contracts"][0]["layers"]
    assert said == [set(layer.split(" | ")) for layer in reversed(layers)]


def test_every_dependency_has_a_reason_and_nothing_else_has():
    project = SETTINGS["project"]
    declared = packages([*project["dependencies"], *project["optional-dependencies"]["test"]])
    assert {name for cells in table(README, "Package") for name in cells[0].split(", ")} == declared


def test_what_readme_says_of_mkdocs_is_a_contract():
    [contract] = [contract for contract in SETTINGS["tool"]["importlinter"]["contracts"] if contract.get("protected_modules") == ["mkdocs"]]
    assert contract["allowed_importers"] == ["macros.hooks"]
    assert "**MkDocs** is imported by `macros/hooks.py` alone." in README


# README and CONTRIBUTING


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_file_and_folder_that_is_named_is_there(text):
    named = paths_in(text) - MADE_BY_COMMANDS - TO_BE_WRITTEN - PUBLIC_FILES
    assert len(named) > 10
    assert {name for name in named if not (PROJECT / name).exists()} == set()


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_command_that_is_named_is_there(text):
    targets = set(re.findall(r"^([a-z-]+):", read(PROJECT, "Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)\b", "\n".join([*in_backticks(text), *re.findall(r"^    .*", text, re.MULTILINE)])))
    assert len(named) > 5
    assert named - targets == set()


def test_every_address_of_the_site_that_is_named_is_there(site):
    named = {name for name in in_backticks(CONTRIBUTING) if re.fullmatch(r"/[a-z/-]+/", name)}
    assert {"/about/desk/", "/about/macros/", "/about/data/"} <= named
    assert {name for name in named if not (site / name.strip("/") / "index.html").is_file()} == set()


# CONTRIBUTING, for the quality assurance lead


def field_names():
    models = [Page, Standard, *KINDS, *SINGLE.values()]
    fields = [field for model in models for inner in (model, *models_in(model)) for field in inner.model_fields.items()]
    return {field.alias or name for name, field in fields}


def test_a_lead_needs_no_terminal():
    assert [word for word in ("`make ", "    make ", ".venv", "git clone", "npm") if word in LAY] == []


def test_every_field_that_is_named_is_there():
    named = {name[1] for text in in_backticks(FOR_LEAD) if (name := re.fullmatch(r"([a-z_]+)(?:: .+)?", text))}
    choices = {"scheduled", "urgent", "minor", "next", "previous", "skip", "keep"}
    parameters_of_a_macro = {"lines", "kind", "options"}
    assert {"months", "windows", "by_month", "position", "starts", "collects"} <= named
    assert named - choices - parameters_of_a_macro - field_names() == set()


def model_and_base(file):
    """Return the model of a file that an example is for, and fields of a record of the invented council to put it into."""
    if file.startswith("docs/"):
        return Page, {"title": "A title", "description": "A sentence."}
    folder = file.removeprefix("data/").rpartition("/")[0]
    if not folder:
        name = file.removeprefix("data/").removesuffix(".yml")
        return SINGLE[name], yaml.load(read(COUNCIL, file), yaml.BaseLoader)
    kind = next(kind for kind in KINDS if kind.KIND.folder == folder)
    records = [yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in sorted((COUNCIL / "data" / folder).glob("*.yml"))]
    plain = next((record for record in records if record.keys().isdisjoint({"windows", "rules"})), {})
    return kind, {**({"title": "An activity"} if kind is Activity else {}), **plain, "id": "an-id"}


@pytest.mark.parametrize(("language", "file", "code"), examples(FOR_LEAD), ids=lambda value: value.split(":")[0])
def test_every_example_is_valid(language, file, code):
    model, base = model_and_base(file)
    fields = yaml.load(code, yaml.BaseLoader)
    if "windows" in fields:
        del base["months"]
    assert language == "yaml"
    place = {"page": "panels", "file": "panels/index.md", "text": ""} if model is Page else {}
    assert model.model_validate(base | fields | place)


def test_there_are_examples_of_each_kind_of_file():
    assert {file.split("/")[1] for _, file, _ in examples(FOR_LEAD)} >= {"amendments", "activities", "panels", "framework.yml"}


# The site: macros and data.json


def test_every_macro_says_what_it_shows():
    assert [name for name in public_names() if not getdoc(getattr(PageMacros, name))] == []


def test_the_list_of_macros_has_a_row_for_each(council_history):
    macros = Site(council_history, "").macros
    rows = re.findall(r"^\| `(\w+)\(", macros["macro_list"](), re.MULTILINE)
    assert rows == list(macros)


def paths(model, models):
    """Yield the name of each field of a part of a JSON Schema, at any depth, with dots between."""
    for name, field in model["properties"].items():
        yield name
        inside = field.get("items", field)
        inside = models[inside["$ref"].rpartition("/")[2]] if "$ref" in inside else inside
        yield from (f"{name}.{inner}" for inner in paths(inside, models)) if "properties" in inside else ()


def test_the_page_about_data_names_each_field_that_the_schema_has_and_no_other(site, page):
    schema = json.loads(read(site, "data.schema.json"))
    _, *parts = re.split(r'<h2[^>]* id="([\w-]+)"', page("about/data").text.replace("<wbr>", ""))
    told = {name: re.findall(r"<td><code>(.+?)</code>", part) for name, part in zip(parts[::2], parts[1::2], strict=True)}
    lists = [name for name, field in schema["properties"].items() if "items" in field]
    said = list(paths(schema, schema["$defs"]))
    assert told["the-document"] == [path for path in said if path.split(".")[0] not in lists]
    assert [f"{name}.{field}" for name in lists for field in told[name]] == [path for path in said if path.split(".")[0] in lists and "." in path]


# CONTRIBUTING, for developers: the recipes, done as they are written


def test_every_name_of_the_code_that_is_named_is_there():
    pipelines = [*(PROJECT / ".github").rglob("*.yml"), PROJECT / "azure-pipelines.yml", PROJECT / ".gitlab-ci.yml"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*(PROJECT / "macros").rglob("*.py"), *pipelines])
    named = {name for text in in_backticks(FOR_DEVELOPERS) for name in re.findall(r"^_?[A-Za-z_]+$", text)}
    assert {"described", "KIND", "KINDS", "PageMacros", "build_feeds", "generate_pages"} <= named
    assert {name for name in named if not re.search(rf"\b{name}\b", code)} == set()


@pytest.mark.parametrize(("file", "is_for_developers"), [
    ("data/panels/home-panel.yml", False), ("docs/standards/observation/record.md", False), ("docs/editions/march-2023/index.html", True),
    ("Makefile", True), ("azure-pipelines.yml", True), (".github/workflows/publish.yml", True), (".github/CODEOWNERS", True), ("macros/site.py", True),
    ("overrides/base.html", True), ("requirements.txt", True), ("new/data/panels.yml", True),
])
def test_each_host_asks_developers_about_everything_but_data_and_pages(file, is_for_developers):
    lines = [line.partition(" ") for line in example(".github/CODEOWNERS").splitlines()]
    [*_, last] = [bool(owner) for pattern, _, owner in lines if pattern == "*" or f"/{file}".startswith(pattern)]
    [path_filter] = [text for text in in_backticks(FOR_DEVELOPERS) if ";!" in text]
    [*_, last_part] = [part for part in path_filter.split(";") if f"/{file}".startswith(part.strip("!*"))]
    assert (last, not last_part.startswith("!")) == (is_for_developers, is_for_developers)


PANEL = "data/panels/matching-panel.yml"
RECORD = f"""
import datetime, pathlib
from macros.commands.amend import main
raise SystemExit(main(pathlib.Path(), {FIRST_DAY!r}, {{"kind": "minor", "what": "A change."}}))
"""
FILES = ("macros/model/template.py", "macros/pages/templates/template.md", "data/templates/referral-form.yml")


def rebuilt(council):
    """Explain what differs in a copy, by its own code, and build it; returns the folder of the site."""
    done = subprocess.run([sys.executable, "-c", RECORD], cwd=council, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return built(council, council / "site")


def problems(council):
    """Return what a strict build says against a copy."""
    done = build(council, council / "site")
    assert done.returncode == 1
    return re.findall(r"^\S+:\d+: .*", done.stdout + done.stderr, re.MULTILINE)


@pytest.fixture
def council(council):
    return with_its_own_code(council)


@pytest.fixture
def with_a_venue(council):
    """A copy of Exampleshire whose panels have the field that CONTRIBUTING adds."""
    edit(council, "macros/model/panel.py", "    receives: Texts", f"{example('macros/model/panel.py')}    receives: Texts")
    append(council, PANEL, "venue: The long room\n")
    return council


def test_a_field_on_a_panel_takes_one_line(with_a_venue):
    site = rebuilt(with_a_venue)
    panels = {panel["id"]: panel for panel in json.loads(read(site, "data.json"))["panels"]}
    assert re.search(r"<dt>Venue</dt>\s*<dd>The long room</dd>", read(site, "panels/matching-panel/index.html"))
    assert panels["matching-panel"]["venue"] == "The long room"
    assert json.loads(read(site, "data.schema.json"))["$defs"]["Panel"]["properties"]["venue"]["description"] == "Where it usually meets."
    assert "<li>venue</li>" in read(site, "panels/learning-board/index.html")


def test_a_field_that_says_no_place_is_named(with_a_venue):
    edit(with_a_venue, "macros/model/panel.py", example("macros/model/panel.py"), "    venue: Text | None = None\n")
    assert problems(with_a_venue) == ["macros/model/panel.py:1: the field Panel.venue does not say where a page shows it: give it a place."]


def test_a_field_that_its_template_does_not_show_is_named_until_it_does(with_a_venue):
    edit(with_a_venue, "macros/model/panel.py", 'place=TERMS, missing="venue"', "place=OWN_TEMPLATE")
    edit(with_a_venue, "macros/model/panel.py", "from .field import ", "from .field import OWN_TEMPLATE, ")
    assert problems(with_a_venue) == ["macros/model/panel.py:1: the field Panel.venue is lost: panel.md should show it, and does not."]
    edit(with_a_venue, "macros/pages/templates/panel.md", "{{ source_fact(", "Venue\n:   {{ panel.venue }}\n\n{{ source_fact(")
    assert "The long room" in read(rebuilt(with_a_venue), "panels/matching-panel/index.html")


@pytest.fixture
def with_templates(council):
    """A copy of Exampleshire with the kind of record that CONTRIBUTING adds, but for its template."""
    for file in FILES:
        write(council, file, example(file).replace("governance", "year"))
    (council / "macros/pages/templates/template.md").unlink()
    edit(council, "macros/model/kinds.py", "from .role import Role\n", "from .role import Role\nfrom .template import Template\n")
    edit(council, "macros/model/kinds.py", "Amendment)", "Amendment, Template)")
    return council


def test_a_kind_of_record_without_a_template_is_named(with_templates):
    assert problems(with_templates) == [
        "macros/model/template.py:1: macros/pages/templates/template.md is missing: it shows a Template.",
        "macros/model/template.py:1: the field Template.file is lost: template.md should show it, and does not.",
        "macros/model/template.py:1: the field Template.source is lost: template.md should show it, and does not.",
    ]


def test_a_kind_of_record_takes_a_class_and_a_template(with_templates):
    write(with_templates, "macros/pages/templates/template.md", example("macros/pages/templates/template.md"))
    append(with_templates, "docs/about/index.md", "\n{{ template('referral-form') }}\n")
    site = rebuilt(with_templates)
    link = '<a href="https://forms.example/referral-form.docx">Open Referral form</a>'
    assert link in read(site, "templates/referral-form/index.html") and link in read(site, "about/index.html")
    assert '<a href="referral-form/">Referral form</a>' in read(site, "templates/index.html")
    assert [record["file"] for record in json.loads(read(site, "data.json"))["templates"]] == ["https://forms.example/referral-form.docx"]
    assert "refer a family" in read(site, "assets/search-index.js")


def test_somebody_can_write_the_page_of_the_folder_of_a_new_kind(with_templates):
    write(with_templates, "macros/pages/templates/template.md", example("macros/pages/templates/template.md"))
    write(with_templates, "docs/templates/index.md", "---\ntitle: Forms\ndescription: Every form.\n---\n\nAsk for help.\n")
    assert "Ask for help." in read(rebuilt(with_templates), "templates/index.html")
