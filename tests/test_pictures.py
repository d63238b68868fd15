"""What a picture shows is what the data says, and the same stands beside it in words."""

import re
from datetime import date
from itertools import pairwise
from math import atan2, degrees, dist

import pytest

from macros.model.cycle import Cycle
from macros.model.month import Month
from macros.model.routes import Routes
from macros.pages import cycle_layout, route_layout
from macros.reading.canonical import data_of

from .copies import publish, read, set_fields, site_in
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


def test_the_steps_of_a_cycle_stand_on_a_circle_by_their_months(council_framework):
    drawn = cycle_layout.lay_out(council_framework.of(Cycle)["sampling"])
    centre = drawn.centre
    turned = {mark.text: round(degrees(atan2(mark.place.x - centre, centre - mark.place.y))) % 360 for mark in drawn.numbers}
    assert turned == {"1": 150, "2": 255}  # May and June, and the middle of September


def test_what_comes_of_a_step_stands_inside_the_circle(council_framework):
    drawn = cycle_layout.lay_out(council_framework.of(Cycle)["sampling"])
    [letter] = drawn.letters
    assert letter.text == "A" and dist((letter.place.x, letter.place.y), (drawn.centre, drawn.centre)) < drawn.ring - drawn.thick - drawn.disc


def test_a_joint_that_nobody_stated_is_open_and_has_no_arrow(council_framework):
    drawn = cycle_layout.lay_out(council_framework.of(Cycle)["sampling"])
    assert ([mark.text for mark in drawn.open], len(drawn.arrows)) == (["?"], 2)


def test_a_cycle_says_the_same_in_words(council_page):
    said = words_of(re.search(r'<ul class="steps".*?</ul>', council_page("framework/cycle").text, re.DOTALL)[0])
    assert said == (
        "1 May/June: Cases are read in pairs. Leads to A. Whether it leads to 2: not stated. "
        "A : The board hears what was found. Leads to 2. 2 September: The board chooses what to do otherwise."
    )


def test_a_line_leads_from_what_goes_to_each_who_gets_it(council_framework):
    drawn = route_layout.lay_out(council_framework, council_framework.of(Routes)["findings"])
    assert [" ".join(box.lines) for box in drawn.what] == ["Practice Lead What was found (twice a year)", "Good practice, to be told"]
    assert [" ".join(box.lines) for box in drawn.whom] == ["Learning Board", "The panel that matches", "All staff"]
    assert [ends(line, drawn) for line in drawn.lines] == [(0, 0), (0, 1), (1, 2)]


def ends(line, drawn):
    """Return the numbers of the two boxes that a line meets."""
    return tuple(
        next(number for number, box in enumerate(boxes) if box.y <= y <= box.foot)
        for boxes, y in ((drawn.what, line.y1), (drawn.whom, line.y2))
    )


def test_no_box_lies_on_another(framework):
    for routes in framework.of(Routes).values():
        drawn = route_layout.lay_out(framework, routes)
        for boxes in (drawn.what, drawn.whom):
            assert all(above.foot < below.y for above, below in pairwise(boxes))
            assert boxes[-1].foot <= drawn.height


def test_what_goes_to_whom_says_the_same_in_words_with_its_source(council_page):
    said = words_of(council_page("framework/cycle").text)
    assert "What was found , twice a year. From: Practice Lead . To: Learning Board , The panel that matches . The sampling cycle , pages 2–3" in said
    assert "Good practice, to be told . To: All staff. The Exampleshire year , page 4" in said


def test_an_edge_is_broken_where_no_sender_is_stated(council_page):
    assert picture_of(council_page("framework/cycle"), "routes").count('class="open"') == 1


def test_a_line_that_an_amendment_added_says_so(council):
    name = "data/routes/findings.yml"
    routes = data_of(read(council, name))["routes"]
    set_fields(council, name, routes=[*routes, {"what": "The list of themes", "to": [{"page": "roles/team-manager"}]}])
    publish(council, date(2027, 3, 1), kind="scheduled", why="Nobody knew.", do="Read it.")
    said = site_in(council).macros["routes"]("findings")
    assert "**The list of themes**. To: [Team Manager](/roles/team-manager.md).<br><span class=\"from-where\">Decided by an amendment</span>" in said
    assert "These lines stand in the June 2027 framework, as amended on 1 March 2027." in said
