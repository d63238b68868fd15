"""What a picture shows is what the data says, and the same stands beside it in words."""

import re
from datetime import date
from itertools import pairwise
from math import atan2, degrees, dist

import pytest

from macros.model.cycle import Cycle
from macros.model.month import Month
from macros.model.routes import End, Route, Routes
from macros.pages import cycle_layout, route_layout
from macros.pages.lettering import lines_of
from macros.reading.canonical import data_of

from .copies import edit, publish, read, set_fields, site_in
from .paper import printed
from .seen import words_of

MONTHS = [month.name for month in Month]


def picture_of(page, kind):
    """Return the drawing of a kind on a page, such as "role-year"."""
    return re.search(rf'<figure class="picture {kind}".*?</figure>', page.text, re.DOTALL)[0]


def columns(drawing):
    """Return how many marks each month has that name the role, and how many that name nobody."""
    months = re.findall(r"<g>(.*?)</g>", drawing, re.DOTALL)
    return {name: (marks.count('class="named"'), marks.count('class="nobody"')) for name, marks in zip(MONTHS, months, strict=True)}


def test_a_role_sees_in_each_month_what_names_it_and_what_names_nobody(council_page):
    drawn = columns(picture_of(council_page("roles/performance-analyst"), "role-year"))
    assert {name: marks for name, marks in drawn.items() if marks != (1, 0)} == {
        "January": (2, 0), "March": (1, 1), "April": (2, 0), "July": (2, 0), "November": (2, 0),
    }


def test_the_same_stands_beside_it_in_words(council_page):
    page = council_page("roles/performance-analyst")
    assert "March: 1 name the role, 1 name no one" in picture_of(page, "role-year")
    assert re.search(r"May be for you: no one is named .* Learning Board March", words_of(page.text))


@pytest.fixture
def chosen(browser, council_address):
    """The home page in March, with a role chosen."""
    with browser.new_page() as page:
        page.clock.set_fixed_time("2027-03-15T12:00:00Z")
        page.goto(council_address)
        page.evaluate("localStorage.setItem('practice-standards.my-role', 'performance-analyst')")
        page.reload()
        yield page


def test_the_home_page_shows_the_year_of_the_role_that_was_chosen(chosen, council_page):
    months = chosen.locator(".role-year:visible g").evaluate_all(
        "all => all.map(one => [one.querySelectorAll('.named').length, one.querySelectorAll('.nobody').length])"
    )
    assert [*map(tuple, months)] == [*columns(picture_of(council_page("roles/performance-analyst"), "role-year")).values()]


def test_it_says_so_to_a_screen_reader(chosen):
    assert "March: 1 name my role, 1 name no one" in chosen.locator(".role-year desc").text_content()


def test_the_present_month_is_marked(chosen):
    months = chosen.locator(".frame").evaluate_all("all => all.filter(one => getComputedStyle(one).stroke !== 'none').map(one => one.dataset.month)")
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
    assert [" ".join(box.lines) for box in drawn.what] == ["Records Keeper What was found (twice a year)", "Good practice, to be told"]
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
    assert "What was found , twice a year. From: Records Keeper . To: Learning Board , The panel that matches . The sampling cycle , pages 2–3" in said
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


def test_the_wheel_has_an_arc_for_what_a_month_holds_beside_what_is_done_every_month(council_page):
    drawn = picture_of(council_page("handbook/poster"), "wheel")
    months = re.findall(r'<g data-month.*?</g>', drawn, re.DOTALL)
    arcs = {name: month.count("<path") for name, month in zip(MONTHS, months, strict=True)}
    assert arcs == {
        "January": 1, "February": 1, "March": 1, "April": 1, "May": 2, "June": 2,
        "July": 2, "August": 0, "September": 1, "October": 2, "November": 3, "December": 1,
    }
    assert '<text class="count" x="170" y="172">2</text>' in drawn
    assert "Every month: 2 activities. Beside them: January 1, February 1," in drawn


def test_the_poster_names_what_the_wheel_counts(browser, council_address):
    with browser.new_page() as page:
        page.goto(f"{council_address}handbook/poster/")
        lists = {part: page.locator(f".poster h2:has-text('{part}') + ul li").all_inner_texts() for part in ("Every month", "June", "August")}
    assert lists == {"Every month": ["Matching Panel", "Records Group"], "June": ["Case sampling", "Listening Week"], "August": []}


def test_the_poster_is_one_sheet_of_a3(browser, council_address):
    with browser.new_page() as page:
        page.goto(f"{council_address}handbook/poster/")
        assert printed(page) == [(420, 297)]


@pytest.mark.parametrize(("width", "is_shown"), [(360, False), (768, False), (1440, True)])
def test_the_home_page_shows_the_wheel_where_there_is_room(browser, council_address, width, is_shown):
    with browser.new_page(viewport={"width": width, "height": 900}) as page:
        page.goto(council_address)
        assert page.locator(".wheel").is_visible() == is_shown


def test_roles_stand_by_the_panels_that_they_chair_or_sit_on(browser, council_address):
    with browser.new_page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(f"{council_address}roles/")
        table = page.get_by_role("table", name="Roles by panels and meetings")
        rows = table.locator("tr").evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))")
    assert rows == [
        ["Role", "Matching Panel", "Records Group (RG)"],
        ["Practice Lead", "chair", "takes part"],
        ["Team Manager", "takes part", ""],
        ["Reviewing Officer", "takes part", "chair"],
        ["Performance Analyst", "", "takes part"],
    ]


def test_on_a_phone_each_role_is_followed_by_what_it_sits_on(browser, council_address):
    with browser.new_page(viewport={"width": 360, "height": 800}) as page:
        page.goto(f"{council_address}roles/")
        marks = page.locator(".matrix tr").filter(has_text="Practice Lead").locator("td:visible")
        words = "one => one.textContent + getComputedStyle(one, '::after').content"
        assert marks.evaluate_all(f"all => all.map({words})") == ['chair": Matching Panel"', 'takes part": Records Group (RG)"']


@pytest.mark.parametrize("call", ["{{cycle(id=\"sampling\")}}", "{{\n  cycle(\n'sampling') }}"])
def test_a_page_may_call_its_picture_in_any_way(council, call):
    edit(council, "docs/framework/cycle.md", "{{ cycle('sampling') }}", call)
    assert "cycle" in site_in(council).macros


def test_who_gets_things_has_one_box_under_whatever_name(council_framework):
    routes = council_framework.of(Routes)["findings"]
    board = Route(what="The list of themes", to=(End(page="panels/learning-board", text="LB"),))
    drawn = route_layout.lay_out(council_framework, routes.model_copy(update={"routes": (*routes.routes, board)}))
    assert [" ".join(box.lines) for box in drawn.whom] == ["Learning Board", "The panel that matches", "All staff"]


@pytest.mark.parametrize("is_bold", [False, True])
def test_no_line_is_wider_than_its_column(browser, framework, is_bold):
    texts = [*(framework.panel[id].title for id in framework.panel), "Programme Management Team", "MMWW CSMT MASH CHSCP", "m" * 40]
    lines = [line for text in texts for line in lines_of(text, 122, is_bold)]
    assert "".join(lines).replace(" ", "") == "".join(texts).replace(" ", "")
    with browser.new_page() as page:
        measure = "([lines, weight]) => { const at = document.createElement('canvas').getContext('2d');" \
            "at.font = `${weight} 12.5px system-ui`; return lines.filter((line) => at.measureText(line).width > 122); }"
        assert page.evaluate(measure, [lines, 700 if is_bold else 400]) == []


def test_a_cycle_and_what_goes_to_whom_may_have_one_id(council):
    routes = council / "data" / "routes"
    (routes / "findings.yml").rename(routes / "sampling.yml")
    edit(council, "docs/framework/cycle.md", "routes('findings')", "routes('sampling')")
    macros = site_in(council).macros
    ids = re.findall(r'\sid="([^"]+)"', macros["cycle"]("sampling") + macros["routes"]("sampling"))
    assert len(ids) == len(set(ids)) > 4


def test_the_years_of_two_roles_may_stand_on_one_page(council):
    macros = site_in(council).macros
    ids = re.findall(r'\sid="([^"]+)"', macros["role"]("performance-analyst") + macros["role"]("team-manager"))
    assert len(ids) == len(set(ids)) > 2


def test_the_caption_of_a_cycle_says_whose_the_numbers_are(council_page):
    assert (
        "An arrow means that the words of one step point to another. The numbers are this site's, in the order of the framework's list; "
        "it does not say which comes first. A question mark means that the framework does not say whether one step leads to the next."
    ) in words_of(picture_of(council_page("framework/cycle"), "cycle"))


def test_each_page_to_print_has_its_own_place_in_the_menu(framework):
    places = [page.menu.position for address, page in framework.pages.items() if address.startswith("handbook/") and not page.menu.under]
    assert None not in places and len(places) == len({*places})


@pytest.fixture
def crowded(council):
    """Exampleshire with so much that names nobody, and so many bodies, that no page of a role could list them all."""
    for number in range(41):
        set_fields(council, f"data/panels/circle-{number}.yml", title=f"Circle {number}", group="panels", purpose="Meets.", members=["practice-lead"])
        fields = {"title": f"Tidying {number}", "group": "meetings", "summary": "Papers are put away.", "months": ["May"]}
        set_fields(council, f"data/activities/tidying-{number}.yml", **fields)
    return site_in(council).macros


def test_where_very_much_names_nobody_the_page_of_a_role_says_how_much_and_where_it_stands(crowded):
    page = crowded["role"]("records-keeper")
    assert "Tidying 7" not in page
    assert "These are 42 activities, the same for every role." in page


def test_where_a_month_holds_very_much_one_mark_stands_for_all_of_a_kind(crowded):
    drawn = re.findall(r'<rect class="(\w+)" .*?y="([\d.]+)" .*?height="([\d.]+)"', crowded["role"]("performance-analyst").partition("Apr<")[2])
    assert [kind for kind, _, _ in drawn if kind != "frame"][:2] == ["named", "nobody"]
    named, nobody = [(float(y), float(height)) for kind, y, height in drawn if kind != "frame"][:2]
    assert nobody[0] + nobody[1] < named[0] and nobody[1] > 10 * named[1], "it stands on the other one, and is as high as what it counts"


def test_where_there_are_very_many_bodies_each_role_is_followed_by_its_own(crowded):
    page = crowded["roles_by_panels"]()
    assert "<table" not in page
    assert "**[Reviewing Officer](/roles/reviewing-officer.md)** chairs: [Records Group (RG)]" in page.replace("&#40;", "(").replace("&#41;", ")")
