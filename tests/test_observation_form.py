"""The observation form is filled in on the reader's own device, and stays there: as a file, or in the browser while the reader asks it to."""

import json

import pytest

from .paper import printed

HEARD, OBSERVER, PERMISSION = "What was said", "Observer", "The family said yes"
KEEP = "Keep what I write in this browser, for when I come back"
KEPT = "Object.keys(localStorage)"


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


def open_file(page, folder, content):
    """Open a file of this content, or one that holds these answers. Returns what the page says of it."""
    text = content if isinstance(content, str) else json.dumps({"form": "visit", "answers": content})
    (folder / "file.json").write_text(text, encoding="utf-8")
    said = page.locator("[data-says]")
    said.evaluate("one => one.replaceChildren()")
    page.get_by_label("Open a saved file").set_input_files(folder / "file.json")
    said.filter(has_text=".").wait_for()
    return "\n".join(page.locator("form[data-form] [role=status]").all_inner_texts()).strip().splitlines()


@pytest.mark.parametrize("content", [
    "no JSON", "[]", "null", json.dumps({"form": "another", "answers": {"field-observer": "Somebody"}}), json.dumps({"form": "visit"}),
    "hello", 7, True, None, [1, 2], {}, {"field-of-nothing": "x"}, {"field-observer": "x" * 10**6},
], ids=lambda content: str(content)[:40])
def test_a_file_that_is_no_saved_form_is_refused_and_nothing_is_lost(page, tmp_path, content):
    fill(page)
    assert open_file(page, tmp_path, content) == ["This file is not a saved copy of this form. Nothing has changed here."]
    assert page.get_by_label(OBSERVER, exact=True).input_value() == "A senior manager"


@pytest.mark.parametrize(("answer", "left", "said"), [
    ("dismiss", "A senior manager", "The file is not open. Nothing has changed here."), ("accept", "Somebody else", "The saved file is open."),
], ids=["no", "yes"])
def test_opening_a_file_asks_before_it_replaces_what_is_written(page, tmp_path, answer, left, said):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), getattr(dialog, answer)()))
    saved = save(page, tmp_path).read_text(encoding="utf-8")
    fill(page)
    told = open_file(page, tmp_path, saved.replace('"field-observer": ""', '"field-observer": "Somebody else"'))
    assert (asked, told) == (["Replace what is written here with what the file holds?"], [said])
    assert page.get_by_label(OBSERVER, exact=True).input_value() == left


def test_opening_a_file_in_an_empty_form_asks_nothing(page, tmp_path):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    saved = save(page, tmp_path).read_text(encoding="utf-8")
    assert open_file(page, tmp_path, saved) == ["The saved file is open."]


def test_what_a_file_of_another_version_holds_and_the_form_does_not_is_told_word_by_word(page, tmp_path):
    saved = json.loads(save(page, tmp_path).read_text(encoding="utf-8"))["answers"]
    del saved["field-what-to-do-next"], saved["field-who-is-visited"]
    other = {
        "field-observer": "Somebody", "field-day": "some day", "field-where-is-it": "On the moon", "field-the-family-said-yes": True,
        "field-the-weather": "Rain, then <b>snow</b>", "field-what-was-seen": {"of": "no use"},
    }
    assert open_file(page, tmp_path, {**saved, **other}) == [
        "The saved file is open.",
        "What is shown was written with another version of this form:",
        "No place here for “day”: some day",
        "No place here for “what was seen”: {\"of\":\"no use\"}",
        "No place here for “where is it”: On the moon",
        "No place here for “the family said yes”: true",
        "No place here for “the weather”: Rain, then <b>snow</b>",
        "Nothing in it for “Who is visited”, “What to do next”",
    ]
    assert page.get_by_label(OBSERVER, exact=True).input_value() == "Somebody"
    assert page.get_by_label("What was seen").input_value() == ""
    save(page, tmp_path)
    assert page.get_by_text("No place here for “the weather”: Rain").is_visible(), "what is nowhere else stays in sight"


def test_the_browser_keeps_nothing_until_the_reader_ticks_a_box_that_says_who_can_then_read_it(page):
    assert not page.get_by_label(KEEP).is_checked()
    described = page.get_by_label(KEEP).evaluate("box => document.getElementById(box.getAttribute('aria-describedby')).textContent")
    assert "Anybody who uses this browser on this device can then read it." in described
    fill(page)
    assert page.evaluate(KEPT) == []


def test_what_is_written_survives_a_reload_once_the_box_is_ticked(page):
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))  # leaving loses nothing
    page.get_by_label(OBSERVER, exact=True).fill("A senior manager")
    page.get_by_label(KEEP).press("Space")
    fill(page)
    page.reload()
    assert page.get_by_label(KEEP).is_checked()
    assert page.get_by_text("This browser has kept what you wrote here.").is_visible()
    assert page.get_by_label(OBSERVER, exact=True).input_value() == "A senior manager"
    assert page.get_by_label(HEARD).input_value() == "Two lines\nof notes"
    assert page.get_by_label(PERMISSION).is_checked() and page.get_by_label("At home").is_checked()


def test_what_a_file_holds_is_kept_as_well(page, tmp_path):
    page.get_by_label(KEEP).check()
    saved = save(page, tmp_path).read_text(encoding="utf-8")
    open_file(page, tmp_path, saved.replace('"field-observer": ""', '"field-observer": "Somebody else"'))
    page.reload()
    assert page.get_by_label(OBSERVER, exact=True).input_value() == "Somebody else"


@pytest.mark.parametrize("forget", [
    lambda page: page.get_by_label(KEEP).press("Space"), lambda page: page.get_by_role("button", name="Clear the form").press("Enter"),
], ids=["by taking the tick away", "by clearing the form"])
def test_what_the_browser_has_kept_goes(page, forget):
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label(KEEP).check()
    fill(page)
    assert page.evaluate(KEPT) == ["practice-standards.visit"]
    forget(page)
    page.get_by_text("this browser keeps nothing of", exact=False).wait_for()
    assert (page.evaluate(KEPT), page.get_by_label(KEEP).is_checked()) == ([], False)
    page.reload()
    assert page.get_by_label(OBSERVER, exact=True).input_value() == ""


@pytest.mark.parametrize("kept", ["no JSON", "null", '{"form": "visit", "answers": 7}', '{"form": "another", "answers": {"field-observer": "x"}}'])
def test_what_else_stands_in_its_place_in_the_browser_does_no_harm(page, kept):
    page.evaluate("kept => localStorage.setItem('practice-standards.visit', kept)", kept)
    page.reload()
    assert (page.get_by_label(KEEP).is_checked(), page.get_by_label(OBSERVER, exact=True).input_value()) == (False, "")
    assert page.get_by_role("button", name="Save as a file").is_visible()


def test_a_browser_that_can_keep_nothing_says_so(page):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_label(KEEP).click()
    assert page.get_by_text("This browser can keep nothing. Save what you have written as a file.").is_visible()
    assert not page.get_by_label(KEEP).is_checked()


def test_the_buttons_and_the_box_are_not_printed(page):
    page.emulate_media(media="print")
    assert [page.locator(one).is_visible() for one in (".form-buttons", "[data-keep]", "#who-reads")] == [False] * 3


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


def test_a_superseded_version_of_the_form_shows_its_questions_and_no_braces(browser, filled_address):
    failed = []
    with browser.new_page() as page:
        page.on("pageerror", lambda error: failed.append(error))
        page.goto(f"{filled_address}standards/observation/record/version-1.0/")
        shown = page.get_by_role("main").inner_text()
    assert "This version is superseded." in shown and HEARD in shown and OBSERVER in shown
    assert "The family's own view" in shown, "which the version in force asks as well"
    assert ("{{" in shown, failed) == (False, [])


def test_every_field_has_a_label_and_the_tab_key_reaches_it(page):
    fields = page.locator("form[data-form] :is(input, textarea)")
    assert fields.count() == 16
    assert fields.evaluate_all("fields => fields.filter(field => !field.labels.length).map(field => field.outerHTML)") == []
    assert fields.evaluate_all("fields => fields.filter(field => field.tabIndex < 0).length") == 0
