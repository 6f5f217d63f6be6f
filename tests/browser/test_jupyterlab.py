"""A step and a screen stand in a cell of JupyterLab, and do there what they do on a phone and on the wall."""

import pytest
from playwright.sync_api import expect

from kit.workshop import Workshop
from tests.browser._lab import Lab
from tests.browser._people import Phone, nl
from tests.browser._stages import IDEA, OTHER, TO_THE_IDEAS, TO_THE_VOTE

LAB_STARTS = 60_000  # milliseconds


@pytest.fixture
def workshop_file(tmp_path):
    path = tmp_path / "zonnehoek.leefkit"
    with Workshop.create(path, "zonnehoek", "design-thinking-kort") as workshop:
        for command in [*TO_THE_IDEAS, *TO_THE_VOTE]:
            workshop.do(command)
    return path


@pytest.fixture
def lab(tmp_path, workshop_file, watch):
    lab = Lab(
        tmp_path,
        f"from kit import Workshop\nworkshop = Workshop.open({str(workshop_file)!r})",
        'workshop.widget("stemmen")',
        'workshop.widget("wall")',
    )
    watch.at_home(lab.url)
    yield lab
    print(lab.log)
    lab.stop()


def test_a_step_votes_and_a_wall_follows_in_cells_of_jupyterlab(lab, workshop_file, open_context):
    page = open_context("an analyst", viewport={"width": 1280, "height": 800}).new_page()
    page.goto(lab.address)
    cells = page.locator(".jp-Notebook .jp-Cell")
    expect(cells).to_have_count(3, timeout=LAB_STARTS)
    # Cells that are run before the kernel has answered stay empty.
    expect(page.get_by_role("button", name="Python 3 (ipykernel) | Idle")).to_be_visible(timeout=LAB_STARTS)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    ballot = Phone(cells.nth(1), "the cell")
    expect(ballot.card(IDEA)).to_be_visible(timeout=LAB_STARTS)
    ballot.vote({IDEA: 2, OTHER: 1})
    wall = cells.nth(2)
    wall.scroll_into_view_if_needed()
    expect(wall.get_by_text(nl("of {of} ballots are in", of=1))).to_be_visible()
    with Workshop.open(workshop_file, read_only=True) as workshop:
        votes = workshop.votes
        assert votes[["step", "card", "weight"]].to_numpy().tolist() == [
            ["stemmen", "k1", 2],
            ["stemmen", "k2", 1],
        ]
    with Workshop.open(workshop_file) as workshop:
        workshop.do({"kind": "close", "step": "stemmen"})
    expect(wall.locator(".wall-chart-says")).to_contain_text(nl("Chosen"))
