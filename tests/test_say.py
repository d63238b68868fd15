"""What the data says stays text in the log of a pipeline, where the host would take some lines for commands."""

import pytest

from macros.commands import check, due

from .copies import COUNCIL, copy_of, edit, set_fields
from .days import FEBRUARY, MARCH

BOARD, LISTENING = "data/panels/learning-board.yml", "docs/standards/knowledge-and-skills/listening.md"
HOSTILE = "Four.\n::add-mask::Four\n ##vso[task.setvariable variable=A]B\n##[error]C"
HARMLESS = "Four.\n: :add-mask: :Four\n # #vso[task.setvariable variable=A]B\n# #[error]C"


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


@pytest.fixture(params=["TF_BUILD", "GITHUB_ACTIONS"])
def pipeline(request, monkeypatch):
    monkeypatch.setenv(request.param, "true")


@pytest.fixture
def terminal(monkeypatch):
    for name in ("TF_BUILD", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)


def said_of_a_reason(council, capsys, reason):
    set_fields(council, BOARD, quorum="Four", change={"kind": "minor", "what": reason})
    capsys.readouterr()
    check.main(council, FEBRUARY)
    return capsys.readouterr().out


def recorded(reason):
    return f"make amend would record:\n  {BOARD}: {reason} (panels/learning-board: quorum)\n"


def test_what_a_reason_says_is_no_command_to_a_pipeline(pipeline, council, capsys):
    assert said_of_a_reason(council, capsys, HOSTILE) == recorded(HARMLESS)


def test_in_a_terminal_it_is_printed_as_it_stands(terminal, council, capsys):
    assert said_of_a_reason(council, capsys, HOSTILE) == recorded(HOSTILE)


def test_a_value_that_a_mistake_repeats_is_no_command(pipeline, council, capsys):
    set_fields(council, BOARD, starts="\n##vso[task.complete result=Succeeded]\r::error::")
    capsys.readouterr()
    assert check.main(council, FEBRUARY) == 1
    assert capsys.readouterr().out == (
        f'{BOARD}:7: " # #vso[task.complete result=Succeeded] : :error: :" is not a date. '
        "Write a day that exists as year-month-day, such as 2027-01-31.\n1 to put right.\n"
    )


def test_the_title_of_a_review_that_is_due_is_no_command(pipeline, council, capsys):
    edit(council, LISTENING, "title: ", "title: ::error::")
    capsys.readouterr()
    assert due.main(council, MARCH.replace(year=2028)) == 1
    assert capsys.readouterr().out.splitlines()[0] == f"overdue since 2028-01-02: : :error: :Listening ({LISTENING})"
