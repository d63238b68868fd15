"""What the environment says of a site: where it is published, and where programs that cannot sign in find the calendars."""

import pytest

from macros.site import NO_ADDRESS, NO_ANSWER, NO_KEY, Site

from .copies import ADDRESS, PROJECT, history_of, site_in

KEY = "k3yThatNobodyCouldGuess"


@pytest.mark.parametrize("site_url", [
    'https://x.example/a"b/', "https://x.example/a b/", "https://x.example/<b>/", "javascript://x.example/%0aalert(1)/",
    "https://lead:secret@x.example/", "https://x.example/?a=b/", "https://x.example/#a/", "https://x.example/index.html/", "https://x.example/index.php/", "https://x.example:999999/", "https://x.example/../",
    "https://x.example/a;b/",
])
def test_what_is_no_address_of_a_site_is_refused(council, site_url):
    problem, *_ = site_in(council, site_url).problems([], PROJECT / "overrides")
    assert str(problem) == f"mkdocs.yml:1: {NO_ADDRESS}"


@pytest.mark.parametrize("site_url", ["https://x.example/", "http://127.0.0.1:8000/", "https://x.example/a-b/c.d/"])
def test_the_address_of_a_folder_is_one_of_a_site(council, site_url):
    assert [*site_in(council, site_url).wrong_settings()] == []


@pytest.mark.parametrize("key", ["short", "../../somewhere-else-entirely", "letters and spaces between them"])
def test_a_key_that_could_be_guessed_or_is_no_folder_is_refused(council, key):
    [problem] = Site(history_of(council), ADDRESS, calendar_key=key).wrong_settings()
    assert str(problem) == f"mkdocs.yml:1: {NO_KEY}"


def test_a_copy_for_a_disk_is_asked_for_by_true_and_by_nothing_that_looks_like_it(council):
    problems = Site(history_of(council), ADDRESS, is_offline="perhaps").wrong_settings()
    assert [*map(str, problems)] == [f"mkdocs.yml:1: {NO_ANSWER}"]


def test_with_a_key_each_calendar_stands_at_a_path_that_nobody_can_guess_too_and_people_are_given_that(council):
    site = Site(history_of(council), ADDRESS, calendar_key=KEY)
    calendars = {path for path in site.files if path.startswith("calendar/")}
    assert {path.removeprefix(f"{KEY}/") for path in site.files if path.startswith(KEY)} == calendars != set()
    assert f"{ADDRESS}{KEY}/calendar/qa.ics" in site.macros["calendars"]()
    assert f"{ADDRESS}calendar/qa.ics" not in site.macros["calendars"]()


def test_the_key_is_part_of_no_address_that_is_recorded(council):
    site = Site(history_of(council), ADDRESS, calendar_key=KEY)
    assert [address for address in site.addresses if KEY in address] == []
