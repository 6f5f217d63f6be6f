"""The charts of a case: folded open on a phone, leafed through on the wall, and on the other screens."""

import pytest
from playwright.sync_api import expect

from kit.workshop import Workshop
from tests._hall import programme, step
from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._served import Served
from tests.charts._neighbourhoods import LIMITS, chart, neighbourhoods, years

ALL = {"BU01": [52, 26], "BU02": [19, 38], "BU03": [5, None], "BU04": [40, 20], "GM01": [460, 920]}
CREDIT = "Bron: Politie, Misdrijven, 2023, CC BY 4.0"
BACK_ROW = 24
"""Pixels that letters must have on a wall of 1920 by 1080."""
SMALL = {"width": 320, "height": 640}
LETTERS = """() => Math.min(...[...document.querySelectorAll(".wall-chart text")].map((one) =>
  parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""
OVERFLOWING = """() => [...document.querySelectorAll(".wall-chart, .wall-chart-what")].filter((one) =>
  one.scrollHeight > one.clientHeight + 1).length"""


@pytest.fixture
def served(tmp_path):
    """A workshop on a case with charts, at its briefing."""
    rows = [row for kind in ("total", "a", "b") for row in years(kind, **ALL)]
    case = neighbourhoods(
        rows, *(chart(draw, against="GM01") for draw in ("trend", "kinds", "profile", "map"))
    )
    steps = (step("lees", "briefing", phase="open"), step("ideas"))
    with Workshop.create(tmp_path / "zonnehoek.leefkit", case, programme(*steps)) as workshop:
        workshop.do({"kind": "go_to", "step": "lees"})
    server = Served(tmp_path)
    yield server
    print(server.log)
    server.stop()


def test_a_phone_folds_charts_open_and_reads_the_table(served, phone):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    page = anna.page
    charts = page.locator("details.chart")
    expect(charts).to_have_count(4)
    expect(charts.nth(0).get_by_role("img", name="Waar?")).to_be_visible()
    expect(charts.nth(0)).to_contain_text(CREDIT)
    expect(charts.nth(0)).to_contain_text(LIMITS)
    last = charts.nth(3)
    expect(last.get_by_role("img")).to_be_hidden()
    tab_to(page, last.locator("summary").first)
    page.keyboard.press("Enter")
    expect(last.get_by_role("img", name="Waar?")).to_be_visible()
    last.get_by_text(nl("Table: {caption}", caption="Waar?")).click()
    expect(last.get_by_role("row", name="De Kreek 38")).to_be_visible()
    assert barriers(page) == []
    page.set_viewport_size(SMALL)
    assert fits(page), "has to be scrolled sideways at 320 pixels"


@pytest.mark.usefixtures("served")
def test_the_wall_shows_each_chart_large_enough_for_the_back_row(screen):
    wall = screen("wall", host="page")
    for _ in range(4):
        wall.button("Next page").click()
        expect(wall.page.locator(".wall-chart")).to_contain_text(CREDIT)
        assert wall.page.evaluate(LETTERS) >= BACK_ROW
        assert wall.page.evaluate(OVERFLOWING) == 0
    assert barriers(wall.page) == []
    wall.button("Next page").click()
    expect(wall.page.locator(".wall-quote")).to_be_visible()


@pytest.mark.usefixtures("served")
def test_table_console_and_results_have_them_too(screen):
    table = screen("team", host="page")
    table.sit("Tafel 1")
    table.button("Charts").click()
    for one in (table, screen("trainer", host="page"), screen("results", host="page")):
        first = one.page.locator("details.chart").first
        if first.get_attribute("open") is None:
            first.locator("summary").first.click()
        expect(first.get_by_role("img", name="Waar?")).to_be_visible()
        expect(first).to_contain_text(CREDIT)
        assert barriers(one.page) == []
