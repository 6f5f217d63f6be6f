"""The trainer is shown cards that may say the same, looks, and merges them or does not."""

import msgspec
import pytest
from playwright.sync_api import expect

from kit.model.people import Actor
from kit.requests import Join, Request
from tests._hall import programme, step
from tests.activities._cafe import cafe
from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._served import Served

LAMPS, LAMP = "Betere verlichting bij de trap", "Lampen bij de trap ophangen"
SEATS, SEAT = "Bankjes op het plein voor ouderen", "Zitplekken voor ouderen op het plein"
NO, YES = "Geen camera's op het plein", "Camera's op het plein"
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def served(tmp_path):
    """A workshop of two canvases and a café."""
    file = tmp_path / "doubles.yaml"
    steps = (step("ideas"), step("other"), cafe(switch_minutes=0))
    file.write_bytes(msgspec.json.encode(programme(*steps, teams=1)))
    server = Served(tmp_path, programme=file)
    yield server
    print(server.log)
    server.stop()


def ideas(served, *texts):
    served.do({"kind": "go_to", "step": "ideas"}, {"kind": "open", "step": "ideas"})
    paper = {"id": "1", "organisation": "school"}
    for text in texts:
        served.do({"kind": "add_card", "step": "ideas", "zone": "idea", "text": text, "paper": paper})


def in_the_cafe(served, *texts):
    """Two people sit at a table, and keep insights."""
    served.do({"kind": "go_to", "step": "cafe"}, {"kind": "open", "step": "cafe"})
    with served.open() as workshop:
        for n, organisation in enumerate(("politie", "school")):
            (ack,) = workshop.transact([Request(Actor("participant", "join"), Join(f"t{n}"))])
            one = Actor("participant", ack.participant, ack.participant)
            workshop.do({"kind": "set_profile", "organisation": organisation}, one)
        workshop.do({"kind": "next_round", "step": "cafe"})
        for text in texts:
            workshop.do({"kind": "add_card", "step": "cafe", "zone": "insight", "text": text}, one)


def suggestion(console):
    return console.page.get_by_role("region", name=nl("Are these alike?"))


def test_a_suggestion_is_chosen_and_merged_by_keyboard(served, screen):
    ideas(served, LAMPS, NO, SEATS, LAMP, YES, SEAT)
    console, wall = (screen(role, host="page") for role in ("trainer", "wall"))
    here = suggestion(console)
    expect(here.get_by_role("listitem")).to_have_text([SEATS, SEAT])
    expect(here).to_contain_text(nl("{n} more to look at", n=1))
    expect(suggestion(wall)).to_have_count(0)
    assert barriers(console.page) == []
    tab_to(console.page, console.button("Choose these"))
    console.page.keyboard.press("Enter")
    field = console.page.get_by_label(nl("Text of the merged card"))
    expect(field).to_be_focused()
    expect(field).to_have_value(SEATS)
    expect(here).to_contain_text(nl("Chosen: merge them below"))
    assert barriers(console.page) == []
    with served.open(read_only=True) as workshop:
        assert workshop.cards["merged_into"].isna().all(), "nothing is merged until the trainer does"
    field.fill("Bankjes voor ouderen")
    console.page.keyboard.press("Tab")
    console.page.keyboard.press("Enter")
    expect(here.get_by_role("listitem")).to_have_text([LAMPS, LAMP])
    with served.open(read_only=True) as workshop:
        assert workshop.cards["merged_into"].notna().sum() == 2
    console.page.set_viewport_size(SMALL)
    assert fits(console.page)


def test_what_is_not_the_same_stays_away(served, screen):
    ideas(served, LAMPS, SEATS, LAMP, SEAT)
    console = screen("trainer", host="page")
    here = suggestion(console)
    console.button("Not the same").click()
    expect(here.get_by_role("listitem")).to_have_text([LAMPS, LAMP])
    console.button("Choose: {text}", text=SEATS).click()
    expect(here).to_have_count(0)  # other cards are chosen
    console.button("Choose none").click()
    console.button("Not the same").click()
    expect(here).to_have_count(0)
    served.do({"kind": "go_to", "step": "other"})
    console.see_step("Stap other")
    served.do({"kind": "go_to", "step": "ideas"})
    console.see(LAMPS)
    expect(here).to_have_count(0)
    console.page.reload()
    expect(here.get_by_role("listitem")).to_have_text([SEATS, SEAT])


def test_so_it_goes_with_the_harvest_of_a_cafe(served, screen):
    in_the_cafe(served, LAMPS, SEATS, LAMP)
    console = screen("trainer", host="page")
    here = suggestion(console)
    console.button("Choose these").click()
    assert barriers(console.page) == []
    console.button("Merge {n} cards", n=2).click()
    expect(here).to_have_count(0)
    with served.open(read_only=True) as workshop:
        assert workshop.cards["merged_into"].notna().sum() == 2
