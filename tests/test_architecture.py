"""The folders of macros/ say the architecture, and the code keeps to it. The contracts themselves stand in pyproject.toml."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).parent.parent
TREES = {
    file.relative_to(PROJECT / "macros").as_posix(): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted((PROJECT / "macros").rglob("*.py"))
}
OPENS_FILES = {"FileSystemLoader", "glob", "iterdir", "mkdir", "open", "read_bytes", "read_text", "rglob", "write_bytes", "write_text"}
READS_THE_CLOCK = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}
COMES_WITH_ANOTHER = {"pydantic-core"}  # pydantic pins it


def files_that_call(names):
    """Return the files that call a function or a method of one of these names, the last part or the whole of what stands before "("."""
    calls = [(file, ast.unparse(node.func)) for file, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {file for file, call in calls if call in names or call.rpartition(".")[2] in names}


def function_lengths():
    """Return (lines, function, file) for each function, from `def` to its last line, docstring included."""
    return [
        (node.end_lineno - node.lineno + 1, node.name, file)
        for file, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    ]


def test_every_contract_on_imports_is_kept():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_most_functions_have_nine_lines_or_fewer():
    assert median(lines for lines, _, _ in function_lengths()) <= 9


def test_no_function_has_more_than_35_lines():
    assert [function for function in function_lengths() if function[0] > 35] == []


def test_files_are_opened_by_reading_and_commands_for_templates_and_once_all_is_built_alone():
    elsewhere = {file for file in files_that_call(OPENS_FILES) if file.split("/")[0] not in ("reading", "commands")}
    assert elsewhere == {"pages/render.py", "pages/check_places.py", "hooks.py"}


def test_the_clock_is_read_in_one_place():
    assert set(files_that_call(READS_THE_CLOCK)) == {"reading/today.py"}


def test_every_package_that_is_imported_is_declared():
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    distributions = packages_distributions()
    packages = {name.lower().replace("_", "-") for module in imported_modules() for name in distributions[module]}
    assert packages - COMES_WITH_ANOTHER - set(settings["project"]["dependencies"]) == set()


def test_no_template_puts_words_of_its_own_through_a_filter_of_ours():
    ours = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*')\s*\|\s*(?:attribute|comma_separated|date|day|document|from_root|link|links|link_target|listed|months|page_url|times|when)\b""")
    templates = [*(PROJECT / "overrides").rglob("*.html"), *(PROJECT / "macros" / "pages" / "templates").iterdir()]
    assert {file.name for file in templates if file.is_file() and ours.search(file.read_text(encoding="utf-8"))} == set()


def imported_modules():
    """Return the modules that do not come with Python and are none of ours."""
    nodes = [node for tree in TREES.values() for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"macros"}
