"""The form in a browser that edits every kind of record and page: the settings of the editor, made from the model.

The editor is Decap. What it asks for, and what it offers to choose from, is what the loader takes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import NoneType
from typing import Any, Literal, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import BaseModel, PlainValidator
from pydantic.fields import FieldInfo

from ..model import address
from ..model.amendment import Amendment
from ..model.editor import Editor
from ..model.field import metadata_of, refers_to
from ..model.form import LAST, fields_in_form
from ..model.framework import Framework
from ..model.kinds import KINDS, SINGLE
from ..model.month import Month
from ..model.page import Page, Standard
from ..model.question import QuestionGroup
from ..model.record import FileRecord
from ..model.text import ID, LINK, MEANING

HOSTS = {
    "azure": ("https://dev.azure.com", "https://login.microsoftonline.com"), "github": ("https://api.github.com",),
    "gitlab": ("https://gitlab.com",),
}
Widget = dict[str, Any]
Choices = Mapping[str, list[Widget]]
DAY = {"pattern": ["^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "write a day as year-month-day, such as 2027-02-24"]}
EVERY_MONTH = {"value": "all", "label": "Every month"}
NAMED_BY = {Amendment: "what", QuestionGroup: "group"}
FROM = "{{starts | ternary(', from ', '')}}{{starts}}"  # behind a coming version in a list
TEXT = {"name": "body", "label": "Text", "widget": "markdown", "modes": ["raw"], "required": False, "hint": "What stands on the page."}


def hosts_of(editor: Editor | None, proxy: str) -> list[str]:
    """Return the hosts that the editor asks: those of the host of the project, or the `proxy` of this machine alone."""
    if proxy or editor is None:
        return [proxy.removesuffix(urlsplit(proxy).path)]
    return [*HOSTS[editor.saves_to], *filter(None, [editor.sign_in])]


def build_settings(framework: Framework, proxy: str) -> str:
    """Return the settings of the editor, as JSON. With the address of a `proxy` it saves through that, into a folder."""
    choices, editor = _choices(framework), None if proxy else framework.edition.editor
    records = [_records(kind, choices) for kind in KINDS]
    return json.dumps({
        **({"local_backend": {"url": proxy}} if proxy else {}),
        "backend": _backend(editor), "publish_mode": "editorial_workflow" if editor else "simple",
        "show_preview_links": False, "media_folder": f"docs/{address.DOCUMENTS}", "public_folder": f"/{address.DOCUMENTS}",
        "collections": [*records, *_pages(framework, choices), _settings(choices)],
    }, indent=1, ensure_ascii=False)


def _backend(editor: Editor | None) -> Widget:
    if editor is None:
        return {"name": "git-gateway"}  # which the proxy stands in for
    says = {
        "repo": editor.repository, "branch": editor.branch, "tenant_id": editor.tenant, "app_id": editor.application,
        "base_url": editor.sign_in, "auth_type": "pkce" if editor.saves_to == "gitlab" else None,
    }
    return {"name": editor.saves_to, **{name: value for name, value in says.items() if value}}


def _choices(framework: Framework) -> Choices:
    """Return what each kind of reference can name: ids, with the words that people know them by."""
    named: dict[str, Mapping[str, str]] = {
        kind.KIND.name: {id: record.heading for id, record in framework.of(kind).items()} for kind in KINDS
    }
    named |= {f"{kind.KIND.name} group": framework.edition.groups(kind.KIND.name) for kind in KINDS}
    named["section"] = {section.id: section.title for section in framework.edition.sections}
    return {name: [{"value": id, "label": label} for id, label in ids.items()] for name, ids in named.items()}


def _records(kind: type[FileRecord], choices: Choices) -> Widget:
    """Return the settings for the records of a kind, each in a file of its own."""
    folder, fields = kind.KIND.folder, list(_fields(kind, choices))
    can_come = any(field["name"] == "starts" for field in fields)
    return {
        "name": folder, "label": folder.capitalize(), "label_singular": kind.KIND.name.capitalize(), "folder": f"data/{folder}",
        "extension": "yml", "format": "record", "create": True, "delete": False, "identifier_field": NAMED_BY.get(kind, "title"),
        "summary": "{{filename}}" + FROM * can_come, "editor": {"preview": False}, "fields": fields,
    }


def _pages(framework: Framework, choices: Choices) -> Iterator[Widget]:
    """Yield the settings for the pages of each folder that holds some of which every change is explained."""
    tracked = [page for page in framework.pages.values() if page.is_tracked]
    for folder in dict.fromkeys(page.file.rpartition("/")[0] for page in tracked):
        kinds = {type(page) for page in tracked if page.file.rpartition("/")[0] == folder}
        model = Standard if Standard in kinds else Page  # the page of a folder of standards has no field that a standard lacks
        index = framework.pages.get(folder)
        yield {
            "name": f"pages-{folder.replace('/', '-')}".rstrip("-"),
            "label": f"Pages: {index.title if index else folder}", "label_singular": "Page",
            "folder": f"docs/{folder}".rstrip("/"), "extension": "md", "format": "page", "create": model is Standard,
            "delete": False, "editor": {"preview": False}, "summary": "{{title}} ({{filename}})" + FROM,
            "fields": _with_text(list(_fields(model, choices))),
        }


def _with_text(fields: list[Widget]) -> list[Widget]:
    """Return the fields of a page with its text before what is said of the page beside that."""
    place = [field["name"] for field in fields].index(LAST[0])
    return [*fields[:place], TEXT, *fields[place:]]


def _settings(choices: Choices) -> Widget:
    """Return the settings for the files of which there is one alone."""
    files = [
        {"name": name, "label": name.capitalize(), "file": f"data/{name}.yml", "fields": list(_fields(model, choices))}
        for name, model in SINGLE.items()
    ]
    return {"name": "settings", "label": "Settings", "format": "record", "editor": {"preview": False}, "files": files}


def _fields(model: type[BaseModel], choices: Choices) -> Iterator[Widget]:
    """Yield the settings of each field of a file, or of a record inside it, that a form can fill in."""
    for name, field in fields_in_form(model).items():
        widget = _widget(field, choices)
        widget |= {"collapsed": False} if name == "change" else {}  # nobody is to overlook it
        yield {"name": name, "label": str(field.title), "hint": str(field.description), "required": field.is_required(), **widget}


def _widget(field: FieldInfo, choices: Choices) -> Widget:
    """Return how a field is filled in. Headings by id, which no form can give, are not shown, and keep their place in the file."""
    type_ = str if _is_text(field.metadata) else _held(field.annotation)
    is_list = get_origin(type_) is tuple
    inner = _held(get_args(type_)[0]) if is_list else type_
    if options := _options(refers_to(field), inner, is_list, choices):
        return {"widget": "select", "multiple": is_list, "options": options}
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        return _inside(inner, is_list, field, choices)
    if get_origin(inner) is dict:
        return _by_month(inner, choices)
    if is_list:
        return {"widget": "list", "collapsed": False, "field": {"name": "item", "label": str(field.title), "widget": "string"}}
    return _plain(inner, field)


def _options(kind: str | None, type_: Any, is_list: bool, choices: Choices) -> list[Any]:
    """Return what there is to choose from, [] where people write what they like."""
    if kind:
        return choices.get(kind, [])
    if get_origin(type_) is Literal:
        return list(get_args(type_))
    if type_ is Month:
        return [*([EVERY_MONTH] if is_list else []), *({"value": month.name, "label": month.name} for month in Month)]
    return []


def _inside(model: type[BaseModel], is_list: bool, field: FieldInfo, choices: Choices) -> Widget:
    """Return the form of a record inside another. The editor would ask for what one that is left out requires: the loader does that."""
    fields = list(_fields(model, choices))
    if not is_list and not field.is_required():
        fields = [{**one, "required": False} for one in fields]
    shown = next(one["name"] for one in fields if one["name"] != "id")  # of each item of a list while it is closed
    return {"widget": "list" if is_list else "object", "collapsed": True, "summary": f"{{{{fields.{shown}}}}}", "fields": fields}


def _by_month(mapping: Any, choices: Choices) -> Widget:
    key, value = map(_held, get_args(mapping))
    if key is not Month:
        return {"widget": "hidden"}
    month = {"required": False, "widget": "object", "collapsed": True, "fields": list(_fields(value, choices))}
    return {"widget": "object", "collapsed": True, "fields": [{"name": one.name, "label": one.name, **month} for one in Month]}


def _plain(type_: Any, field: FieldInfo) -> Widget:
    if type_ is bool:
        return {"widget": "boolean"}
    if type_ in (int, float):
        return {"widget": "number", "value_type": type_.__name__}
    if type_ is date:
        return {"widget": "string", **DAY}
    patterns = {getattr(one, "pattern", None) for one in metadata_of(field)}
    if LINK in patterns:
        return {"widget": "file"}
    return {"widget": "string", **({"pattern": [ID, f"this is not {MEANING[ID]}"]} if ID in patterns else {})}


def _held(annotation: Any) -> Any:
    """Return what a field holds where it holds something."""
    if metadata := getattr(annotation, "__metadata__", ()):
        return str if _is_text(metadata) else _held(annotation.__origin__)
    if NoneType in get_args(annotation):
        return _held(next(one for one in get_args(annotation) if one is not NoneType))
    return annotation


def _is_text(metadata: Iterable[Any]) -> bool:
    """True for what is written as a text and read as something else, such as a rule or the times of a meeting."""
    return any(isinstance(one, PlainValidator) for one in metadata)
