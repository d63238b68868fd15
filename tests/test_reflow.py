"""Nothing has to be scrolled sideways, and nothing is cut: on any screen, with letters twice as large, with wide spacing, in any colours.

Pages are looked at as they will be, once every field of every record is filled.
"""

import pytest

from . import kinds
from .axe import still
from .filled import filled_council, unfilled
from .reflow import FAULTS, faults

CHOSEN = "localStorage.setItem('practice-standards.my-role', 'principal-practitioner team-manager')"  # so that what is theirs leads


@pytest.fixture
def page(browser):
    with still(browser) as page:
        yield page


def test_nothing_is_cut_or_too_wide_on_pages_with_every_field_filled(page, filled_address):
    page.add_init_script(CHOSEN)
    assert faults(page, filled_address, kinds.FILLED) == {}


def test_nothing_is_cut_or_too_wide_on_what_another_council_has(page, borough_address):
    assert faults(page, borough_address, kinds.SALTMARSH, widths=[320]) == {}


def test_every_field_of_the_model_is_filled(tmp_path):
    assert unfilled(filled_council(tmp_path / "filled")) == []


@pytest.mark.parametrize(("html", "fault"), [
    ("<p style='width: 200vw'>words</p>", "wider than the screen by"), ("<p style='overflow: hidden; width: 9px'>words</p>", "cut: p"),
    ("<p style='overflow: hidden; height: 9px'>words</p>", "cut: p"), ("<button style='all: unset; display: block; height: 9px'>x</button>", "too small to press"),
    ("<div style='overflow: hidden'><p style='margin-left: 150vw; width: 50px'>words</p></div>", "beside the screen: p"),
])
def test_a_fault_of_each_kind_would_be_seen(page, html, fault):
    page.set_content(html)
    assert any(fault in one for one in page.evaluate(FAULTS)), page.evaluate(FAULTS)
    page.set_content("<p>words</p><button style='padding: 9px'>Press this</button>")
    assert page.evaluate(FAULTS) == []
