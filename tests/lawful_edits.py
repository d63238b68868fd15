"""What CONTRIBUTING tells a quality assurance lead to do, each as a change of a copy of the live project.

The live data is the first example of a council's, so the edits are made on whatever stands there: a field is set, a list is added to,
a file is written. Those that take two steps, with `make amend` between them, take the first one themselves.
"""

from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import yaml

from macros.reading.canonical import as_yaml

from .copies import PROJECT, append, history_of, last_day, publish, read, set_fields, set_front_matter, write

Edit = Callable[[Path], None]
DAY = last_day(PROJECT) + timedelta(days=1)  # on which the edits are made
LATER = (DAY + timedelta(days=60)).isoformat()
PANEL, MEETING = "data/panels/home-panel.yml", "data/activities/home-panel.yml"
STANDARD = "docs/standards/knowledge-and-skills/communication.md"
HEAD, DIRECTOR = "head-of-safeguarding-and-quality-assurance", "director"
RULE = {"day": "second Tuesday", "time": "10:00 to 12:00", "place": "Committee Room 1", "if_holiday": "next"}
NEW_STANDARD = """---
title: Handing over a case
description: What you do when a case moves to another social worker.
---

Tell the family before the day.
"""
NEW_PAGE = """---
title: Home Panel
description: How to come to the Home Panel, and its terms of reference.
---

Send your papers a week before.

{{ panel('home-panel') }}
"""
COLLECTION = """---
title: For new staff
description: What new staff read first.
collects:
  - glossary
  - roles
template: handbook.html
---
"""


def year_of(root: Path) -> int:
    """Return the last year of the calendars, in which every month is still to come."""
    return date.fromisoformat(yaml.load(read(root, "data/calendar.yml"), yaml.BaseLoader)["to"]).year


def third_tuesday(root: Path, month: int) -> str:
    """Return a day that is never a bank holiday."""
    fifteenth = date(year_of(root), month, 15)
    return (fifteenth + timedelta(days=(1 - fifteenth.weekday()) % 7)).isoformat()


def add_to_list(root: Path, name: str, field: str, item: object) -> None:
    record = yaml.load(read(root, name), yaml.BaseLoader)
    set_fields(root, name, **{field: [*record.get(field, ()), item]})


def announce(root: Path, name: str, **fields: object) -> str:
    """Copy a file beside itself as its coming version, and set fields there. Returns the name of the copy."""
    coming = name.replace(".", ".next.")
    write(root, coming, read(root, name))
    (set_front_matter if name.endswith(".md") else set_fields)(root, coming, starts=LATER, **fields)
    return coming


def change_the_months_of_an_activity(root: Path) -> None:
    set_fields(root, "data/activities/strategic-placement-group.yml", months=["February", "May"])


def give_work_two_months_in_place_of_one(root: Path) -> None:
    file = "data/activities/provider-audits.yml"
    record = yaml.load(read(root, file), yaml.BaseLoader)
    record.pop("months", None)
    write(root, file, as_yaml({**record, "windows": [{"opens": "May", "closes": "June"}]}))


def say_what_is_different_in_one_month(root: Path) -> None:
    set_fields(root, MEETING, by_month={"March": {"summary": "Looks back at the placement moves of the year.", "attend": [DIRECTOR]}})


def give_a_meeting_a_rule(root: Path) -> None:
    set_fields(root, MEETING, rules=[RULE])


def meet_twice_a_month(root: Path) -> None:
    rules = [{"day": f"{nth} Thursday", "if_holiday": "skip", "id": f"{nth}-thursday"} for nth in ("first", "third")]
    set_fields(root, "data/activities/vulnerable-childrens-group.yml", rules=rules)


def confirm_the_dates_of_a_meeting(root: Path) -> None:
    set_fields(root, "data/activities/performance-meeting.yml", dates=[{"on": third_tuesday(root, 1), "time": "10:00 to 12:00"}])


def move_a_meeting_to_another_month(root: Path) -> None:
    moved = {"occurrence": f"March {year_of(root)}", "on": third_tuesday(root, 4), "because": "The chair is away."}
    set_fields(root, MEETING, rules=[RULE], moved=[moved])


def cancel_a_meeting(root: Path) -> None:
    set_fields(root, MEETING, rules=[RULE], cancelled=[{"occurrence": f"May {year_of(root)}", "because": "No cases."}])


def fill_in_terms_of_reference(root: Path) -> None:
    set_fields(root, PANEL, chair=HEAD, quorum="Three, one of them the chair")


def announce_a_later_chair(root: Path) -> None:
    announce(root, PANEL, chair=DIRECTOR)


def add_a_panel_with_its_meeting(root: Path) -> None:
    about = {"title": "Case Review Panel", "source": ["timeline"]}
    set_fields(root, "data/panels/case-review-panel.yml", **about, group="panels", purpose="Reads cases.")
    meeting = {"group": "meetings", "summary": "Reads cases.", "months": ["March"], "panel": "case-review-panel"}
    set_fields(root, "data/activities/case-review-panel.yml", source=["timeline"], **meeting)


def write_the_page_of_a_panel(root: Path) -> None:
    write(root, "docs/panels/home-panel.md", NEW_PAGE)


def change_the_title_of_a_panel(root: Path) -> None:
    set_fields(root, PANEL, title="Placement Moves Panel")


def attach_a_document(root: Path) -> None:
    document = root / "docs" / "documents" / "home-panel-terms-of-reference.pdf"
    document.parent.mkdir(exist_ok=True)
    document.write_bytes(b"%PDF-1.4\n%%EOF\n")
    set_fields(root, PANEL, documents=[{"title": "Home Panel Terms of Reference", "link": f"/documents/{document.name}"}])


def add_a_role(root: Path) -> None:
    set_fields(root, "data/roles/practice-educator.yml", title="Practice Educator", group="practitioners", source=["learning"])


def merge_two_panels(root: Path) -> None:
    ended = {"on": DAY.isoformat(), "because": "The two are one now.", "replaced_by": "panels/send-programme-board"}
    set_fields(root, "data/panels/send-panel.yml", ended=ended)
    set_fields(root, "data/activities/send-panel.yml", ended=ended)


def end_an_activity(root: Path) -> None:
    set_fields(root, "data/activities/early-years-audits.yml", ended={"on": LATER, "because": "Others do it now."})


def end_a_role(root: Path) -> None:
    set_fields(root, "data/roles/town-clerk.yml", ended={"on": DAY.isoformat(), "because": "The post is no more."})


def add_a_line_to_a_standard(root: Path) -> None:
    append(root, STANDARD, "\nAsk the child how you should write to them.\n")


def amend_the_same_standard_twice(root: Path) -> None:
    add_a_line_to_a_standard(root)
    publish(root, DAY)
    append(root, STANDARD, "\nRead to the child what you wrote.\n")


def announce_a_standard(root: Path) -> None:
    append(root, announce(root, STANDARD), "\nWrite to the child, not about the child.\n")


def make_an_urgent_change_while_another_is_coming(root: Path) -> None:
    announce_a_standard(root)
    publish(root, DAY)
    append(root, STANDARD, "\nRead out what you have written.\n")


def write_the_amendment_by_hand(root: Path) -> None:
    standard = "docs/standards/knowledge-and-skills/assessment.md"
    append(root, standard, "\nSay what you do not know.\n")
    set_fields(
        root, f"data/amendments/{DAY}-what-you-do-not-know.yml", date=DAY.isoformat(), kind="urgent", concerns=["standards/assessment"],
        what="You say what you do not know.", why="Readers took silence for an answer.", do="Say what you do not know.",
        approved_by=DIRECTOR, approved_on=DAY.isoformat(),
    )


def give_a_standard_an_owner_and_review_dates(root: Path) -> None:
    reviewed = {"last_reviewed": DAY.isoformat(), "review_by": DAY.replace(year=DAY.year + 1, day=1).isoformat()}
    set_front_matter(root, STANDARD, owner=HEAD, **reviewed)


def add_a_standard_in_a_new_folder(root: Path) -> None:
    write(root, "docs/standards/casework/handing-over.md", NEW_STANDARD)


def move_a_standard(root: Path) -> None:
    if not (root / "docs/standards/casework/handing-over.md").exists():
        add_a_standard_in_a_new_folder(root)
        publish(root, DAY)
    (root / "docs/standards/casework/handing-over.md").rename(root / "docs/standards/handing-over.md")
    left = ["standards/casework/handing-over", "standards/casework"]  # nothing else was in that folder
    set_front_matter(root, "docs/standards/handing-over.md", formerly=left)


def withdraw_a_standard(root: Path) -> None:
    ended = {"on": DAY.isoformat(), "because": "Another standard says it.", "replaced_by": "standards/observation/observer"}
    set_front_matter(root, "docs/standards/observation/preparing.md", ended=ended)


def settle_a_question(root: Path) -> None:
    file = "data/questions/audits-and-reviews.yml"
    settled = {"answer": "Every team.", "on": last_day(PROJECT).isoformat(), "by": HEAD}
    first, *others = yaml.load(read(root, file), yaml.BaseLoader)["questions"]
    set_fields(root, file, questions=[{**first, "settled": settled}, *others])


def let_readers_write(root: Path) -> None:
    set_fields(root, "data/framework.yml", feedback="quality@example.org")


def move_the_end_of_the_calendars_on(root: Path) -> None:
    set_fields(root, "data/calendar.yml", to=f"{year_of(root) + 1}-12-31")


def add_a_term_to_the_glossary(root: Path) -> None:
    add_to_list(root, "data/glossary.yml", "terms", {"term": "XYZ", "meaning": "an invented example", "source": ["timeline"]})


def add_words_that_people_search_with(root: Path) -> None:
    add_to_list(root, PANEL, "keywords", "moving house")


def change_a_part_of_the_framework(root: Path) -> None:
    append(root, "docs/framework/virtual-school-head.md", "\nAsk the Virtual School Head for advice early.\n")


def change_the_page_of_a_folder(root: Path) -> None:
    append(root, "docs/standards/observation/index.md", "\nAsk before you sit down.\n")


def change_the_menu(root: Path) -> None:
    set_front_matter(root, "docs/panels/index.md", menu={"title": "Meetings", "position": 2})


def ask_another_question_in_a_form(root: Path) -> None:
    form = "docs/standards/observation/record.md"
    write(root, form, read(root, form).replace('{{ field("Observer") }}\n', '{{ field("Observer") }}\n{{ field("Where") }}\n', 1))


def print_other_pages_as_one_document(root: Path) -> None:
    write(root, "docs/handbook/new-staff.md", COLLECTION)


EDITS: tuple[Edit, ...] = (
    change_the_months_of_an_activity, give_work_two_months_in_place_of_one, say_what_is_different_in_one_month, give_a_meeting_a_rule,
    meet_twice_a_month, confirm_the_dates_of_a_meeting, move_a_meeting_to_another_month, cancel_a_meeting, fill_in_terms_of_reference, announce_a_later_chair,
    add_a_panel_with_its_meeting, write_the_page_of_a_panel, change_the_title_of_a_panel, attach_a_document, add_a_role, merge_two_panels,
    end_an_activity, end_a_role, amend_the_same_standard_twice, announce_a_standard, make_an_urgent_change_while_another_is_coming,
    add_a_line_to_a_standard, write_the_amendment_by_hand, give_a_standard_an_owner_and_review_dates, add_a_standard_in_a_new_folder,
    move_a_standard, withdraw_a_standard, settle_a_question, let_readers_write, move_the_end_of_the_calendars_on,
    add_a_term_to_the_glossary, add_words_that_people_search_with, change_a_part_of_the_framework, change_the_page_of_a_folder, change_the_menu,
    ask_another_question_in_a_form, print_other_pages_as_one_document,
)


def name_of(edit: Edit) -> str:
    return edit.__name__.replace("_", " ")


def explain(copy: Path, edit: Edit) -> list[str]:
    """Make an edit and record why. Returns what had to be explained: nothing, for what is not tracked."""
    with redirect_stdout(StringIO()):
        edit(copy)
        differences = history_of(copy, DAY).differences
        said = {"what": f"An edit: {name_of(edit)}.", "why": "The year has shown it.", "do": "Read the page.", "carry_over": "yes"}
        publish(copy, DAY, kind="scheduled", **said)
    return [f"{difference.concern} ({difference.what})" for difference in differences]
