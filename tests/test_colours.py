"""Light or dark: as the device has it, until the reader chooses otherwise."""

import pytest

PAPER = {"rgb(255, 255, 255)": "light", "rgb(18, 25, 27)": "dark"}


@pytest.fixture(params=["light", "dark"])
def device(request):
    return request.param


@pytest.fixture
def page(browser, council_address, device):
    with browser.new_page(color_scheme=device) as page:
        page.goto(council_address)
        yield page


def colours(page):
    return PAPER[page.evaluate("getComputedStyle(document.body).backgroundColor")]


def button(page):
    return page.get_by_role("button", name="Dark colours")


def other(colours):
    return {"light": "dark", "dark": "light"}[colours]


def test_a_page_has_the_colours_of_the_device(page, device):
    assert colours(page) == device
    assert button(page).get_attribute("aria-pressed") == {"light": "false", "dark": "true"}[device]


def test_a_page_follows_the_device_as_it_changes(page, device):
    page.emulate_media(color_scheme=other(device))
    assert colours(page) == other(device)


def test_without_script_a_page_has_the_colours_of_the_device(browser, council_address, device):
    with browser.new_page(color_scheme=device, java_script_enabled=False) as page:
        page.goto(council_address)
        assert colours(page) == device
        assert button(page).count() == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_other_colours_are_chosen_with_a_key_and_the_focus_stays(page, device, key):
    button(page).press(key)
    assert colours(page) == other(device)
    assert page.locator(":focus").get_attribute("aria-label") == "Dark colours"


def test_the_choice_is_kept_for_the_next_page(page, council_address, device):
    button(page).click()
    page.goto(f"{council_address}panels/")
    assert colours(page) == other(device)


def test_who_goes_back_to_the_colours_of_the_device_follows_it_again(page, device):
    button(page).click()
    button(page).click()
    page.emulate_media(color_scheme=other(device))
    assert colours(page) == other(device)


def test_paper_is_white_and_its_words_are_black(page):
    button(page).click()
    page.emulate_media(media="print")
    assert colours(page) == "light"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
