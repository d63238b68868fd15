"""A council in whose every field of text stands a text that is hard to show. Which fields there are comes from the model.

Each text starts and ends with a mark of its own, so that a piece of it can be told from the whole wherever it turns up.
"""

import json
import shutil
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, StringConstraints

from macros.model.amendment import Amendment
from macros.model.field import RefersTo, models_in
from macros.model.kinds import KINDS, SINGLE
from macros.model.page import Page, Standard, is_standard
from macros.model.text import VISIBLE
from macros.reading.canonical import as_yaml

from .copies import COUNCIL, copy_of, publish, read, write

# First what people write without a second thought. `ran` is what a script would leave behind, as a name or as a file.
AWKWARD = """The "SEND" panel's “plan”, <five or fewer, 5 > 3, A & B, AT&T; back\\slash, under_score_s, *star*, `tick`, #4, a|b, \
50 % {off}, &lt;b&gt;, &amp;, &#38;, &copy, £ é — 家, two
lines, {{ 7*7 }}, {% if x %}, {# note #}, {: .class #id }, [x](javascript:ran=1), ![x](//x.example/y.png), <https://x.example>, \
"><img src=x onerror=ran=1>, ' onmouseover='ran=1' x=', </title><script>ran=1</script>, --><svg onload=ran=1>, ]]>, \
</textarea></style></option></summary><iframe src="javascript:ran=1">, *[SEND]: x, %0d%0a"""

# For the texts of a picture, which has little room.
BRIEF = """<five, 5 > 3, AT&T, *star*, {{ 7*7 }}, &lt;b&gt;, [x](javascript:ran=1), "><img src=x onerror=ran=1>, \
</title><script>ran=1</script>"""
BRIEF_FIELDS = ("Step.text", "Route.what", "Route.frequency", "End.text")

# Texts of the model that are no free text: each is a name, and the site does not show it.
NAMES = {
    "Section.file": "the file of a page",
    "Section.edition": "what an earlier edition says it is called",
    "Page.file": "the file itself",
    "Amendment.concerns": "ids of records and standards",
    "AllowedDetail.text": "what stands elsewhere",
    "AllowedDetail.because": "for whoever reads data/framework.yml",
    **{f"Editor.{name}": "what a host calls it" for name in ("repository", "branch", "tenant", "application", "sign_in")},
}

# A record of each kind that holds everything a record may hold, but for its texts: the council need not have one.
SECTION = "everything"
EARLIER = "an-earlier-one"
ROLE = "everything"
LINK, FILE = "https://example.org/a&copy;_b_(c)*d*", "documents/terms & more.txt"
DOCUMENTS = [{}, {"link": LINK}, {"link": f"/{FILE.replace(' ', '%20')}"}]
STATED = {"group": "everything", "keywords": [], "source": [SECTION], "documents": DOCUMENTS}
RULE = {"day": "second Tuesday", "time": "10:00 to 12:00", "if_holiday": "next"}
RECORDS: dict[str, dict[str, Any]] = {
    "activities/every-month": {
        **STATED, "months": ["March", "April"], "panel": "everything", "lead": [ROLE], "attend": [ROLE], "rules": [RULE],
        "by_month": {"March": {"attend": [ROLE]}}, "dates": [{"on": "2028-03-07", "until": "2028-03-08"}],
        "moved": [{"occurrence": "March 2029", "on": "2029-03-21"}], "cancelled": [{"occurrence": "April 2028"}],
    },
    "activities/every-window": {**STATED, "windows": [{"opens": "May", "closes": "June"}], "receive": [ROLE]},
    "activities/every-meeting": {**STATED, "months": ["July", "August"], "panel": "every-meeting", "rules": [RULE], "by_month": {"July": {}}},
    "activities/every-end": {**STATED, "months": ["June"], "ended": {"on": "2027-02-01", "replaced_by": "activities/every-month"}},
    "panels/ending-panel": {"group": "everything", "source": [SECTION], "ended": {"on": "2028-02-01"}},
    "panels/everything": {**STATED, "chair": ROLE, "members": [ROLE], "reports_to": ["every-meeting"]},
    "panels/every-meeting": {"group": "everything", "source": [SECTION]},
    "roles/everything": {"group": "everything", "source": [SECTION]},
    "cycles/everything": {"source": [SECTION], "drawn_on": "everything", "steps": [
        {"id": "start", "months": ["May"], "leads_to": ["outcome"], "may_lead_to": ["end"]}, {"id": "end", "months": ["June"]}, {"id": "outcome"},
    ]},
    "routes/everything": {"source": [SECTION], "drawn_on": "everything", "routes": [
        {"from": [{}], "to": [{"page": "roles/everything"}], "source": [SECTION]},
    ]},
    "questions/everything": {"questions": [
        {"id": "unanswered", "settled_by": [ROLE], "source": [SECTION], "concerns": ["panels/everything", "everything"]},
    ]},
    "questions/settled-group": {"questions": [
        {"id": "answered", "settled_by": [ROLE], "source": [SECTION], "settled": {"on": "2026-12-20", "by": ROLE}},
    ]},
}
TERM = "HRDTXT"
PAGE = {"source": [SECTION], "menu": {}}
PAGES: dict[str, tuple[dict[str, Any], str]] = {
    "everything/index.md": (PAGE, f"The {TERM} stands here.\n\n{{{{ cycle('everything') }}}}\n\n{{{{ routes('everything') }}}}\n\n{{{{ field({{label}}) }}}}\n"),
    "everything/below.md": (PAGE, "Something.\n"),
    "document.md": ({"template": "handbook.html", "collects": ["everything", "roles", "glossary"]}, "On paper.\n"),
    "standards/everything.md": (
        {**PAGE, "owner": ROLE, "last_reviewed": "2027-01-05", "review_by": "2030-01-05"}, "As it was.\n"
    ),
}


@dataclass(frozen=True)
class HardText:
    """A text in a field, such as "Panel.quorum", of a file."""

    field: str
    file: str
    text: str

    @property
    def mark(self) -> str:
        return self.text.split(" ", 1)[0]


class HardCouncil:
    """A copy of Exampleshire, filled and published twice. `texts` are all that stand in it, by their marks."""

    def __init__(self, folder: Path):
        self.texts: dict[str, HardText] = {}
        self.project = copy_of(COUNCIL, folder)
        shutil.rmtree(self.project / "data")  # with the record of its publication
        shutil.copytree(COUNCIL / "data", self.project / "data")
        self._add_records()
        self._fill_records()
        self._fill_pages()
        publish(self.project)
        self._amend()

    def text_in(self, field: str, file: str) -> str:
        """Return the text in a field of a file: the only one, or the first."""
        return next(hard.text for hard in self.texts.values() if (hard.field, hard.file) == (field, file))

    def _new(self, field: str, file: str) -> str:
        mark = f"field{len(self.texts):04}"
        self.texts[mark] = HardText(field, file, f"{mark} {BRIEF if field in BRIEF_FIELDS else AWKWARD} {mark}")
        return self.texts[mark].text

    def _add_records(self) -> None:
        framework = self._record("data/framework.yml")
        framework["sections"].append({"id": SECTION, "file": "everything/index.md"})
        framework["earlier"] = [{"id": EARLIER}]
        for groups in ("activity_groups", "panel_groups", "role_groups"):
            framework[groups]["everything"] = ""
        self._save("data/framework.yml", {**framework, "feedback": "quality@example.org"})
        self._save("data/thesaurus.yml", {"words": [{}]})
        for name, record in RECORDS.items():
            self._save(f"data/{name}.yml", record)
        for name, (front, text) in PAGES.items():
            self._save_page(f"docs/{name}", front, text)
        write(self.project, f"docs/{FILE}", "Terms.")
        write(self.project, f"docs/editions/{EARLIER}/index.html", '<link rel="icon" href="data:,">As it was.')

    def _fill_records(self) -> None:
        files = {f"data/{name}.yml": model for name, model in SINGLE.items()}
        for kind in KINDS:
            folder = self.project / "data" / kind.KIND.folder
            if kind is not Amendment:  # what has been recorded stays as it is
                files |= {path.relative_to(self.project).as_posix(): kind for path in sorted(folder.glob("*.yml"))}
        for name, model in files.items():
            self._save(name, self._filled(model, self._record(name), name))
        framework = self._record("data/framework.yml")
        framework["sections"][-1]["edition"] = framework["earlier"][0]["edition"]
        self._save("data/framework.yml", framework)
        glossary = self._record("data/glossary.yml")
        glossary["terms"].append({"term": TERM, "meaning": self._new("Term.meaning", "an abbreviation"), "source": [SECTION]})
        self._save("data/glossary.yml", glossary)

    def _fill_pages(self) -> None:
        for path in sorted((self.project / "docs").rglob("*.md")):
            name = path.relative_to(self.project).as_posix()
            model = Standard if is_standard(name.removeprefix("docs/")) else Page
            front, text = self._page(name)
            label = json.dumps(self._new("the label of a form", name)) if "{label}" in text else ""
            self._save_page(name, self._filled(model, front, name), text.replace("{label}", label))

    def _amend(self) -> None:
        """Give a standard another title and another text, and say so in three more texts."""
        name = "docs/standards/everything.md"
        front, _ = self._page(name)
        earlier = next(hard for hard in self.texts.values() if (hard.field, hard.file) == ("Standard.title", name))
        self.texts[earlier.mark] = replace(earlier, file="version 1.0")
        self._save_page(name, {**front, "title": self._new("Standard.title", name)}, "As it is.\n")
        said = {field: self._new(f"Amendment.{field}", "an amendment") for field in ("what", "why", "do")}
        publish(self.project, date(2027, 2, 10), **{**said, "kind": "urgent"})

    def _filled(self, model: type[BaseModel], record: Mapping[str, Any], file: str) -> dict[str, Any]:
        """Return a record with a text in each of its fields of text and of those inside it."""
        values = {name: self._value(form, record.get(name), f"{model.__name__}.{name}", file) for name, form in forms(model).items()}
        return {**record, **{name: value for name, value in values.items() if value}}

    def _value(self, form: Any, value: Any, field: str, file: str) -> Any:
        if form is str:
            return self._new(field, file)
        if isinstance(form, list):
            items = value or ([""] if form[0] is str else [])
            return [self._value(form[0], item, field, file) for item in items]
        if isinstance(form, dict):
            return {key: self._value(form[""], item, field, file) for key, item in (value or {}).items()}
        return None if value is None else self._filled(form, value or {}, file)

    def _record(self, name: str) -> dict[str, Any]:
        return yaml.load(read(self.project, name), yaml.BaseLoader)

    def _save(self, name: str, record: Mapping[str, Any]) -> None:
        write(self.project, name, as_yaml(dict(record)))

    def _page(self, name: str) -> tuple[dict[str, Any], str]:
        """Return the front matter of a page and what stands below it."""
        _, front, text = read(self.project, name).split("---\n", 2)
        return yaml.load(front, yaml.BaseLoader), text

    def _save_page(self, name: str, front: Mapping[str, Any], text: str) -> None:
        write(self.project, name, f"---\n{as_yaml(dict(front))}---\n{text}")


def models() -> Iterator[type[BaseModel]]:
    """Yield every model of a record and of what stands in one."""
    outer = [*KINDS, *SINGLE.values(), Page, Standard]
    yield from dict.fromkeys(model for one in outer for model in (one, *models_in(one)))


def forms(model: type[BaseModel]) -> dict[str, Any]:
    """Return the form of each field that holds free text, itself or inside it, by its name in a file."""
    every = {field.alias or name: form_of(field.annotation, field.metadata) for name, field in model.model_fields.items()}
    names = {name for name in every for base in model.__mro__ if f"{base.__name__}.{name}" in NAMES}
    return {name: form for name, form in every.items() if form and name not in names}


def form_of(annotation: Any, metadata: Any = ()) -> Any:
    """Return what a field holds: str for a free text, a model, [form], {"": form}; None for anything else."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return form_of(arguments[0], [*metadata, *arguments[1:]])
    if origin in (Union, types.UnionType):
        return form_of(next(one for one in arguments if one is not types.NoneType), metadata)
    if origin is tuple:
        form = form_of(arguments[0])
        return [form] if form else None
    if origin is dict:
        form = form_of(arguments[1])
        return {"": form} if form else None
    if annotation is str:
        is_free = any(isinstance(one, StringConstraints) and one.pattern == VISIBLE for one in metadata)
        return str if is_free and not any(isinstance(one, RefersTo) for one in metadata) else None
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
