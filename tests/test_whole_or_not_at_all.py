"""Whatever happens while `make amend` writes, nothing is lost, what is missing is told, and the next run goes on from there."""

import errno
import shutil
import signal

import pytest

from macros.commands import whole_file
from macros.commands.amend import main as amend
from macros.commands.whole_file import alone, write_whole
from macros.reading.load import load

from .copies import COUNCIL, append, copy_of, publish, read, set_fields, site_in, write
from .days import APRIL, FEBRUARY, MARCH
from .faults import KILLED, killed_before_step, with_files_up_to

STANDARDS = "docs/standards/knowledge-and-skills"
LISTENING, WRITING, COMING = f"{STANDARDS}/listening.md", f"{STANDARDS}/writing.md", f"{STANDARDS}/writing.next.md"
OBSERVER = "docs/standards/observation/observer.md"
EXPLAINED = {"kind": "scheduled", "what": "A new duty.", "why": "It was missing.", "do": "Do it."}
BY_HAND = "date: 2027-04-01\nkind: minor\nconcerns:\n  - {concern}\nwhat: A change.\n"


@pytest.fixture(scope="module")
def much_to_do(tmp_path_factory):
    """Exampleshire with a coming version that has started, three changes explained by hand, and one that nothing explains."""
    council = copy_of(COUNCIL, tmp_path_factory.mktemp("before") / "council", code=False)
    write(council, COMING, read(council, WRITING).replace("---\n", "---\nstarts: 2027-03-01\n", 1) + "\nIt comes.\n")
    publish(council, FEBRUARY, **EXPLAINED)
    append(council, LISTENING, "\nSomething new.\n")
    append(council, OBSERVER, "\nSomething else.\n")
    for panel in ("learning-board", "family-forum"):
        set_fields(council, f"data/panels/{panel}.yml", quorum="Three")
    for concern in ("standards/observer", "panels/learning-board", "panels/family-forum"):
        write(council, f"data/amendments/by-hand-{concern.rpartition('/')[2]}.yml", BY_HAND.format(concern=concern))
    return council


@pytest.fixture(scope="module")
def done(much_to_do, tmp_path_factory):
    """The same once `make amend` has run without a disturbance."""
    council = shutil.copytree(much_to_do, tmp_path_factory.mktemp("after") / "council")
    assert record(council) == 0
    return council


@pytest.fixture
def council(much_to_do, tmp_path):
    return shutil.copytree(much_to_do, tmp_path / "council")


def record(council):
    return amend(council, APRIL, EXPLAINED, ask=None)


def contents(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def assert_nothing_was_lost(council, done):
    """Every text is there, each publication is whole, what is not recorded is told; and the next run makes good what was left."""
    assert "Something new." in read(council, LISTENING) and "Something else." in read(council, OBSERVER)
    assert any("It comes." in read(council, name) for name in (WRITING, COMING) if (council / name).exists())
    assert publications(council) == publications(done) or any(site_in(council, day=APRIL).refused())
    assert record(council) == 0
    assert contents(council) == contents(done)


def publications(council):
    """Return the names of the files that say what was published."""
    return {file.name for file in (council / "data" / "published").glob("*.json")}


def leftovers(council):
    """Return the files that a killed command was writing."""
    return list(council.rglob(".*.new"))


@pytest.mark.parametrize("step", range(1, 31))
def test_a_kill_before_a_step_loses_nothing(council, done, step):
    assert killed_before_step(step, council, lambda: record(council)) == KILLED
    assert_nothing_was_lost(council, done)


@pytest.mark.parametrize("size", [0, 1, 64, 128, 256, 512, 768])
def test_a_kill_in_the_middle_of_a_file_loses_nothing(council, done, size):
    assert with_files_up_to(size, lambda: record(council), when_full=signal.SIG_DFL) == -signal.SIGXFSZ
    assert_nothing_was_lost(council, done)


@pytest.mark.parametrize("size", [0, 1, 128, 512])
def test_a_full_disk_loses_nothing_and_leaves_nothing_behind(council, done, size):
    assert with_files_up_to(size, lambda: record(council)) == 1
    assert leftovers(council) == []
    assert_nothing_was_lost(council, done)


def test_a_full_disk_is_told(council, capsys, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole_file.os, "fsync", full)
    assert record(council) == 1
    assert capsys.readouterr().out == (
        f"{council / WRITING} could not be written: No space left on device. What was recorded stays; run make amend again, and it goes on from there.\n"
    )


def test_a_second_make_amend_is_turned_away_while_one_is_at_work(council, capsys):
    before = contents(council)
    with alone(council / "data"):
        assert record(council) == 1
    assert capsys.readouterr().out == "Another make amend is at work in this folder. Nothing was recorded.\n"
    assert contents(council) == before


def test_the_lock_is_no_file_and_goes_with_the_command(council, done):
    assert killed_before_step(3, council, lambda: record(council)) == KILLED
    assert record(council) == 0
    assert contents(council) == contents(done)


def test_a_file_is_replaced_whole(tmp_path):
    file = tmp_path / "data" / "file.yml"
    write_whole(file, "before\n")
    write_whole(file, "after\n")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in file.parent.iterdir()] == [("file.yml", "after\n")]


def test_what_was_edited_in_the_old_text_is_not_overwritten_by_the_version_that_started(council, capsys):
    append(council, WRITING, "\nSomebody's last-minute change.\n")
    before = contents(council)
    assert record(council) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{WRITING}:1: this file is not as it was published, and {COMING} has taken its place: say there what is new here, "
        "and take this file back.",
        "1 to put right. Nothing was recorded.",
    ]
    assert contents(council) == before


def test_what_is_not_tracked_stays_in_the_file_that_a_coming_version_takes_the_place_of(council):
    write(council, WRITING, read(council, WRITING).replace("---\n", "---\nlast_reviewed: 2027-03-02\nkeywords:\n  - notes\n", 1))
    assert record(council) == 0
    standard = load(council, APRIL).framework.pages["standards/knowledge-and-skills/writing"]
    assert (standard.last_reviewed, standard.keywords, "It comes." in standard.text) == (MARCH.replace(day=2), ("notes",), True)
