"""The canvas as people use it: hints, sheets that move on, merging at a table, a journey, a photo."""

import io

import msgspec
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests._hall import programme, step
from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._served import Served

SMALL = {"width": 320, "height": 640}
AGAINST = "Hoe kunnen we overlast op het plein voorkomen?"
FOR = "Hoe kunnen we het plein prettig en vertrouwd maken?"


@pytest.fixture
def served(tmp_path):
    """A workshop with four kinds of canvas."""
    file = tmp_path / "canvas.yaml"
    steps = (
        step("map", canvas="empathy-map", phase="empathise", per="team"),
        step("ask", canvas="how-might-we", phase="define", per="team", limit=3, build_on="map"),
        step("sheets", canvas="brainwriting-635", hidden=True),
        step("trip", canvas="journey", phase="empathise", per="team"),
        step("story", canvas="prototype-storyboard", phase="test", per="team"),
    )
    file.write_bytes(msgspec.json.encode(programme(*steps, teams=1)))
    server = Served(tmp_path, programme=file)
    yield server
    print(server.log)
    server.stop()


def opened(served, name):
    served.do({"kind": "go_to", "step": name}, {"kind": "open", "step": name})


def sketch():
    out = io.BytesIO()
    Image.new("RGB", (3000, 2000), "orange").save(out, "PNG")
    return {"name": "schets.png", "mimeType": "image/png", "buffer": out.getvalue()}


def test_a_question_gets_hints_and_another_turn(served, phone, screen):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served, "map")
    assumption = anna.page.get_by_role("button", name=nl("Assumption"))
    anna.type("ziet niemand", "Wat ziet deze persoon?")
    tab_to(anna.page, assumption)
    anna.page.keyboard.press("Space")
    expect(assumption).to_have_attribute("aria-pressed", "true")
    assert barriers(anna.page) == []
    anna.put()
    expect(anna.card("ziet niemand")).to_contain_text(nl("Assumption"))
    opened(served, "ask")
    console, table = (screen(role, host="page") for role in ("trainer", "team"))
    table.sit(anna.team)
    anna.page.get_by_role("button", name="ziet niemand").click()
    anna.type(AGAINST)
    anna.put()
    expect(anna.card(AGAINST)).to_contain_text(nl("Who is it for? Name a person or a group."))
    anna.see(nl("You ask how to stop something. Also ask for what you do want, and keep both."))
    assert barriers(anna.page) == []
    console.see(nl("1 card with a tip"))
    table.see(nl("Tip"))
    anna.button("Ask what you do want").click()
    expect(anna.page.get_by_role("textbox")).to_have_value(FOR)
    anna.put()
    expect(anna.card(FOR)).to_contain_text(nl("Builds on: {text}", text=AGAINST))
    anna.page.get_by_role("button", name="Maak het klein (deze week)").click()
    expect(anna.page.get_by_role("textbox")).to_have_value("Hoe kunnen we deze week al …?")
    table.page.get_by_role("button", name=nl("Change: {text}", text=AGAINST)).click()
    table.button("Ask what you do want").click()
    expect(table.page.get_by_role("button", name=nl("Change: {text}", text=FOR))).to_have_count(2)
    for shown in (anna, console, table):
        assert barriers(shown.page) == []
    anna.page.set_viewport_size(SMALL)
    assert fits(anna.page)
    with served.open() as workshop:
        cards = workshop.cards
        assert cards["evidence"].tolist()[0] == "assumption"
        assert cards["parent"].tolist()[1:] == ["k1", "k2", "k2"]


def test_sheets_go_round(served, phone, screen):
    people = []
    for name, organisation in (("Anna", "Bewoners"), ("Bram", "Politie")):
        people.append(phone(name))
        people[-1].join(served.join, organisation)
    anna, bram = people
    opened(served, "sheets")
    console = screen("trainer", host="page")
    anna.see(nl("This is your own sheet. Write your first ideas."))
    anna.write("Een bank met dak")
    bram.write("Samen eten")
    console.see(nl("{cards} in this round", cards=nl("{n} cards", n=2)))
    console.button("Next round: pass the sheets on").click()
    for person in people:
        person.see(nl("Round {n} of {count}", n=2, count=4))
        assert barriers(person.page) == []
    anna.build_on("Samen eten", "Samen eten onder het dak")
    expect(anna.card("Een bank met dak")).to_have_count(0)
    bram.see("Een bank met dak")
    console.see(nl("{share} builds on another organisation", share="33%"))
    assert barriers(console.page) == []
    with served.open() as workshop:
        assert workshop.cards["round"].tolist() == [1, 1, 2]
        assert workshop.room.timer.total == 240


def test_a_table_merges_draws_a_line_and_takes_apart(served, phone, screen):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served, "map")
    table = screen("team", host="page")
    table.sit(anna.team)
    for text in ("een", "twee"):
        table.write(text, "Wat ziet deze persoon?")
        table.zone("Wat ziet deze persoon?").get_by_role("button", name=nl("Done"), exact=True).click()
    table.button("Merge cards").click()
    for text in ("een", "twee"):
        table.page.get_by_role("button", name=nl("Choose: {text}", text=text)).click()
    assert barriers(table.page) == []
    table.page.get_by_label(nl("Text of the merged card")).fill("een en twee")
    table.button("Merge {n} cards", n=2).click()
    merged = table.page.get_by_role("button", name=nl("Change: {text}", text="een en twee"))
    expect(merged).to_contain_text(nl("{n} together", n=2))
    merged.click()
    table.button("Take apart").click()
    expect(table.page.get_by_role("button", name=nl("Change: {text}", text="twee"))).to_be_visible()
    opened(served, "trip")
    for moment, value in (("Voor het begint", "+1"), ("De melding", "−2")):
        label = f"{moment} · Hoe voelt het?"
        table.page.get_by_role("button", name=nl("Add a card: {zone}", zone=label)).click()
        table.page.get_by_role("button", name=value, exact=True).click()
        table.button("Add card").click()
        table.button("Done").click()
    table.see(nl("deepest dip"))
    assert barriers(table.page) == []


def test_a_photo_of_a_sketch_is_seen_in_the_room(served, phone, screen):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served, "story")
    table, wall, console = (screen(role, host="page") for role in ("team", "wall", "trainer"))
    table.sit(anna.team)
    anna.page.locator("input[type=file]").set_input_files(sketch())
    expect(anna.page.get_by_alt_text(nl("Your photo"))).to_be_visible()
    anna.type("Zo ziet het plein eruit")
    assert barriers(anna.page) == []
    anna.put()
    alt = nl("Photo: {text}", text="Zo ziet het plein eruit")
    expect(anna.page.get_by_alt_text(alt).first).to_be_visible()
    expect(table.page.get_by_alt_text(alt)).to_be_visible()
    expect(wall.page.get_by_alt_text(alt)).to_have_count(0)
    console.reveal()
    expect(wall.page.get_by_alt_text(alt)).to_be_visible()
    anna.page.get_by_role(
        "button", name=nl("See the photo large: {text}", text="Zo ziet het plein eruit")
    ).click()
    assert barriers(anna.page) == []
    anna.page.keyboard.press("Escape")
    with served.open(read_only=True) as workshop:
        (name,) = workshop.cards["photo"].dropna()
        with Image.open(io.BytesIO(workshop.journal.photo(name))) as picture:
            assert picture.size == (1600, 1067), "the browser made it smaller before it was sent"


def test_a_file_that_is_no_photo_is_refused_with_a_sentence(served, phone, watch):
    watch.allow(r"/photo", because="it is refused, which a browser notes down")
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served, "story")
    file = {"name": "brief.png", "mimeType": "image/png", "buffer": b"geen foto"}
    anna.page.locator("input[type=file]").set_input_files(file)
    anna.see(nl("This is not a photo that can be read. Take it again, as JPEG or PNG."))
    anna.write("Dan maar in woorden")
