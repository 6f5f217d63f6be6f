"""A bowtie drawn by a table: from its screen without a mouse, from a phone, and then for the room to see."""

import msgspec
import pytest
from playwright.sync_api import expect

from tests._hall import programme, step
from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._served import Served

HAZARD, TOP = "Veel jongeren op een klein plein", "De sfeer slaat om"
CAUSE, RESULT = "Oudere jongens brengen vuurwerk mee", "Iemand raakt gewond"
MEASURE = "De wijkagent is er snel"
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def served(tmp_path):
    """A workshop in which tables may draw."""
    file = tmp_path / "vlinderdas.yaml"
    steps = (step("tie", "bowtie", phase="define"), step("ideas"), step("vote", "ballot", source="ideas"))
    file.write_bytes(msgspec.json.encode(programme(*steps)))
    server = Served(tmp_path, programme=file)
    server.do({"kind": "go_to", "step": "tie"}, {"kind": "open", "step": "tie"})
    yield server
    print(server.log)
    server.stop()


def add(element, text, **said):
    return {"kind": "add_node", "step": "tie", "element": element, "text": text, "team": "Tafel 1"} | said


DRAWN = (
    add("hazard", HAZARD), add("top_event", TOP), add("threat", CAUSE, domain="veiligheid"),
    add("consequence", RESULT), add("recov", MEASURE, parent="n4", organisation="politie", domain="zorg"),
)  # fmt: skip


def box(page, text):
    """An element of the drawing, as a button."""
    return page.locator(".tie-drawing").get_by_role("button").filter(has_text=text)


def must_not_keep_anybody_out(page):
    assert barriers(page) == []
    usual = page.viewport_size
    page.set_viewport_size(SMALL)
    assert fits(page), "has to be scrolled sideways at 320 pixels"
    page.set_viewport_size(usual)


@pytest.mark.usefixtures("served")
def test_a_table_draws_without_a_mouse(screen):
    table = screen("team", host="page")
    table.sit("Tafel 1")
    page = table.page
    for label, text in (("Hazard or situation", HAZARD), ("The moment that it goes wrong", TOP)):
        field = page.get_by_role("textbox", name=nl(label))
        tab_to(page, field)
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(table.button("Causes" if text == TOP else "When it goes wrong")).to_be_focused()
        page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name=nl("Cause"), exact=True)
    tab_to(page, field)
    page.keyboard.type("geen toezicht")
    table.see(nl("Is this a measure that is missing? Write what can go wrong itself."))
    field.fill(CAUSE)
    page.keyboard.press("Enter")
    gap = box(page, "Gat")
    tab_to(page, gap)
    page.keyboard.press("Space")
    expect(page.get_by_role("textbox", name=nl("Measure before"))).to_be_focused()
    page.keyboard.type(MEASURE)
    page.keyboard.press("Enter")
    expect(gap).to_have_count(0)
    must_not_keep_anybody_out(page)


def test_a_phone_adds_to_the_drawing_and_says_who_owns_what(served, phone):
    served.do(*DRAWN)
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    if anna.team != "Tafel 1":
        served.do({"kind": "move", "participant": "p1", "team": "Tafel 1"})
    page = anna.page
    page.get_by_role("button", name="3. Oorzaken: 1 getekend").click()
    page.get_by_role("textbox", name=nl("Cause")).fill("Een ruzie van online gaat verder")
    anna.button("Add").click()
    anna.see("Een ruzie van online gaat verder")
    page.get_by_role("button", name="6. Maatregelen achteraf: 1 getekend").click()
    page.get_by_role("button", name=MEASURE).click()
    must_not_keep_anybody_out(page)
    page.get_by_label(nl("How well does it work?")).select_option("zwak")
    anna.button("Save").click()
    anna.see(nl("works badly"))
    page.get_by_role("button", name=MEASURE).click()
    anna.button("Take it off").click()
    anna.button("Put it back").click()
    expect(page.get_by_role("button", name=MEASURE)).to_be_visible()


def test_the_room_sees_a_bowtie_when_the_trainer_shows_it(served, screen):
    served.do(*DRAWN)
    console, wall, results = (screen(role, host="page") for role in ("trainer", "wall", "results"))
    console.see(nl("gaps: lines without a measure"))
    must_not_keep_anybody_out(console.page)
    wall.see(nl("Each table sees its own drawing."))
    expect(wall.page.get_by_text(CAUSE.split(maxsplit=1)[0])).to_have_count(0)
    console.close_step()
    console.reveal()
    for one in (wall, results):
        expect(one.page.locator(".tie-drawing").first).to_contain_text(TOP)
        must_not_keep_anybody_out(one.page)
    smallest = wall.page.evaluate(
        "Math.min(...[...document.querySelectorAll('.tie-drawing text')].map((one) =>"
        " one.getScreenCTM().a * parseFloat(getComputedStyle(one).fontSize)))"
    )
    assert smallest >= wall.page.viewport_size["height"] / 40
    results.page.get_by_text(nl("Table: {caption}", caption="Vlinderdas van Tafel 1")).click()
    row = results.page.get_by_role("row").filter(has_text=MEASURE)
    expect(row).to_contain_text("Politie")


def test_a_chosen_idea_goes_back_on_its_line(served, screen):
    idea = "Jongeren en bewoners eten samen"
    paper = {"id": "1", "organisation": "school"}
    served.do(
        *DRAWN,
        {"kind": "go_to", "step": "ideas"}, {"kind": "open", "step": "ideas"},
        {"kind": "add_card", "step": "ideas", "zone": "idea", "text": idea, "paper": paper},
        {"kind": "go_to", "step": "vote"}, {"kind": "open", "step": "vote"},
        {"kind": "cast_votes", "step": "vote", "votes": {"k1": 3}, "paper": paper},
        {"kind": "close", "step": "vote"}, {"kind": "go_to", "step": "tie"},
    )  # fmt: skip
    console = screen("trainer", host="page")
    console.page.get_by_label(nl("For: {text}", text=idea)).select_option(f"{nl('Cause')}: {CAUSE}")
    console.button("Put it there").click()
    expect(box(console.page, "Jongeren en")).to_contain_text(nl("idea"))
    expect(box(console.page, "Gat")).to_have_count(0)
