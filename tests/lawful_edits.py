"""What CONTRIBUTING tells a quality assurance lead to do, each as a change of a copy of the live project.

The live data is the first example of a council's, so the edits are made on whatever stands there: a field is set, a list
is added to, a file is written.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from macros.reading.canonical import as_yaml

Edit = Callable[[Path], None]
PANEL, MEETING = "data/panels/home-panel.yml", "data/activities/home-panel.yml"
RULE = {"day": "second Tuesday", "time": "10:00 to 12:00", "place": "Committee Room 1", "if_holiday": "next"}
STANDARD = "docs/standards/knowledge-and-skills/communication.md"
NEW_STANDARD = """---
title: Handing over a case
description: What you do when a case moves to another social worker.
version: "1.0"
---

Tell the family before the day.
"""


def set_fields(root: Path, name: str, **fields: Any) -> None:
    """Set fields of a record, as a form would."""
    file = root / name
    record = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) if file.exists() else {}
    file.write_text(as_yaml({**record, **fields}), encoding="utf-8")


def set_front_matter(root: Path, name: str, *lines: str) -> None:
    """Add lines to the front matter of a page."""
    file = root / name
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    file.write_text("---\n".join(["", front + "".join(f"{line}\n" for line in lines), body]), encoding="utf-8")


def add_line(root: Path, name: str, line: str) -> None:
    """Add a line to the end of a page."""
    file = root / name
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{line}\n", encoding="utf-8")


def change_the_months_of_an_activity(root: Path) -> None:
    set_fields(root, "data/activities/strategic-placement-group.yml", months=["February", "May"])


def give_a_meeting_a_rule(root: Path) -> None:
    set_fields(root, MEETING, rules=[RULE])


def confirm_the_dates_of_a_meeting(root: Path) -> None:
    set_fields(root, "data/activities/performance-meeting.yml", dates=[{"on": "2027-01-12", "time": "10:00 to 12:00"}])


def move_a_meeting_to_another_month(root: Path) -> None:
    give_a_meeting_a_rule(root)
    set_fields(root, MEETING, moved=[{"occurrence": "March 2027", "on": "2027-04-06", "because": "The chair is away."}])


def cancel_a_meeting(root: Path) -> None:
    give_a_meeting_a_rule(root)
    set_fields(root, MEETING, cancelled=[{"occurrence": "May 2027", "because": "No cases."}])


def fill_in_terms_of_reference(root: Path) -> None:
    set_fields(root, PANEL, chair="head-of-safeguarding-and-quality-assurance", quorum="Three, one of them the chair")


def add_a_panel_with_its_meeting(root: Path) -> None:
    set_fields(root, "data/panels/case-review-panel.yml", title="Case Review Panel", group="panels", purpose="Reads cases.", source=["timeline"])
    set_fields(
        root, "data/activities/case-review-panel.yml", group="meetings", summary="Reads cases.", months=["March"],
        panel="case-review-panel", source=["timeline"],
    )


def change_the_title_of_a_panel(root: Path) -> None:
    set_fields(root, PANEL, title="Placement Moves Panel")


def add_a_line_to_a_standard(root: Path) -> None:
    add_line(root, STANDARD, "\nAsk the child how you should write to them.")


def give_a_standard_an_owner_and_review_dates(root: Path) -> None:
    owner = "owner: head-of-safeguarding-and-quality-assurance"
    set_front_matter(root, STANDARD, owner, "last_reviewed: 2026-12-01", "review_by: 2027-12-01")


def add_a_standard_in_a_new_folder(root: Path) -> None:
    page = root / "docs" / "standards" / "casework" / "handing-over.md"
    page.parent.mkdir()
    page.write_text(NEW_STANDARD, encoding="utf-8")


def attach_a_document(root: Path) -> None:
    document = root / "docs" / "documents" / "home-panel-terms-of-reference.pdf"
    document.parent.mkdir()
    document.write_bytes(b"%PDF-1.4\n%%EOF\n")
    title = "Home Panel Terms of Reference"
    set_fields(root, PANEL, documents=[{"title": title, "link": f"/documents/{document.name}"}])


def settle_a_question(root: Path) -> None:
    file = root / "data" / "questions" / "audits-and-reviews.yml"
    group = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    set_fields(root, f"data/questions/{file.name}", questions=group["questions"][1:])


def let_readers_write(root: Path) -> None:
    set_fields(root, "data/framework.yml", feedback="quality@example.org")


def move_the_end_of_the_calendars_on(root: Path) -> None:
    set_fields(root, "data/calendar.yml", to="2029-12-31")


def add_a_term_to_the_glossary(root: Path) -> None:
    file = root / "data" / "glossary.yml"
    terms = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["terms"]
    term = {"term": "XYZ", "meaning": "an invented example", "source": ["timeline"]}
    set_fields(root, "data/glossary.yml", terms=[*terms, term])


def add_words_that_people_search_with(root: Path) -> None:
    set_fields(root, PANEL, keywords=["moving house"])


def change_a_part_of_the_framework(root: Path) -> None:
    add_line(root, "docs/framework/virtual-school-head.md", "\nAsk the virtual school head for advice early.")


def print_other_pages_as_one_document(root: Path) -> None:
    text = "---\ntitle: For new staff\ndescription: What new staff read first.\ncollects:\n  - glossary\n  - roles\ntemplate: handbook.html\n---\n"
    (root / "docs" / "handbook" / "new-staff.md").write_text(text, encoding="utf-8")


EDITS: tuple[Edit, ...] = (
    change_the_months_of_an_activity, give_a_meeting_a_rule, confirm_the_dates_of_a_meeting, move_a_meeting_to_another_month,
    cancel_a_meeting, fill_in_terms_of_reference, add_a_panel_with_its_meeting, change_the_title_of_a_panel, add_a_line_to_a_standard,
    give_a_standard_an_owner_and_review_dates, add_a_standard_in_a_new_folder, attach_a_document, settle_a_question, let_readers_write,
    move_the_end_of_the_calendars_on, add_a_term_to_the_glossary, add_words_that_people_search_with, change_a_part_of_the_framework,
    print_other_pages_as_one_document,
)
