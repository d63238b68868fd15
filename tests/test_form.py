"""The settings of the form at /edit/: what it asks for and offers is what the model says. That it saves is tested with `make audit`."""

import json

import pytest

from macros.model.problem import DataError

from .copies import COUNCIL, build, copy_of, set_fields, site_in

AZURE = {"saves_to": "azure", "repository": "county/standards/site", "tenant": "a-tenant", "application": "an-application"}


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council")


@pytest.fixture
def settings(council):
    """The settings of a form that saves to Azure DevOps."""
    set_fields(council, "data/framework.yml", editor=AZURE)
    return json.loads(site_in(council).files["edit/settings.json"])


def field(settings, collection, *names):
    """Return the settings of a field, inside others if need be."""
    found = next(one for one in settings["collections"] if one["name"] == collection)
    for name in names:
        found = next(one for one in found["fields"] if one["name"] == name)
    return found


def test_a_site_has_no_form_unless_it_is_switched_on(council):
    assert [path for path in site_in(council).files if path.startswith("edit/")] == []


def test_the_form_saves_where_the_data_says_as_a_proposal(settings):
    backend = {"name": "azure", "repo": "county/standards/site", "branch": "main", "tenant_id": "a-tenant", "app_id": "an-application"}
    assert (settings["backend"], settings["publish_mode"]) == (backend, "editorial_workflow")


def test_a_policy_of_its_own_lets_the_form_ask_its_host_alone(council, settings):
    page = site_in(council).files["edit/index.html"]
    assert "connect-src 'self' blob: https://dev.azure.com https://login.microsoftonline.com\"" in page


def test_what_a_host_needs_is_asked_for(council):
    set_fields(council, "data/framework.yml", editor={"saves_to": "github", "repository": "county/standards"})
    with pytest.raises(DataError, match=r"data/framework.yml:[0-9]+: github needs sign_in as well\."):
        site_in(council)


def test_what_is_named_by_its_id_is_chosen_by_its_title(settings):
    chosen = field(settings, "panels", "chair")
    assert {"value": "practice-lead", "label": "Practice Lead"} in chosen["options"]
    assert (chosen["widget"], chosen["multiple"], chosen["required"]) == ("select", False, False)


@pytest.mark.parametrize(("names", "widget"), [
    (("months",), "select"), (("summary",), "string"), (("position",), "number"), (("rules",), "list"), (("rules", "time"), "string"),
    (("moved", "occurrence"), "string"), (("dates", "keep"), "boolean"), (("by_month", "July", "attend"), "select"),
    (("documents", "link"), "file"), (("change", "what"), "string"),
], ids=lambda value: "-".join(value) if isinstance(value, tuple) else value)
def test_each_field_is_filled_in_as_it_is_read(settings, names, widget):
    assert field(settings, "activities", *names)["widget"] == widget


def test_what_may_be_left_out_as_a_whole_asks_for_nothing(settings):
    assert {one["required"] for one in field(settings, "activities", "ended")["fields"]} == {False}


def test_without_the_scripts_of_the_editor_nothing_is_built(council):
    set_fields(council, "data/framework.yml", editor=AZURE)
    done = build(council, council / "site", PROPOSAL="1")
    assert done.returncode != 0
    assert "data/framework.yml switches the form on, and the editor is not here: run make editor." in done.stdout + done.stderr
