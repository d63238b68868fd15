"""From a proposal to the public: each step that a pipeline takes, in a fresh clone, with a real repository of git as the host."""

import json
import re
import shutil
import subprocess
import sys
from functools import partial
from zipfile import ZipFile

import pytest
import yaml
from markdown import markdown

from macros.commands import record
from macros.commands.due import main as due
from macros.commands.proposal import main as check_proposal

from ..copies import PROJECT, append, edit, read, set_fields, set_front_matter, write
from ..days import APRIL, FEBRUARY, MARCH
from ..html import page_of
from .host import clone, git, history, host_of_exampleshire, make, propose, take_in

BOARD, FORUM = "data/panels/learning-board.yml", "data/panels/family-forum.yml"
PAGE = "standards/knowledge-and-skills/listening"
LISTENING, COMING = f"docs/{PAGE}.md", f"docs/{PAGE}.next.md"
REASON = {"kind": "urgent", "what": "Four have to be there.", "why": "Two decided.", "do": "Count first."}
PREVIEW = "To see the pages as they would be, as soon as all files can be read, get `preview.zip` from this run, unpack all of it, and open `index.html` in its folder.\n"
NEXT = "Put this right in the files that are named, in this proposal: it is then checked again."
UNEXPLAINED = f"{BOARD}: panels/learning-board is not as it was published (quorum)."
MOVED = f"The reason in {FORUM} is now in data/amendments/2027-02-01-family-forum.yml: Four have to come."
EXPLAIN = "Say why under change: in that file, or with make amend."
AS_IT_WAS = "Nothing was committed. Put this right in another proposal, such as with a reason (under change:): both are then recorded."


@pytest.fixture(scope="module")
def exampleshire(tmp_path_factory):
    return host_of_exampleshire(tmp_path_factory.mktemp("exampleshire"))


@pytest.fixture
def host(exampleshire, tmp_path, monkeypatch):
    """A repository that a test may push to, for people who have told git nothing of themselves."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    shutil.copytree(exampleshire, tmp_path / "host.git")
    return tmp_path / "host.git"


@pytest.fixture
def fresh(host):
    """Clone a branch into a new folder each time, as each run of a pipeline does."""
    return lambda run="run", branch="main": clone(host, host.parent / run, branch)


def set_quorum(file, project, quorum="Four", **change):
    set_fields(project, file, quorum=quorum, **({"change": REASON | change} if change else {}))


quorum_of_the_board = partial(set_quorum, BOARD, what="Four have to be there.")
quorum_of_the_forum = partial(set_quorum, FORUM, what="Four have to come.")
without_a_reason = partial(set_quorum, BOARD)


def announce(project):
    """Propose a text of a standard from April on."""
    write(project, COMING, read(project, LISTENING).replace("---\n", f"---\nstarts: {APRIL}\n", 1) + "\nSit on the floor.\n")
    set_front_matter(project, COMING, change=REASON)


def recorded(project, day=FEBRUARY, check=lambda root, is_proposal=True: 0):
    """Record as `make record` does, without the check of the pages, unless a test has another one in its place."""
    return record.main(project, day, check)


def publications(host):
    return git(host, "ls-tree", "--name-only", "main", "data/published/").split()


# A proposal


def test_a_proposal_with_mistakes_fails_and_its_summary_says_what_to_do(host, fresh):
    propose(host, "mistakes", lambda project: (quorum_of_the_board(project, kind="scheduld"), append(project, FORUM, "chair: team-manger\n")))
    run = fresh(branch="mistakes")
    done = make(run, "proposal", FEBRUARY)
    assert (done.returncode, done.stdout) == (2, "2 to put right. dist/proposal.md says more.\n")  # the exit status of make
    assert read(run, "dist/proposal.md") == (
        "# 2 to put right\n\n"
        f'- `{FORUM}:10: there is no role "team-manger". Did you mean team-manager?`\n'
        f'- `{BOARD}:9: "kind" should be scheduled, urgent or minor.`\n\n'
        f"{NEXT}\n\n{PREVIEW}"
    )


def test_a_proposal_without_a_reason_fails_and_is_told_where_to_give_it(host, fresh):
    propose(host, "silent", without_a_reason)
    run = fresh(branch="silent")
    assert make(run, "proposal", FEBRUARY).returncode == 2
    assert read(run, "dist/proposal.md") == f"# 1 to put right\n\n- `{UNEXPLAINED} {EXPLAIN}`\n\n{NEXT}\n\n{PREVIEW}"


def test_a_proposal_without_a_mistake_is_told_what_will_be_recorded(host, fresh):
    propose(host, "good", quorum_of_the_board)
    run = fresh(branch="good")
    done = make(run, "proposal", FEBRUARY)
    assert (done.returncode, done.stdout) == (0, "Nothing is wrong. dist/proposal.md says more.\n")
    assert read(run, "dist/proposal.md") == (
        "# Nothing is wrong\n\nOnce this is taken in, it is published, and this is recorded:\n\n"
        f"- `{BOARD}: Four have to be there. (panels/learning-board: quorum)`\n\n{PREVIEW}"
    )


def test_a_proposal_that_needs_no_record_is_told_so_with_what_is_good_to_know(host, fresh):
    propose(host, "words", lambda project: append(project, "docs/about/index.md", "\nAsk us.\n"))
    run = fresh(branch="words")
    assert make(run, "proposal", MARCH.replace(year=2031, month=6)).returncode == 0
    assert read(run, "dist/proposal.md") == (
        "# Nothing is wrong\n\nOnce this is taken in, it is published. There is nothing to record.\n\n"
        f"Good to know:\n\n- `` data/calendar.yml: the calendars end on 2031-12-31. Move `to` on by a year. ``\n\n{PREVIEW}"
    )


@pytest.mark.parametrize("hostile", [
    "<script>alert(1)</script>", "![x](https://e.example/x.png)", "@everyone", "[x](javascript:x)", "`<b>`", "``` <b>", "`", "a ``` b `` <i>",
])
def test_what_a_proposal_says_stays_text_in_the_summary(host, fresh, hostile):
    run = fresh()
    set_fields(run, BOARD, group=hostile)
    assert check_proposal(run, FEBRUARY) == 1
    [said] = [line for line in read(run, "dist/proposal.md").splitlines() if line.startswith("- ")]
    html = markdown(said)
    assert html.startswith("<ul>\n<li><code>data/panels/learning-board.yml:") and html.endswith("</code></li>\n</ul>")
    assert "<" not in html.removeprefix("<ul>\n<li><code>").removesuffix("</code></li>\n</ul>")


# Its preview


@pytest.mark.parametrize("change", [quorum_of_the_board, without_a_reason], ids=["with a reason", "without a reason"])
def test_a_preview_opens_from_disk_says_that_it_is_a_proposal_and_leads_to_what_is_changed(host, fresh, change):
    propose(host, "change", change)
    run = fresh(branch="change")
    assert make(run, "preview", FEBRUARY).returncode == 0
    ZipFile(run / "dist/preview.zip").extractall(run / "unpacked")
    first = (run / "unpacked/preview/index.html").read_text(encoding="utf-8")
    assert '<strong>This is a proposal.</strong> It is not published, and may never be.\nChanged: <a href="panels/learning-board.html">' in first
    assert "Four" in (run / "unpacked/preview/panels/learning-board.html").read_text(encoding="utf-8")


def test_what_is_built_for_readers_is_no_proposal(council_page):
    assert "This is a proposal" not in council_page("").text


def test_there_is_no_preview_of_data_that_cannot_be_read(host, fresh):
    run = fresh()
    append(run, BOARD, "chair: team-manger\n")
    done = make(run, "preview", FEBRUARY)
    assert (done.returncode, done.stdout) == (
        2, f'{BOARD}:7: there is no role "team-manger". Did you mean team-manager?\nNothing was written.\n'
    )


# It is taken in


def test_two_proposals_in_turn_are_recorded_each_once_and_published(host, fresh):
    for branch, change, day in (("board", quorum_of_the_board, FEBRUARY), ("forum", quorum_of_the_forum, MARCH)):
        propose(host, branch, change)
        take_in(host, branch)
        done = make(fresh(branch), "record", day)
        assert done.returncode == 0, done.stdout + done.stderr
    assert history(host) == [
        "Record 2027-03-01-family-forum [skip ci]", "Take in forum", "Record 2027-02-01-learning-board [skip ci]", "Take in board", "Exampleshire",
    ]
    assert publications(host) == [f"data/published/{name}.json" for name in ("2027-02-01-learning-board", "2027-03-01-family-forum", "first")]
    run = fresh("build")
    assert make(run, "build", MARCH, SITE_URL="https://standards.example/").returncode == 0
    assert [what in page_of(run / "site", "whats-new").text for what in ("Four have to be there.", "Four have to come.")] == [True, True]


def test_two_that_are_taken_in_before_the_pipeline_runs_are_recorded_together(host, fresh):
    for branch, change in (("board", quorum_of_the_board), ("forum", quorum_of_the_forum)):
        propose(host, branch, change)
    run = fresh()  # of an older state than is recorded
    take_in(host, "board")
    take_in(host, "forum")
    assert recorded(run) == 0
    assert history(host)[0] == "Record 2027-02-01-family-forum, 2027-02-01-learning-board [skip ci]"
    assert recorded(fresh("again")) == 0
    assert history(host)[:3] == ["Record 2027-02-01-family-forum, 2027-02-01-learning-board [skip ci]", "Take in forum", "Take in board"]


def test_the_commit_is_in_nobodys_name_and_holds_what_was_recorded_alone(host, fresh):
    propose(host, "board", quorum_of_the_board)
    take_in(host, "board")
    run = fresh()
    write(run, "left.txt", "A file that nobody asked for.")
    assert recorded(run) == 0
    assert git(host, "show", "--name-status", "--format=%an <%ae>", "main").splitlines() == [
        "Practice standards <practice-standards@host.invalid>", "",
        "A\tdata/amendments/2027-02-01-learning-board.yml", f"M\t{BOARD}", "A\tdata/published/2027-02-01-learning-board.json",
    ]


def test_where_there_is_nothing_to_record_nothing_is_committed(host, fresh, capsys):
    assert recorded(fresh()) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing was new: there is nothing to commit."
    assert history(host) == ["Exampleshire"]


def test_where_a_reason_is_missing_it_is_named_and_nothing_is_written(host, fresh):
    propose(host, "silent", lambda project: (without_a_reason(project), quorum_of_the_forum(project)))
    take_in(host, "silent")
    run = fresh()
    done = make(run, "record", FEBRUARY)
    assert (done.returncode, done.stdout) == (
        2, f"{MOVED}\nNot as it was published:\n  {UNEXPLAINED}\n\nNot every question has an answer. Nothing was recorded.\n{AS_IT_WAS}\n"
    )
    assert history(host) == ["Take in silent", "Exampleshire"]
    assert git(run, "status", "--porcelain") == ""


def test_what_the_check_finds_wrong_once_all_is_recorded_is_not_committed(host, fresh):
    propose(host, "board", quorum_of_the_board)
    take_in(host, "board")
    run = fresh()
    assert recorded(run, check=lambda root, is_proposal=True: 0 if is_proposal else 1) == 1
    assert (history(host)[0], git(run, "status", "--porcelain")) == ("Take in board", "")


# Somebody else is faster


def test_a_branch_that_moved_on_meanwhile_is_recorded_anew(host, fresh, capsys):
    propose(host, "board", quorum_of_the_board)
    propose(host, "forum", quorum_of_the_forum)
    take_in(host, "board")
    late = iter(["forum"])

    def check(root, is_proposal=True):
        for branch in late:
            take_in(host, branch)
        return 0

    assert recorded(fresh(), check=check) == 0
    assert history(host)[:3] == ["Record 2027-02-01-family-forum, 2027-02-01-learning-board [skip ci]", "Take in forum", "Take in board"]
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Pushed to main: Record 2027-02-01-family-forum, 2027-02-01-learning-board [skip ci]"
    )


def test_after_three_refusals_it_gives_up_and_leaves_everything_as_it_was(host, fresh, capsys):
    propose(host, "board", quorum_of_the_board)
    take_in(host, "board")
    write(host, "hooks/pre-receive", "#!/bin/sh\necho refused >> refusals\nexit 1\n")
    (host / "hooks/pre-receive").chmod(0o755)
    run = fresh()
    assert recorded(run) == 1
    assert read(host, "refusals").splitlines() == ["refused"] * 3
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Nothing was recorded: main moved on 3 times meanwhile, or may not be pushed to. Run this again."
    )
    assert (git(run, "rev-parse", "HEAD"), git(run, "status", "--porcelain")) == (git(host, "rev-parse", "main"), "")


# A checkout of one commit, on no branch, as Azure and GitLab make it


@pytest.mark.parametrize(("file", "branch"), [("azure-pipelines.yml", "main"), (".gitlab-ci.yml", '"$CI_COMMIT_BRANCH"')])
def test_the_steps_before_the_record_lead_to_the_newest_state_of_the_branch(host, file, branch, monkeypatch):
    run = host.parent / "run"
    git(host.parent, "clone", "--quiet", "--depth=1", f"file://{host}", run)
    git(run, "checkout", "--quiet", "--detach")
    propose(host, "board", quorum_of_the_board)
    take_in(host, "board")
    monkeypatch.setenv("CI_COMMIT_BRANCH", "main")
    steps = [step for step in in_order(content(PROJECT / file), *STEPS) if step.startswith("git ")]
    assert steps == [f"git fetch origin {branch}", f"git switch --force-create {branch} FETCH_HEAD"]
    for step in steps:
        subprocess.run(["bash", "-c", step], cwd=run, check=True, capture_output=True)
    assert recorded(run) == 0
    assert history(host)[:2] == ["Record 2027-02-01-learning-board [skip ci]", "Take in board"]


# Nothing of a person's is lost


@pytest.mark.parametrize(("prepare", "says"), [
    (lambda run: git(run, "checkout", "--quiet", "--detach"), "This folder is on no branch: switch to one by its name first, such as git switch main."),
    (without_a_reason, "This folder holds changes that are not committed: commit them, or take them back."),
    (lambda run: write(run, "data/panels/new.yml", "title: New\n"), "This folder holds changes that are not committed: commit them, or take them back."),
    (
        lambda run: git(run, "-c", "user.name=A", "-c", "user.email=a@standards.example", "commit", "--quiet", "--allow-empty", "--message", "Mine"),
        "This folder holds commits that are not where the project is kept: push them first.",
    ),
], ids=["on no branch", "edited", "a new file", "not pushed"])
def test_a_folder_in_which_somebody_works_is_left_alone(host, fresh, capsys, prepare, says):
    run = fresh()
    prepare(run)
    before = (git(run, "rev-parse", "HEAD"), git(run, "status", "--porcelain"))
    assert recorded(run) == 1
    assert capsys.readouterr().out == f"{says}\n"
    assert (git(run, "rev-parse", "HEAD"), git(run, "status", "--porcelain")) == before


# A day passes


def test_what_was_announced_is_the_page_on_its_day_and_is_put_in_place(host, fresh):
    propose(host, "announce", announce)
    take_in(host, "announce")
    assert recorded(fresh("first"), MARCH) == 0
    for day, is_there in ((MARCH.replace(day=31), False), (APRIL, True)):
        run = fresh(f"of {day}")
        assert make(run, "record", day).returncode == 0
        assert make(run, "build", day).returncode == 0
        assert ("Sit on the floor." in page_of(run / "site", PAGE).text) == is_there
    assert history(host)[0] == "Put in place what holds from today [skip ci]"
    assert "Sit on the floor." in git(host, "show", f"main:{LISTENING}")


def test_a_site_without_a_form_gets_no_editor(fresh):
    done = make(fresh(), "editor", FEBRUARY)
    assert (done.returncode, done.stdout) == (0, "data/framework.yml does not switch the form on: there is nothing to get.\n")


# What is due


def test_what_is_due_is_written_for_a_message(host, fresh):
    run = fresh()
    edit(run, LISTENING, "title: ", "title: <b> ")
    assert due(run, MARCH.replace(year=2028)) == 1
    assert read(run, "dist/due.md").startswith(f"# Reviews of standards\n\n- `overdue since 2028-01-02: <b> Listening ({LISTENING})`\n")
    assert due(run, FEBRUARY) == 0
    assert read(run, "dist/due.md") == "# Reviews of standards\n\nNo review is due within 60 days.\n"


# The files of the pipelines

WORKFLOWS = sorted((PROJECT / ".github/workflows").glob("*.yml"))
FILES = [*WORKFLOWS, PROJECT / "azure-pipelines.yml", PROJECT / ".gitlab-ci.yml"]
STEPS = ("run", "bash", "script", "after_script")  # what GitHub, Azure and GitLab call a command
HANDED_ON = [  # what is no target of make: git, and what hands a file on to the host
    'cat dist/proposal.md >> "$GITHUB_STEP_SUMMARY"', 'cat dist/due.md >> "$GITHUB_STEP_SUMMARY"',
    'echo "##vso[task.uploadsummary]$PWD/dist/proposal.md"', 'echo "##vso[task.uploadsummary]$PWD/dist/due.md"',
    'echo "commit=$(git rev-parse HEAD)" >> "$GITHUB_OUTPUT"', 'gh issue comment "$DUE_ISSUE" --body-file dist/due.md',
    "git fetch origin main", "git switch --force-create main FETCH_HEAD",
    'git fetch origin "$CI_COMMIT_BRANCH"', 'git switch --force-create "$CI_COMMIT_BRANCH" FETCH_HEAD',
]
WRITES = {  # by workflow and job
    ("publish", "record"): {"contents": "write"}, ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("due", "due"): {"contents": "read", "issues": "write"},
}
JUDGES = {
    **{f".github/workflows/{file.name}": ("vendor.github-workflows",) for file in WORKFLOWS},
    ".github/dependabot.yml": ("vendor.dependabot",),
    ".gitlab-ci.yml": ("vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
    "azure-pipelines.yml": ("vendor.azure-pipelines", "--regex-variant", "nonunicode"),
}


def content(file):
    """Return what a pipeline holds, each value as text: YAML takes `on` for a word of its own."""
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)


def in_order(value, *names):
    """Yield what stands under one of some names, wherever in a pipeline."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from [inner] if name in names and not isinstance(inner, (dict, list)) else in_order(inner, *names)
            if name in names and isinstance(inner, list):
                yield from inner
    elif isinstance(value, list):
        for inner in value:
            yield from in_order(inner, *names)


def named(file):
    return file.name


@pytest.mark.parametrize("file", FILES, ids=named)
def test_each_step_is_one_target_of_make_or_hands_a_file_on(file):
    targets = {f"make {name}" for name in re.findall(r"^([a-z-]+):", read(PROJECT, "Makefile"), re.MULTILINE)}
    steps = list(in_order(content(file), *STEPS))
    assert steps and [step for step in steps if step not in targets and step not in HANDED_ON] == []


@pytest.mark.parametrize("file", FILES, ids=named)
def test_no_step_that_fails_is_passed_over(file):
    assert list(in_order(content(file), "continue-on-error", "continueOnError", "allow_failure")) == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=named)
def test_each_action_is_pinned_by_its_commit_with_its_version_beside_it(file):
    actions = re.findall(r"uses: *(.*)", file.read_text(encoding="utf-8"))
    assert actions and [action for action in actions if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


def test_one_action_is_pinned_to_one_version_everywhere():
    pinned = {tuple(action.split("@")) for file in WORKFLOWS for action in in_order(content(file), "uses")}
    assert len(pinned) == len({name for name, _ in pinned})


def test_workflows_may_read_and_only_named_jobs_may_write():
    workflows = {file.stem: content(file) for file in WORKFLOWS}
    assert [workflow["permissions"] for workflow in workflows.values()] == [{"contents": "read"}] * len(workflows)
    allowed = {(name, job): steps["permissions"] for name, workflow in workflows.items() for job, steps in workflow["jobs"].items() if "permissions" in steps}
    assert allowed == WRITES


def test_what_runs_the_code_of_a_proposal_sees_no_secret_and_keeps_no_credentials():
    of_proposals = [file for file in WORKFLOWS if "pull_request" in content(file)["on"]]
    assert [file.stem for file in of_proposals] == ["code", "proposal"]
    for file in of_proposals:
        assert not re.search(r"secrets|pull_request_target|github\.token", file.read_text(encoding="utf-8"))
        assert list(in_order(content(file), "persist-credentials")) == ["false"]


def test_a_run_that_publishes_is_never_broken_off():
    assert content(PROJECT / ".github/workflows/publish.yml")["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}


def test_a_proposal_that_changes_the_code_has_its_tests_run():
    folders = {path.split("/")[0] for path in content(PROJECT / ".github/workflows/code.yml")["on"]["pull_request"]["paths"]}
    assert folders >= {"macros", "overrides", "tests"} and {name for name in folders if not (PROJECT / name).exists()} == set()


def as_azure_reads(value):
    """Return a pipeline with each value as text but for the inputs of a task: so Azure reads it, and so has its schema."""
    if isinstance(value, dict):
        return {name: inner if name == "inputs" else as_azure_reads(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [as_azure_reads(inner) for inner in value]
    return str(value).lower() if isinstance(value, (bool, int)) else value


@pytest.mark.parametrize("file", JUDGES)
def test_each_file_is_as_the_published_schema_of_its_host_has_it(file, tmp_path):
    schema, *how = JUDGES[file]
    judged = PROJECT / file
    if schema == "vendor.azure-pipelines":
        judged = tmp_path / "azure-pipelines.json"
        judged.write_text(json.dumps(as_azure_reads(yaml.safe_load(read(PROJECT, file)))), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *how, judged]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
