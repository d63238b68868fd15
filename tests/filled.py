"""Exampleshire as it will be once people have filled everything in: its records fill every field of the model, with the long words and
names that people write.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.reading.canonical import data_of

from .copies import COUNCIL, append, copy_of, edit, history_of, publish, read, set_fields, set_front_matter, write
from .hard_texts import models

AMENDED, COMES = date(2027, 2, 10), date(2027, 4, 1)
EARLIER = {"id": "june-2024", "edition": "June 2024"}
BOARD, SUBGROUP = "safeguarding-board", "accommodation-subgroup"
LEAD, TEAM = "principal-practitioner", "family-help-team"
ON_PAGE, RESTATED = f"panels/{BOARD}", "framework/purpose"
LISTENING, FORM = "docs/standards/knowledge-and-skills/listening.md", "docs/standards/observation/record.md"
AMENDMENT, QUESTIONS = "amendments/2027-02-10-oversight", "questions/oversight"
LONG = "Interdisciplinary Safeguarding and Accommodation-Commissioning Oversight Board"
PLACE = "Committee Room 3, second floor, the Commissioners' House (west entrance, opposite the underground car park)"
TERMS = "https://documents.exampleshire.gov.example/childrens-services/boards/terms-of-reference-2027-final.pdf"
DOCUMENTS = [
    {"title": "Terms of reference, in full and as agreed", "link": TERMS},
    {"title": "Form for a matching report", "link": "/documents/matching-report.txt"}, {"title": "Request for accommodation-commissioning"},
]
ENDED = {"on": "2027-03-01", "because": "The board has taken over what it did, so that families are asked once.", "replaced_by": ON_PAGE}
STATED = {"keywords": ["oversight"], "source": ["year", "purpose"]}
RULE = {"from": "2027-01-12", "until": "2030-12-31", "time": "09:30 to 12:30", "place": PLACE, "if_holiday": "next"}
RECORDS: dict[str, dict[str, Any]] = {
    f"activities/{BOARD}": {
        **STATED, "group": "meetings", "position": 9, "formerly": ["activities/oversight"], "months": "all", "panel": BOARD,
        "summary": "Hears what was found in every service, decides what is done about it, and says who tells families and staff.",
        "frequency": "Every month, and at short notice where a child is thought to be at risk of significant harm", "lead": [LEAD],
        "attend": [TEAM, "team-manager"], "receive": ["reviewing-officer"], "named": ["council-leader"], "documents": DOCUMENTS,
        "by_month": {"March": {"summary": "Hears the report of the year as well, with who wrote it.", "attend": ["performance-analyst"]}},
        "rules": [
            {"id": "oversight", "day": "second Tuesday", **RULE},
            {"id": "accommodation", "day": "every second Wednesday", **RULE, "from": "2027-01-13"},
        ],
        "dates": [{"id": "training", "on": "2027-03-20", "until": "2027-03-21", "time": "09:00 to 16:45", "place": PLACE, "keep": "true"}],
        "moved": [{
            "occurrence": "9 March 2027", "on": "2027-03-27", "until": "2027-03-28", "time": "13:00 to 15:30", "place": PLACE,
            "keep": "true", "because": "The independent chair and half of the members are at the inspection of another county.",
        }],
        "cancelled": [{"occurrence": "13 April 2027", "because": "The offices are closed, and nothing is there that cannot wait."}],
    },
    "activities/commissioning-window": {
        **STATED, "title": "Quality assurance of accommodation-commissioning", "group": "checks",
        "summary": "Reads what providers say, and visits them unannounced.",
        "windows": [{"opens": "March", "closes": "May"}], "panel": SUBGROUP, "frequency": "Once a year", "lead": [LEAD],
    },
    "activities/oversight-report": {
        **STATED, "title": "Report of the former oversight", "group": "reports", "summary": "Said what was seen.", "months": ["March"],
        "ended": ENDED,
    },
    f"panels/{BOARD}": {
        **STATED, "title": LONG, "group": "panels", "position": 9, "formerly": ["panels/oversight"], "chair": LEAD,
        "members": [LEAD, TEAM, "team-manager", "reviewing-officer", "performance-analyst"],
        "members_note": "Partner agencies send whoever knows the child best: health, education, police, housing, probation.",
        "quorum": "Five members, of whom two are from partner agencies, with the chair or whoever the chair has named beforehand",
        "purpose": "Decides who does what about what was found, and makes sure that it is done.",
        "meets": "Every month, and at short notice",
        "receives": ["Reports on accommodation-commissioning", "What families, children and young people have said since last time"],
        "produces": ["Minutes within five working days", "A list of who does what by when"],
        "reports_to": ["learning-board", "matching-panel"],
        "documents": DOCUMENTS,
    },
    f"panels/{SUBGROUP}": {
        **STATED, "title": "Accommodation-Commissioning Subgroup", "group": "panels", "purpose": "Chose providers.", "ended": ENDED,
    },
    f"roles/{LEAD}": {
        **STATED, "title": "Principal Practitioner and Safeguarding-Partnership Coordinator", "group": "staff", "position": 9,
        "formerly": ["roles/coordinator"],
        "also": ["Safeguarding-Partnership Coordinator"],
        "duties": ["Reads every report before it goes to the board, and says what it leaves out.", "Answers the duty desk, 020 7946 0000."],
        "receives": ["What families, children and young people have said"],
    },
    f"roles/{TEAM}": {**STATED, "title": "Families who have been helped before", "group": "others", "is_outside": "true"},
    "roles/overseer": {**STATED, "title": "Overseer", "group": "staff", "ended": {**ENDED, "replaced_by": f"roles/{LEAD}"}},
    "cycles/oversight": {
        **STATED, "title": "The oversight and accommodation-commissioning cycle", "position": 2, "formerly": ["framework/round"],
        "drawn_on": "framework/purpose", "steps": [
            {"id": "ask", "months": ["January", "February"], "text": "Families are asked", "leads_to": ["hear"], "may_lead_to": ["act"]},
            {"id": "hear", "text": "The board hears what they said"}, {"id": "act", "months": ["June"], "text": "What was decided is done"},
        ],
    },
    "routes/oversight": {
        **STATED, "title": "Who hears of accommodation-commissioning", "position": 2, "formerly": ["framework/who-hears"],
        "drawn_on": "framework/purpose", "routes": [{
            "what": "Reports on accommodation", "frequency": "every second month", "source": ["year"],
            "from": [{"page": f"roles/{LEAD}", "text": "The coordinator"}], "to": [{"page": ON_PAGE}, {"text": "All partner agencies"}],
        }],
    },
    QUESTIONS: {
        "group": "Oversight and accommodation-commissioning", "position": 3, "questions": [{
            "id": "who-minutes",
            "question": "Who writes the minutes of the Interdisciplinary Safeguarding and Accommodation-Commissioning Oversight Board?",
            "says": "The handbook says that minutes are kept, and not by whom.",
            "matters": "Somebody has to write them within five working days.",
            "settled_by": [LEAD, "team-manager"], "source": ["year"], "concerns": [ON_PAGE, f"roles/{LEAD}"],
        }, {
            "id": "who-invites", "question": "Who invites partner agencies?", "says": "It says that they come.",
            "matters": "They have to know.",
            "settled_by": [LEAD], "source": ["year"], "concerns": [ON_PAGE],
            "settled": {
                "answer": "The coordinator invites them three weeks before.", "on": str(AMENDED), "by": LEAD,
                "amendment": "2027-02-10-oversight",
            },
        }],
    },
    AMENDMENT: {
        "date": str(AMENDED), "kind": "urgent", "position": 1,
        "concerns": [ON_PAGE, "standards/listening", "standards/record", "pages/framework/purpose"],
        "what": "The Interdisciplinary Safeguarding and Accommodation-Commissioning Oversight Board hears of every child at once.",
        "why": "Twice a child waited for a meeting that was weeks away.",
        "do": "Tell the coordinator on the same day, by telephone, and write it down afterwards.",
        "restates": "true", "approved_by": LEAD, "approved_on": "2027-02-09",
    },
}
EXPLAINED = {
    "kind": "scheduled", "what": "The board starts its work.", "why": "Nobody had the whole picture.", "do": "Send it your reports.",
}
APPROVED = {"approved_by": LEAD, "approved_on": "2027-01-03"}
TERM = {
    "term": "ISACOB", "also": ["ISACOBs"], "meaning": LONG, "general_knowledge": "true", "note": "Nobody says it aloud.",
    "keywords": ["board"],
    "source": ["year"],
}
EDITION = {
    "earlier": [EARLIER], "adopted": "false", "approval_required": "true",
    "feedback": "quality-assurance-and-practice-standards@childrens-services.exampleshire.gov.example",
    "allowed_details": [{"text": "020 7946 0000", "because": "The number of the duty desk."}],
}
PAGE = {
    "formerly": ["framework/why"], "search": {"boost": "2", "exclude": "false"},
    "menu": {"title": "Why", "position": "1", "under": "framework"},
    "hide": ["subheadings"], "statement": "1", "keywords": ["oversight"],
}
STANDARD = {
    **PAGE, "formerly": ["standards/listening-to-children"],
    "menu": {"title": "Listening", "position": "1", "under": "standards/knowledge-and-skills"},
    "is_own": "false", "owner": LEAD, "last_reviewed": "2027-01-02", "review_by": "2028-01-02",
}
# What no record here can fill, and why.
LEFT_OUT = {
    **dict.fromkeys(("change", "Explanation"), "the reason for a change becomes an amendment, whose fields are filled"),
    **dict.fromkeys(("Edition.editor", "Editor"), "a build asks for the editor itself; tests/audit/test_edit_form.py looks at its page"),
    **dict.fromkeys(("Glossary", "Thesaurus"), "a file, which holds terms and words and nothing else"),
    **dict.fromkeys(("Standard.template", "Standard.collects"), "a home page or a document of many pages is no standard"),
    **dict.fromkeys(("Cycle.ended", "Routes.ended"), "a picture that has ended is taken off its page"),
}


def filled_council(to: Path) -> Path:
    """Copy Exampleshire into a folder, fill every field, and publish that; then amend some of it at once, and some from a later day."""
    copy = copy_of(COUNCIL, to)
    _fill(copy)
    publish(copy, **APPROVED, **EXPLAINED)
    _amend(copy)
    publish(copy, AMENDED)
    _announce(copy)
    publish(copy, AMENDED, **APPROVED, **{**EXPLAINED, "what": "From April you sit on the floor, and things have new names."})
    return copy


def _fill(copy: Path) -> None:
    for name, record in RECORDS.items():
        if name not in (AMENDMENT, QUESTIONS):
            set_fields(copy, f"data/{name}.yml", **record)
    sections = data_of(read(copy, "data/framework.yml"))["sections"]
    set_fields(copy, "data/framework.yml", sections=[{**sections[0], "edition": EARLIER["edition"]}, *sections[1:]], **EDITION)
    set_fields(copy, "data/glossary.yml", terms=[TERM, *data_of(read(copy, "data/glossary.yml"))["terms"]])
    set_fields(copy, "data/thesaurus.yml", words=[{"say": ["cruelty"], "means": ["safeguarding"]}])
    write(copy, f"docs/editions/{EARLIER['id']}/index.html", '<link rel="icon" href="data:,">As it was.')
    set_front_matter(copy, LISTENING, **STANDARD)
    set_front_matter(copy, "docs/standards/observation/afterwards.md", ended={**ENDED, "replaced_by": "standards/observation/preparing"})
    set_front_matter(copy, f"docs/{RESTATED}.md", **PAGE)
    append(copy, f"docs/{RESTATED}.md", "\n{{ cycle('oversight') }}\n\n{{ routes('oversight') }}\n")


def _amend(copy: Path) -> None:
    set_fields(copy, f"data/{ON_PAGE}.yml", quorum=RECORDS[ON_PAGE]["quorum"] + ", in person", purpose="Decides who does what, by when.")
    for name in (LISTENING, FORM, f"docs/{RESTATED}.md"):
        append(copy, name, "\nTell the coordinator on the same day.\n")
    edit(copy, FORM, "## What was seen", "{{ field(\"The family's own view\", lines=4) }}\n\n## What was seen")
    for name in (AMENDMENT, QUESTIONS):
        set_fields(copy, f"data/{name}.yml", **RECORDS[name])


def _announce(copy: Path) -> None:
    """Write what is to hold from a later day, of a record of each kind that can say so, a standard and a page."""
    for name in (ON_PAGE, f"activities/{BOARD}", f"roles/{LEAD}", "cycles/oversight", "routes/oversight"):
        record = data_of(read(copy, f"data/{name}.yml"))
        set_fields(copy, f"data/{name}.next.yml", **{**record, "starts": str(COMES), "title": f"{record.get('title', LONG)} (new)"})
    for name in (LISTENING, f"docs/{RESTATED}.md"):
        write(copy, name.replace(".md", ".next.md"), read(copy, name) + "\nSit on the floor.\n")
        set_front_matter(copy, name.replace(".md", ".next.md"), starts=str(COMES))


def unfilled(copy: Path) -> list[str]:
    """Return each field of the model that no record of a council fills, such as "Panel.quorum", neither now nor from the day to come."""
    filled: set[str] = set()
    for day in (AMENDED, COMES):
        framework = history_of(copy, day).framework
        _note(filled, [framework.edition, framework.calendar, framework.glossary, framework.thesaurus, framework.records, framework.pages])
    every = [f"{model.__name__}.{name}" for model in models() for name in model.model_fields]
    return [field for field in every if field not in filled and LEFT_OUT.keys().isdisjoint({field, *field.split(".")})]


def _note(filled: set[str], what: Any) -> None:
    """Add the fields that somebody has filled in something, and in whatever stands inside it."""
    if isinstance(what, BaseModel):
        for name in what.model_fields_set:
            filled.add(f"{type(what).__name__}.{name}")
            _note(filled, getattr(what, name))
    elif isinstance(what, Mapping):
        _note(filled, list(what.values()))
    elif isinstance(what, (list, tuple)):
        for one in what:
            _note(filled, one)
