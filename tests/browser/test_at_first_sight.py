"""What a first user notices: breaks, a full wall, and a console that stays in its place."""

import pytest
from playwright.sync_api import expect

from kit.programme import Programme
from tests.browser._people import nl
from tests.browser._served import Served
from tests.browser._stages import enter

LONG = Programme.load("design-thinking")
TITLES = {step.id: step.title["nl"] for step in LONG.steps}
SCROLLS = "document.scrollingElement.scrollHeight > document.scrollingElement.clientHeight"


@pytest.fixture
def served(tmp_path):
    """A workshop of a whole day, with breaks in it."""
    server = Served(tmp_path, "design-thinking")
    yield server
    print(server.log)
    server.stop()


def test_a_break_asks_nothing_and_says_what_comes_then(served, phone, screen):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    served.do({"kind": "go_to", "step": "pauze-ochtend"})
    anna.see_title(TITLES["pauze-ochtend"])
    wall = screen("wall", host="page")
    for one in (anna, wall):
        one.see(nl("After this:"))
        one.see(TITLES["waarom"])
    expect(anna.button("I am done")).to_have_count(0)
    served.do({"kind": "go_to", "step": "casus"})
    anna.see_title(TITLES["casus"])
    expect(anna.button("I am done")).to_be_visible()


def test_a_full_wall_names_who_does_it_and_when(served, screen):
    deals = [
        {
            "kind": "add_agreement",
            "step": "afspraken",
            "what": f"Afspraak {n}: elke week lopen twee mensen een ronde over het plein en door de hal",
            "owner": "politie",
            "lead": "wijkagent",
            "due": f"2026-12-{n + 1:02}",
            "paper": {"id": str(n), "organisation": "politie"},
        }
        for n in range(12)
    ]
    served.do(*enter("afspraken"), *deals)
    wall = screen("wall", host="page").page
    expect(wall.locator(".wall-deal")).to_have_count(12)
    expect(wall.locator(".flow-columns")).to_have_attribute("data-size", "xs")
    first = wall.locator(".wall-deal-who").first
    expect(first.get_by_text("Politie · wijkagent")).to_be_visible()
    expect(first.get_by_text("1 december")).to_be_visible()


def test_the_console_stays_in_its_place_and_counts_once(served, screen):
    served.do(*enter("nameting"))
    page = screen("trainer", host="page").page
    expect(page.locator(".sheet-now")).to_be_in_viewport()
    assert not page.evaluate(SCROLLS)
    expect(page.locator(".counts dt")).to_have_count(2)
    served.do({"kind": "close", "step": "nameting"})
    expect(page.locator(".counts dt")).to_have_count(3)
