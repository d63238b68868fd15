"""The record of publications only grows: whatever else happens to it is told by file and line, and nothing is written then.

Exampleshire has a small history here: a first publication, a change of a standard, of a panel, and of the standard again.
"""

import json
import shutil

import pytest

from macros.commands.amend import main as amend
from macros.history.publication import Publication, seal_of
from macros.model.problem import DataError
from macros.reading.load import load

from .copies import BOROUGH, COUNCIL, append, copy_of, edit, publish, read, write
from .days import APRIL, FEBRUARY, MARCH, MAY

LISTENING, PANEL = "docs/standards/knowledge-and-skills/listening.md", "data/panels/matching-panel.yml"
FIRST, ONE, TWO, THREE = (f"data/published/{id}.json" for id in (
    "first", "2027-02-01-listening", "2027-03-01-matching-panel", "2027-04-01-listening",
))
AMENDMENT = "data/amendments/2027-02-01-listening.yml"
EXPLAINED = {"kind": "scheduled", "what": "A new duty.", "why": "It was missing.", "do": "Do it."}
BACK = "restore it from the version history."
DAMAGED = f"this file is written by make amend and never by hand, and it is damaged: {BACK}"
EDITED = f"somebody changed this file after it was published: {BACK}"
REWORDED = f"this amendment was published and says something else now: {BACK} Explain what is new in another one."
TWO_TEXTS = "two people changed this place: keep what is right of both, and delete the lines that start with <<<<<<<, ======= and >>>>>>>."
CONFLICT = "<<<<<<< HEAD\n{mine}=======\n{theirs}>>>>>>> other\n"


@pytest.fixture(scope="module")
def with_history(tmp_path_factory):
    council = copy_of(COUNCIL, tmp_path_factory.mktemp("recorded") / "council", code=False)
    append(council, LISTENING, "\nAsk what the child would rather do.\n")
    publish(council, FEBRUARY, **EXPLAINED)
    edit(council, PANEL, "title: Matching Panel", "title: Matching Meeting")
    publish(council, MARCH)
    append(council, LISTENING, "\nNever promise to keep a secret.\n")
    publish(council, APRIL, **{**EXPLAINED, "kind": "urgent"})
    return council


@pytest.fixture
def council(with_history, tmp_path):
    return shutil.copytree(with_history, tmp_path / "council")


def contents(root):
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def told(council, capsys, day=MAY):
    """Return every line that is said of a council, by a build as by make amend, which writes nothing then."""
    before = contents(council)
    with pytest.raises(DataError) as error:
        load(council, day)
    lines = [str(problem) for problem in error.value.problems]
    capsys.readouterr()
    assert amend(council, day, EXPLAINED) == 1
    assert capsys.readouterr().out.splitlines() == [*lines, f"{len(lines)} to put right. Nothing was recorded."]
    assert contents(council) == before
    return lines


def rename(council, name, to):
    (council / name).rename(council / to)


def replace_by_a_folder(council, name):
    (council / name).unlink()
    (council / name).mkdir()


def change_field(council, name, **fields):
    write(council, name, json.dumps({**json.loads(read(council, name)), **fields}, indent=1))


def reseal(council, name, **fields):
    """Change a publication as somebody would who knows how seals are made."""
    publication = Publication.model_validate_json(read(council, name))
    write(council, name, publication.model_copy(update=fields).sealed().to_json())


def propose(council, name="2027-05-01-new.yml", day=MAY, concerns=("standards/listening",), kind="minor"):
    """Write an amendment by hand."""
    lines = [f"date: {day}", f"kind: {kind}", "concerns:", *(f"  - {concern}" for concern in concerns), "what: A change.", ""]
    write(council, f"data/amendments/{name}", "\n".join(lines))


def propose_of_a_change(council, **fields):
    append(council, LISTENING, "\nOne more line.\n")
    propose(council, **fields)


def propose_of_nothing(council):
    propose(council)
    edit(council, "data/amendments/2027-05-01-new.yml", "concerns:\n  - standards/listening", "concerns: []")


def propose_two_of_one_thing(council):
    propose_of_a_change(council)
    propose(council, "2027-05-01-other.yml")


def take_a_record_from_another_council(council):
    shutil.copy(BOROUGH / "data/published/first.json", council / FIRST)


def add_a_publication_of_another_council(council):
    for kind, end in (("published", "json"), ("amendments", "yml")):
        shutil.copy(BOROUGH / f"data/{kind}/2026-11-02-tide-circle.{end}", council / f"data/{kind}")


def let_an_id_come_again(council):
    """Let a standard move to another id and leave its address behind, and somebody else take the id for another one."""
    text = read(council, LISTENING).replace("title: Listening", "title: Hearing")
    (council / LISTENING).unlink()
    write(council, LISTENING.replace("listening.md", "hearing.md"), text.replace("---\n", f"---\nformerly:\n  - {FORMER}\n", 1))
    publish(council, MAY)
    write(council, "docs/standards/other/listening.md", "---\ntitle: Something else\ndescription: Another one.\n---\n\nAnother text.\n")


FORMER = "standards/knowledge-and-skills/listening"
TAMPERINGS = {
    "a recorded amendment that was removed": (
        lambda council: (council / AMENDMENT).unlink(), f"{ONE}:1: the amendment {AMENDMENT} is gone: {BACK} What was published stays.",
    ),
    "a recorded amendment that was reworded": (
        lambda council: edit(council, AMENDMENT, "A new duty.", "A duty."), f"{AMENDMENT}:1: {REWORDED}",
    ),
    "a recorded amendment that was given another day": (
        lambda council: edit(council, AMENDMENT, "2027-02-01", "2027-02-02"), f"{AMENDMENT}:1: {REWORDED}",
    ),
    "a recorded amendment that was made minor": (
        lambda council: edit(council, AMENDMENT, "kind: scheduled", "kind: minor"), f"{AMENDMENT}:1: {REWORDED}",
    ),
    "a recorded amendment that was made to concern something else": (
        lambda council: edit(council, AMENDMENT, "standards/listening", "standards/writing"), f"{AMENDMENT}:1: {REWORDED}",
    ),
    "a recorded amendment that was renamed": (
        lambda council: rename(council, AMENDMENT, "data/amendments/2027-02-01-other.yml"),
        f"{ONE}:1: the amendment {AMENDMENT} is gone: {BACK} What was published stays.",
    ),
    "a recorded amendment that cannot be read": (
        lambda council: edit(council, AMENDMENT, "kind: scheduled", "kind: sheduled"),
        f"{AMENDMENT}:2: \"kind\" should be scheduled, urgent or minor.",
    ),
    "the first publication, lost": (
        lambda council: (council / FIRST).unlink(),
        f"{FIRST}:1: this file is gone, and 2027-02-01-listening was published after it: {BACK}",
    ),
    "a publication in between, lost": (
        lambda council: (council / TWO).unlink(), f"{TWO}:1: this file is gone, and 2027-04-01-listening was published after it: {BACK}",
    ),
    "every publication, lost": (
        lambda council: shutil.rmtree(council / "data/published"),
        f"{FIRST}:1: there are amendments, and the first publication is not here: {BACK}",
    ),
    "a publication that was edited": (lambda council: edit(council, TWO, '"kind": "minor"', '"kind": "urgent"'), f"{TWO}:1: {EDITED}"),
    "a publication that was edited and sealed again": (
        lambda council: reseal(council, ONE, kind="minor"),
        f"{TWO}:1: this was published after another {ONE} than the one that is here: restore both from the version history.",
    ),
    "a publication that was cut in half": (
        lambda council: write(council, TWO, read(council, TWO)[:200]), f"{TWO}:{{cut}}: {DAMAGED}",
    ),
    "an empty publication": (lambda council: write(council, TWO, ""), f"{TWO}:1: {DAMAGED}"),
    "a publication that is a list": (lambda council: write(council, TWO, "[]"), f"{TWO}:1: {DAMAGED}"),
    "a publication with an unknown field": (lambda council: change_field(council, TWO, extra=1), f"{TWO}:1: {DAMAGED}"),
    "a publication in Latin-1": (
        lambda council: (council / TWO).write_bytes("{\"what\": \"Café\"}".encode("latin-1")), f"{TWO}:1: {DAMAGED}",
    ),
    "a folder where a publication was": (
        lambda council: replace_by_a_folder(council, TWO), f"{TWO}:1: {DAMAGED}",
    ),
    "a publication that was renamed": (
        lambda council: rename(council, THREE, "data/published/other.json"),
        f"data/published/other.json:1: this file is {THREE}: give it that name again, or delete it where that file is there as well.",
    ),
    "a copy of a publication": (
        lambda council: shutil.copy(council / THREE, council / "data/published/copy.json"),
        f"data/published/copy.json:1: this file is {THREE}: give it that name again, or delete it where that file is there as well.",
    ),
    "the first publication of another council": (
        take_a_record_from_another_council,
        f"{ONE}:1: this was published after another {FIRST} than the one that is here: restore both from the version history.",
    ),
    "a publication of another council": (
        add_a_publication_of_another_council,
        "data/published/2026-09-14-knocking.json:1: this file is gone, and 2026-11-02-tide-circle was published after it: " + BACK,
    ),
    "two people's publications under one name": (
        lambda council: write(council, TWO, CONFLICT.format(mine=read(council, TWO), theirs="{}\n")),
        f"{TWO}:1: two people have published under this name. Keep the file of one of the two as it was, and its amendment; "
        "give the amendment of the other one another name, and run make amend.",
    ),
    "a merge that nobody finished in a record": (
        lambda council: edit(council, PANEL, "group: panels\n", CONFLICT.format(mine="group: panels\n", theirs="group: voice\n")),
        f"{PANEL}:2: {TWO_TEXTS}",
    ),
    "a merge that nobody finished in the front matter of a page": (
        lambda council: edit(council, LISTENING, "statement: 1\n", CONFLICT.format(mine="statement: 1\n", theirs="statement: 2\n")),
        f"{LISTENING}:4: {TWO_TEXTS}",
    ),
    "a merge that nobody finished in the text of a page": (
        lambda council: append(council, LISTENING, CONFLICT.format(mine="A.\n", theirs="B.\n")), f"{LISTENING}:29: {TWO_TEXTS}",
    ),
    "a merge that nobody finished in an amendment": (
        lambda council: append(council, AMENDMENT, CONFLICT.format(mine="", theirs="")), f"{AMENDMENT}:8: {TWO_TEXTS}",
    ),
    "a text that a sign cuts off": (
        lambda council: edit(council, PANEL, "quorum: Two members and the chair", "quorum: Two members #1 and the chair"),
        f'{PANEL}:9: what stands after " #" on this line is not read: put quotes around the text.',
    ),
    "an amendment of nothing": (
        propose, "data/amendments/2027-05-01-new.yml:1: standards/listening is as it was published: take it out of concerns, or change it.",
    ),
    "an amendment that concerns nothing": (
        propose_of_nothing, 'data/amendments/2027-05-01-new.yml:3: "concerns" is empty: fill it in, or delete it if nothing is known.',
    ),
    "an amendment of something unknown": (
        lambda council: propose_of_a_change(council, concerns=["standards/listenin", "standards/listening"]),
        'data/amendments/2027-05-01-new.yml:1: there is no standard, record or page "standards/listenin". Did you mean standards/listening?',
    ),
    "two amendments of one thing that are not recorded": (
        propose_two_of_one_thing,
        "data/amendments/2027-05-01-other.yml:1: standards/listening is already explained by 2027-05-01-new, "
        "which is not recorded yet: run make amend between the two.",
    ),
    "an amendment that names a thing twice": (
        lambda council: propose_of_a_change(council, concerns=["standards/listening"] * 2),
        "data/amendments/2027-05-01-new.yml:1: standards/listening is listed twice under concerns: delete one of the two.",
    ),
    "an amendment whose date goes back": (
        lambda council: propose_of_a_change(council, day="2027-03-31"),
        "data/amendments/2027-05-01-new.yml:1: its date (2027-03-31) is too early: standards/listening has been as it is since 2027-04-01. "
        "Give it that date or a later one.",
    ),
    "an amendment from the future": (
        lambda council: propose_of_a_change(council, day="2027-05-04"),
        "data/amendments/2027-05-01-new.yml:1: its date (2027-05-04) has not come yet: give it today's. "
        "What is to apply later goes in a file of its own, with starts.",
    ),
    "an id that comes again": (
        let_an_id_come_again,
        "docs/standards/other/listening.md:1: standards/listening is the name of something that was published and is gone: "
        "give this file another name. An id is never used twice.",
    ),
}


@pytest.mark.parametrize(("tamper", "line"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_make_amend_and_a_build_tell_of(council, capsys, tamper, line):
    tamper(council)
    cut = read(council, TWO).count("\n") + 1 if "{cut}" in line else 0
    assert told(council, capsys) == [line.replace("{cut}", str(cut))]


def test_a_publication_from_the_future_is_told(council, capsys):
    assert told(council, capsys, MARCH) == [
        f"{THREE}:1: this was published on 2027-04-01, which has not come yet. Is the clock of this machine right?"
    ]


def test_the_last_publication_is_made_again_as_it_was_where_its_amendment_is_still_there(council):
    before = (council / THREE).read_bytes()
    (council / THREE).unlink()
    assert [amendment.id for amendment in load(council, MAY).proposed] == ["2027-04-01-listening"]
    publish(council, MAY)
    assert (council / THREE).read_bytes() == before


def test_what_the_last_publication_brought_is_told_where_its_amendment_is_gone_as_well(council):
    (council / THREE).unlink()
    (council / "data/amendments/2027-04-01-listening.yml").unlink()
    assert [str(difference) for difference in load(council, MAY).unexplained] == [
        f"{LISTENING}: standards/listening is not as it was published (text)."
    ]


def test_the_same_again_is_no_second_thing(council):
    before = read(council, "data/activities/records-group.yml")
    (council / "data/activities/records-group.yml").unlink()
    publish(council, MAY)
    write(council, "data/activities/records-group.yml", before)
    assert [str(difference) for difference in load(council, MAY).unexplained] == [
        "data/activities/records-group.yml: activities/records-group is not as it was published (added)."
    ]


def test_a_record_that_an_older_program_wrote_is_read(council):
    """A field that is new in the program, with a default, changes no seal."""
    publication = json.loads(read(council, THREE))
    assert publication.pop("addresses") == []
    write(council, THREE, json.dumps({**publication, "seal": seal_of(publication)}))
    assert load(council, MAY).log.changed == APRIL
