"""What a picture shows is what the data says, and the same stands beside it in words."""

import re

import pytest

from macros.model.month import Month

from .seen import words_of

MONTHS = [month.name for month in Month]


def picture_of(page, kind):
    """Return the drawing of a kind on a page, such as "role-year"."""
    return re.search(rf'<figure class="picture {kind}".*?</figure>', page.text, re.DOTALL)[0]


def columns(drawing):
    """Return how many marks each month has that name the role, and how many that name nobody."""
    months = re.findall(r"<g>(.*?)</g>", drawing, re.DOTALL)
    return {name: (marks.count('class="named"'), marks.count('class="nobody"')) for name, marks in zip(MONTHS, months, strict=True)}


def in_words(page):
    """Return the line of each month beside the drawing."""
    folded = re.search(r'<details class="in-words".*?</details>', page.text, re.DOTALL)[0]
    return dict(words_of(line).split(" . ", 1) for line in re.findall(r"<li>.*?</li>", folded, re.DOTALL))


def test_a_role_sees_in_each_month_what_names_it_and_what_names_nobody(council_page):
    drawn = columns(picture_of(council_page("roles/performance-analyst"), "role-year"))
    assert {name: marks for name, marks in drawn.items() if marks != (1, 0)} == {
        "January": (2, 0), "March": (1, 1), "April": (2, 0), "July": (2, 0), "November": (2, 0),
    }


def test_the_same_stands_beside_it_in_words(council_page):
    said = in_words(council_page("roles/performance-analyst"))
    assert list(said) == MONTHS
    assert said["March"] == "Names this role: Records Group. Names nobody: Learning Board."


@pytest.fixture
def chosen(browser, council_address):
    """The home page in March, with a role chosen."""
    with browser.new_page() as page:
        page.clock.set_fixed_time("2027-03-15T12:00:00Z")
        page.goto(council_address)
        page.get_by_label("My role").select_option("performance-analyst")
        yield page


def test_the_home_page_shows_the_year_of_the_role_that_was_chosen(chosen, council_page):
    months = chosen.locator(".role-year:visible g").evaluate_all(
        "all => all.map(one => [one.querySelectorAll('.named').length, one.querySelectorAll('.nobody').length])"
    )
    assert [*map(tuple, months)] == [*columns(picture_of(council_page("roles/performance-analyst"), "role-year")).values()]


def test_it_says_so_to_a_screen_reader(chosen):
    assert "March: 1 name my role, 1 name nobody" in chosen.locator(".role-year desc").text_content()


def test_the_present_month_is_marked(chosen):
    months = chosen.locator(".now").evaluate_all("all => all.filter(one => getComputedStyle(one).stroke !== 'none').map(one => one.dataset.month)")
    assert months == ["3"]


def test_before_a_role_is_chosen_the_home_page_has_no_such_picture(browser, council_address):
    with browser.new_page() as page:
        page.goto(council_address)
        assert page.locator(".role-year").is_hidden()
