"""What the quality assurance lead of Exampleshire does from January to March 2027, step by step, as CONTRIBUTING tells it.

Each step is taken by command or by hand, one after the other in one council.
"""

from datetime import date

import yaml

from macros.commands.undo import main as undo

from .copies import append, edit, publish, read, set_fields, set_front_matter, write

KNOWLEDGE, OBSERVATION = "standards/knowledge-and-skills", "standards/observation"
ON_THE_DAY = date(2027, 4, 1)  # what was announced starts
STEPS = []


def step(month, day):
    """Mark what the lead does on a day of 2027."""
    def marked(action):
        STEPS.append((date(2027, month, day), action))
        return action
    return marked


def fields(copy, name):
    return yaml.load(read(copy, name), yaml.BaseLoader)


def explained(what, kind="scheduled", **more):
    return {"kind": kind, "what": what, "why": f"Why: {what}", "do": f"Do: {what}", **more}


def by_hand(copy, day, id, concerns, what, kind="scheduled"):
    """Write an amendment as the guide shows, and have it recorded."""
    set_fields(copy, f"data/amendments/{id}.yml", date=str(day), concerns=concerns, **explained(what, kind))
    publish(copy, day)


@step(1, 11)
def change_months(copy, day):
    set_fields(copy, "data/activities/staff-survey.yml", months=["November"])
    publish(copy, day, **explained("The survey moves to November."))


def rules(copy, day, what, *rules):
    set_fields(copy, "data/activities/records-group.yml", rules=list(rules))
    publish(copy, day, **explained(what))


@step(1, 12)
def give_a_rule(copy, day):
    rules(copy, day, "The group meets on first Thursdays.", {"day": "first Thursday", "from": "2027-02-01", "time": "10:00 to 11:00"})


@step(1, 13)
def change_a_rule(copy, day):
    rules(copy, day, "It meets on third Thursdays.", {"day": "third Thursday", "from": "2027-02-01", "time": "10:00 to 11:00"})


@step(1, 14)
def end_a_rule(copy, day):
    rule = {"day": "third Thursday", "from": "2027-02-01", "until": "2027-06-30", "time": "10:00 to 11:00"}
    rules(copy, day, "Third Thursdays end in June.", rule)


@step(1, 18)
def confirm_move_cancel_and_restore_meetings(copy, day):
    panel = "data/activities/matching-panel.yml"
    first = {"on": "2027-03-17", "time": "09:30 to 11:00", "place": "Room 2"}
    set_fields(copy, panel, dates=[first, {"on": "2027-04-14", "time": "10:00 to 12:00", "place": "Room 3"}])
    set_fields(copy, panel, cancelled=[{"occurrence": "October 2027", "because": "The panel trains."}])
    moved = {"because": "The chair is away.", "place": "The old library"}
    over_a_year = {"occurrence": "December 2027", "on": "2028-01-05", "because": "The offices are closed."}
    set_fields(copy, panel, moved=[{"occurrence": "June 2027", "on": "2027-07-08", **moved}, over_a_year])
    publish(copy, day, **explained("Meetings of the Matching Panel change."))


@step(1, 20)
def fill_in_a_chair(copy, day):
    set_fields(copy, "data/panels/learning-board.yml", chair="practice-lead")
    publish(copy, day, **explained("The Practice Lead chairs the board.", approved_by="council-leader", approved_on="2027-01-19"))


@step(1, 21)
def add_a_panel_with_its_meeting(copy, day):
    set_fields(copy, "data/panels/visiting-panel.yml", title="Visiting Panel", group="panels", purpose="Plans visits.")
    meeting = {"group": "meetings", "summary": "Plans the visits of the month.", "months": "all", "panel": "visiting-panel"}
    set_fields(copy, "data/activities/visiting-panel.yml", **meeting)
    publish(copy, day, **explained("A new panel plans visits."))


@step(1, 22)
def attach_a_document(copy, day):
    write(copy, "docs/documents/visits.pdf", "%PDF-1.4")
    set_fields(copy, "data/panels/visiting-panel.yml", documents=[{"title": "Terms on paper", "link": "/documents/visits.pdf"}])
    publish(copy, day, **explained("The terms of the panel are there to read."))


@step(1, 25)
def update_urgently(copy, day):
    append(copy, f"docs/{KNOWLEDGE}/writing.md", "- Date each line.\n")
    publish(copy, day, **explained("Each line has a date.", "urgent"))


@step(1, 26)
def schedule_an_update(copy, day):
    coming = read(copy, f"docs/{KNOWLEDGE}/listening.md").replace("---\n", f"---\nstarts: {ON_THE_DAY}\n", 1)
    write(copy, f"docs/{KNOWLEDGE}/listening.next.md", coming.replace("Sit where the child wants you to sit.", "Sit on the floor."))
    publish(copy, day, **explained("You sit on the floor."))


@step(1, 26)
def announce_a_chair(copy, day):
    chair = {**fields(copy, "data/panels/matching-panel.yml"), "starts": str(ON_THE_DAY), "chair": "team-manager"}
    set_fields(copy, "data/panels/matching-panel.next.yml", **chair)
    publish(copy, day, **explained("The Team Manager will chair the panel."))


@step(1, 27)
def update_twice_on_one_day(copy, day):
    for n, word in enumerate(("paper", "pencil"), 1):
        append(copy, f"docs/{OBSERVATION}/observer.md", f"\nBring a {word}.\n")
        by_hand(copy, day, f"2027-01-27-observer-{n}", ["standards/observer"], f"You bring a {word}.")


@step(1, 28)
def update_urgently_while_one_is_coming(copy, day):
    edit(copy, f"docs/{KNOWLEDGE}/listening.md", "Say what will happen next.", "Say what will happen next, and when.")
    publish(copy, day, **explained("You say when.", "urgent", carry_over="yes"))


@step(1, 29)
def announce_and_postpone(copy, day):
    text = read(copy, f"docs/{OBSERVATION}/preparing.md")
    for starts, what in (("2027-03-01", "You bring a plan from March."), ("2027-05-03", "The plan waits until May.")):
        coming = text.replace("---\n", f"---\nstarts: {starts}\n", 1)
        write(copy, f"docs/{OBSERVATION}/preparing.next.md", coming + "\nBring a plan.\n")
        publish(copy, day, **explained(what))


@step(2, 1)
def mend_a_typo(copy, day):
    edit(copy, f"docs/{OBSERVATION}/afterwards.md", "Talk about", "Talk over")
    publish(copy, day, kind="minor", what="A word.")


@step(2, 2)
def withdraw_and_replace(copy, day):
    text = read(copy, f"docs/{OBSERVATION}/afterwards.md").replace("title: Afterwards", "title: Looking back")
    write(copy, f"docs/{OBSERVATION}/looking-back.md", text)
    ended = {"on": "2027-03-01", "because": "Looking back says more.", "replaced_by": f"{OBSERVATION}/looking-back"}
    set_front_matter(copy, f"docs/{OBSERVATION}/afterwards.md", ended=ended)
    by_hand(copy, day, "2027-02-02-looking-back", ["standards/afterwards", "standards/looking-back"], "Looking back takes its place.")


@step(2, 3)
def rename_a_panel(copy, day):
    set_fields(copy, "data/panels/learning-board.yml", title="Board of Learning")
    publish(copy, day, **explained("The Learning Board is the Board of Learning."))


@step(2, 4)
def merge_two_panels(copy, day):
    ended = {"on": "2027-03-15", "because": "The two meet as one.", "replaced_by": "panels/learning-board"}
    for folder in ("panels", "activities"):
        set_fields(copy, f"data/{folder}/family-forum.yml", ended=ended)
    publish(copy, day, **explained("The forum joins the board."))


@step(2, 5)
def review_without_a_change(copy, day):
    set_front_matter(copy, f"docs/{KNOWLEDGE}/writing.md", last_reviewed=str(day), review_by="2028-02-05")
    publish(copy, day)


@step(2, 8)
def settle_a_question(copy, day):
    meetings = fields(copy, "data/questions/meetings.yml")
    for question in meetings["questions"]:
        if question["id"] == "listening-days":
            question["settled"] = {"answer": "It is the second week.", "on": str(day), "by": "practice-lead"}
    set_fields(copy, "data/questions/meetings.yml", **meetings)
    publish(copy, day)


@step(2, 9)
def change_and_undo(copy, day):
    edit(copy, "data/activities/case-sampling.yml", "Ten cases", "Twelve cases")
    publish(copy, day, **explained("Twelve cases are read."))
    assert undo(copy, day, {"why": "Ten are enough."}) == 0


@step(2, 11)
def move_the_horizon_on(copy, day):
    edit(copy, "data/calendar.yml", "to: 2031-12-31", "to: 2032-12-31")
    publish(copy, day)
