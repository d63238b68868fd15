"""`make build`: there is a good site at any moment, whatever happens to a build and however many run at once.

MkDocs is stood in for by a program that writes pages which all say which build they are of: the folder of the project comes first
where Python looks for it. That MkDocs itself builds is what the tests of the pages show.
"""

import os
import signal
from pathlib import Path

import pytest

from macros.commands import build
from macros.commands.whole_file import AT_ONCE, BusyError, locked

from .faults import KILLED, in_a_process, started

PAGES = [f"{n}.html" for n in range(20)]
STAND_IN = """
import os, sys
from pathlib import Path

site = Path(sys.argv[-1])
site.mkdir(parents=True)
for name in %r:
    (site / name).write_text(os.environ["BUILD"])
%s
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with a site of the build called "before"."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")  # the stand-in changes within a second
    monkeypatch.setenv("BUILD", "before")
    mkdocs_is(tmp_path)
    assert build.build(tmp_path, tmp_path / "site") == 0
    monkeypatch.setenv("BUILD", "after")
    return tmp_path


def mkdocs_is(project, last="sys.exit(0)"):
    (project / "mkdocs.py").write_text(STAND_IN % (PAGES, last), encoding="utf-8")


def build_of(site: Path) -> str:
    """Return which build a site is of: of one and the same all its pages have to be."""
    assert sorted(page.name for page in site.iterdir()) == sorted(PAGES)
    [build] = {(site / name).read_text(encoding="utf-8") for name in PAGES}
    return build


def rebuild(project):
    return build.build(project, project / "site")


def test_a_build_says_what_is_wrong_and_nothing_else(project, capsys):
    mkdocs_is(project, 'print("INFO    -  Cleaning\\nWARNING -  A link leads nowhere.\\n\\nAborted with 1 warnings in strict mode!"); sys.exit(1)')
    capsys.readouterr()
    assert rebuild(project) == 1
    assert capsys.readouterr().out.splitlines() == ["A link leads nowhere.", "Nothing was built."]


def test_of_a_build_that_breaks_the_last_word_is_told_and_no_traceback(project, capsys):
    mkdocs_is(project, last="raise OSError(28, 'No space left on device', 'site/index.html')")
    capsys.readouterr()
    assert rebuild(project) == 1
    [broke, end] = capsys.readouterr().out.splitlines()
    assert broke.startswith("The build broke (OSError: [Errno 28] No space left on device: 'site/index.html').") and end == "Nothing was built."
    assert build_of(project / "site") == "before"


def test_a_build_takes_the_place_of_the_last_one_and_leaves_nothing_else_behind(project):
    assert rebuild(project) == 0
    assert build_of(project / "site") == "after"
    assert list((project / ".build").iterdir()) == []


def test_everybody_may_read_what_is_built_whoever_builds_it(project):
    usual = os.umask(0o077)
    try:
        assert rebuild(project) == 0
    finally:
        os.umask(usual)
    site = project / "site"
    assert {oct(path.stat().st_mode & 0o777) for path in site.iterdir()} == {"0o644"}
    assert oct(site.stat().st_mode & 0o777) == "0o755"


def test_a_failed_build_leaves_the_last_good_one(project):
    mkdocs_is(project, last="sys.exit(3)")
    assert rebuild(project) == 3
    assert build_of(project / "site") == "before"
    assert list((project / ".build").iterdir()) == []


def test_where_folders_cannot_change_places_the_new_one_takes_two_steps(project, monkeypatch):
    def cannot(new, site):
        raise OSError

    monkeypatch.setattr(build, "exchange", cannot)
    assert rebuild(project) == 0
    assert build_of(project / "site") == "after"


STEPS = ["locked", "mkdtemp", "mkdocs", "put_in_place", "exchange", "rmtree"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("is_before", [True, False], ids=["before", "after"])
def test_a_kill_leaves_a_good_site_and_the_next_build_sweeps_up(project, step, is_before):
    assert in_a_process(lambda: killed_at(step, is_before, project)) == KILLED
    assert build_of(project / "site") in ("before", "after")
    assert rebuild(project) == 0
    assert build_of(project / "site") == "after"
    assert list((project / ".build").iterdir()) == []


def killed_at(step, is_before, project):
    """Build, in a process that is killed before or after a step."""
    usual = getattr(build, step)

    def killing(*arguments, **options):
        if not is_before:
            usual(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(build, step, killing)
    rebuild(project)


def test_there_is_a_site_at_any_moment_while_builds_run_at_once(project):
    """A page is asked for all the time, and it is always there."""
    builds = [started(lambda: max(rebuild(project) for _ in range(5))) for _ in range(2)]
    while builds:
        assert (project / "site" / PAGES[-1]).read_text(encoding="utf-8") in ("before", "after")
        ended, status = os.waitpid(-1, os.WNOHANG)
        assert status == 0
        builds = [build for build in builds if build != ended]
    assert build_of(project / "site") == "after"


def test_a_build_whose_parent_was_killed_is_waited_for(project):
    gate = project / "gate"
    os.mkfifo(gate)
    mkdocs_is(project, last=f"os.kill(os.getppid(), 9); open({str(gate)!r}).read()")
    assert in_a_process(lambda: rebuild(project)) == KILLED
    with pytest.raises(BusyError), locked(project / ".build", AT_ONCE):
        pass
    gate.write_text("", encoding="utf-8")
    mkdocs_is(project)
    assert rebuild(project) == 0
    assert build_of(project / "site") == "after"
