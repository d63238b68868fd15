"""The observation form is filled in on the reader's own device, and stays there."""

import json

import pytest

from .paper import printed

HEARD, OBSERVER, PERMISSION = "What was said", "Observer", "The family said yes"


@pytest.fixture
def page(browser, council_address):
    with browser.new_page(accept_downloads=True) as page:
        page.goto(f"{council_address}standards/observation/record/")
        yield page


def fill(page):
    page.get_by_label(OBSERVER, exact=True).fill("A senior manager")
    page.get_by_label(HEARD).fill("Two lines\nof notes")
    page.get_by_label(PERMISSION).check()
    page.get_by_label("At home").check()


def save(page, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    download.value.save_as(folder / "form.json")
    return folder / "form.json"


def test_a_saved_form_can_be_opened_again(page, tmp_path):
    fill(page)
    saved = save(page, tmp_path)
    page.reload()
    assert page.get_by_label(HEARD).input_value() == ""
    page.get_by_label("Open a saved file").set_input_files(saved)
    page.get_by_text("The saved file is open.").wait_for()
    assert page.get_by_label(OBSERVER, exact=True).input_value() == "A senior manager"
    assert page.get_by_label(HEARD).input_value() == "Two lines\nof notes"
    assert page.get_by_label(PERMISSION).is_checked() and page.get_by_label("At home").is_checked()
    assert not page.get_by_label("Out of doors").is_checked()


@pytest.mark.parametrize("content", ["no JSON", "[]", "null", json.dumps({"form": "another", "answers": {}})])
def test_a_file_that_is_no_saved_form_is_refused_and_nothing_is_lost(page, tmp_path, content):
    fill(page)
    (tmp_path / "file.json").write_text(content, encoding="utf-8")
    page.get_by_label("Open a saved file").set_input_files(tmp_path / "file.json")
    page.get_by_text("This file is not a saved copy of this form.").wait_for()
    assert page.get_by_label(OBSERVER, exact=True).input_value() == "A senior manager"


@pytest.mark.parametrize(("answer", "left"), [("dismiss", "A senior manager"), ("accept", "A friend")], ids=["no", "yes"])
def test_opening_a_file_over_what_is_written_asks_first(page, tmp_path, answer, left):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), getattr(dialog, answer)()))
    fill(page)
    (tmp_path / "file.json").write_text(json.dumps({"form": "visit", "answers": {"field-observer": "A friend"}}), encoding="utf-8")
    page.get_by_label("Open a saved file").set_input_files(tmp_path / "file.json")
    page.wait_for_function("left => document.querySelector('#field-observer').value === left", arg=left)
    assert asked == ["Replace what is written here with the saved file?"]


def test_what_a_saved_file_answers_and_the_form_does_not_ask_is_said(page, tmp_path):
    answers = {"field-observer": "A friend", "field-the-weather": "Rain", "field-where-is-it": "At sea"}
    (tmp_path / "file.json").write_text(json.dumps({"form": "visit", "answers": answers}), encoding="utf-8")
    page.get_by_label("Open a saved file").set_input_files(tmp_path / "file.json")
    page.get_by_text("Left out, because this form does not ask it: the weather, where is it. It is still in the file.").wait_for()


def test_nothing_that_is_written_leaves_the_browser_or_stays_in_it(page, tmp_path):
    asked = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("blob:") else None)
    fill(page)
    page.get_by_label(OBSERVER, exact=True).press("Enter")
    save(page, tmp_path)
    assert asked == []
    assert "senior manager" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")


def test_leaving_with_something_unsaved_asks_first(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    fill(page)
    page.reload()
    assert asked == ["beforeunload"]


def test_leaving_a_saved_form_asks_nothing(page, tmp_path):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    fill(page)
    save(page, tmp_path)
    page.reload()
    assert asked == []


@pytest.mark.parametrize(("answer", "left"), [("dismiss", "A senior manager"), ("accept", "")], ids=["no", "yes"])
def test_clearing_asks_first_and_does_as_it_is_told(page, answer, left):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), getattr(dialog, answer)()))
    fill(page)
    page.get_by_role("button", name="Clear the form").click()
    assert asked == ["Clear everything that is written here?"]
    assert page.get_by_label(OBSERVER, exact=True).input_value() == left


def test_an_empty_form_prints_on_two_sides(page):
    assert printed(page) == [(210, 297)] * 2


@pytest.mark.parametrize("day, colour", [("", "rgba(0, 0, 0, 0)"), ("2027-01-31", "rgb(0, 0, 0)")])
def test_a_date_that_is_not_filled_in_is_an_empty_box_on_paper(page, day, colour):
    date = page.locator("[type=date]")
    date.fill(day)
    printed(page)
    page.emulate_media(media="print")
    assert date.evaluate("it => getComputedStyle(it).color") == colour


def test_a_long_answer_is_printed_in_full(page):
    page.get_by_label(HEARD).fill("\n".join(f"Line {n}" for n in range(120)))
    assert len(printed(page)) >= 4
    page.emulate_media(media="print")
    assert page.get_by_label(HEARD).is_hidden()
    assert page.locator(".written", has_text="Line 119").is_visible()


def test_every_field_has_a_label_and_the_tab_key_reaches_it(page):
    fields = page.locator("form[data-form] :is(input, textarea)")
    assert fields.count() == 15
    assert fields.evaluate_all("fields => fields.filter(field => !field.labels.length).map(field => field.outerHTML)") == []
    assert fields.evaluate_all("fields => fields.filter(field => field.tabIndex < 0).length") == 0
