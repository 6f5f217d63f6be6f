"""Risks on a grid: by keyboard on a phone, at a table, on paper, and in a second round."""

import json
import re

import msgspec
import pytest
from playwright.sync_api import expect

from tests._hall import programme, step
from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._served import Served

FIREWORKS, FIRE = "Vuurwerk naar bewoners gooien", "Brand in de leegstaande bank"
LIKELY, HURT, UNSAFE = (
    "Hoe vaak gebeurt dit hier?",
    "Mensen raken gewond of ziek",
    "Mensen voelen zich onveilig",
)
SMALL = {"width": 320, "height": 640}


def on_paper(sheet, organisation, card, x, **scores):
    paper = {"id": sheet, "organisation": organisation}
    return {"kind": "place_card", "step": "grid", "card": card, "x": x, "scores": scores, "paper": paper}


def write(text):
    paper = {"id": "1", "organisation": "school"}
    return {"kind": "add_card", "step": "ideas", "zone": "idea", "text": text, "paper": paper}


@pytest.fixture
def per():
    return "person"


@pytest.fixture
def served(tmp_path, per):
    """A workshop with two risks to score."""
    file = tmp_path / "risico.yaml"
    grid = step("grid", "grid", source="ideas", grid="risk-frequent", winners=1, per=per)
    file.write_bytes(msgspec.json.encode(programme(step("ideas"), grid)))
    server = Served(tmp_path, programme=file)
    server.do(
        {"kind": "go_to", "step": "ideas"}, {"kind": "open", "step": "ideas"}, write(FIREWORKS), write(FIRE)
    )
    yield server
    print(server.log)
    server.stop()


def question(page, label):
    return page.get_by_role("group", name=label)


def choose(page, label, said):
    """Tap the point of a scale that begins with a sign, or has a word."""
    point = re.compile(rf"^{said}\b" if len(said) == 1 else re.escape(said))
    question(page, label).get_by_role("radio", name=point).check()


def opened(served):
    served.do({"kind": "go_to", "step": "grid"}, {"kind": "open", "step": "grid"})


def test_the_first_card_comes_however_late_the_list_is(served, phone):
    """What all see and what is one's own are two messages; on a busy machine the second comes well after."""
    anna, held = phone("Anna"), []
    late = False

    def between(line):
        def pass_on(text):
            if late and json.loads(text)["op"] == "mine":
                held.append(lambda: line.send(text))
            else:
                line.send(text)

        line.connect_to_server().on_message(pass_on)

    anna.page.route_web_socket(re.compile("/live$"), between)
    anna.join(served.join, "Bewoners")
    served.do({"kind": "go_to", "step": "grid"})
    anna.see(nl("This step has not begun yet. Listen to the trainer."))
    late = True
    served.do({"kind": "open", "step": "grid"})
    expect(anna.page.get_by_role("timer")).to_be_visible()
    expect(anna.page.get_by_text(nl("You have placed all cards"))).to_have_count(0)
    late = False
    for send in held:
        send()
    anna.see(nl("Card {n} of {count}", n=1, count=2))


def test_a_risk_is_scored_without_a_mouse(served, phone):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served)
    anna.see(nl("Card {n} of {count}", n=1, count=2))
    assert barriers(anna.page) == []
    first = question(anna.page, LIKELY).get_by_role("radio").first
    tab_to(anna.page, first)
    anna.page.keyboard.press("Space")
    anna.page.keyboard.press("ArrowDown")
    anna.page.keyboard.press("ArrowDown")
    expect(question(anna.page, LIKELY).get_by_role("radio").nth(2)).to_be_checked()
    tab_to(anna.page, anna.button("Go on"))
    anna.page.keyboard.press("Enter")
    tab_to(anna.page, question(anna.page, HURT).get_by_role("radio").first)
    anna.page.keyboard.press("Space")
    anna.page.keyboard.press("ArrowRight")
    assert barriers(anna.page) == []
    anna.page.set_viewport_size(SMALL)
    assert fits(anna.page)
    tab_to(anna.page, anna.button("Go on"))
    anna.page.keyboard.press("Enter")
    anna.see(nl("Card {n} of {count}", n=2, count=2))
    anna.button("Skip").click()
    anna.see(nl("1 card to go"))
    anna.see("Kans C · Gevolg A")
    assert barriers(anna.page) == []
    with served.open() as workshop:
        (row,) = workshop.placements.to_dict("records")
        assert (row["x"], row["y"], row["organisation"]) == (3, 1, "bewoners")


def test_the_room_talks_first_and_looks_once_more(served, phone, screen):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served)
    console, wall, results = (screen(role, host="page") for role in ("trainer", "wall", "results"))
    one = anna.page.locator(".place-card").inner_text()
    choose(anna.page, LIKELY, "(bijna) elke dag")
    anna.button("Go on").click()
    choose(anna.page, UNSAFE, "C")
    anna.button("Back").click()
    expect(question(anna.page, LIKELY).get_by_role("radio").nth(4)).to_be_checked()
    anna.button("Go on").click()
    anna.button("Go on").click()
    anna.button("All cards").click()
    served.do(
        on_paper("1", "politie", "k1", "A", letsel="C", gevoel="0"),
        on_paper("1", "politie", "k2", "A", letsel="B"),
        on_paper("2", "school", "k1", "E", gevoel="C"),
    )
    console.see(nl("{n} of {of} have placed all", n=1, of=3))
    expect(wall.page.get_by_text(FIREWORKS)).to_have_count(0)
    console.close_step()
    console.see(nl("Talk about this first"))
    diagram = nl("Risk diagram: {x} and {y}", x="Kans", y="gevolg")
    for shown in (console, wall, results):
        figure = shown.page.get_by_role("img", name=diagram).first
        expect(figure).to_contain_text("Gaat voor")
        expect(figure).to_contain_text("catastrofaal")
        expect(figure).to_contain_text("zwaar. In ‘Gaat voor’: 1 van 2 risico's.")
        if shown is not results:  # there the list is in the figure
            expect(shown.page.get_by_text(FIREWORKS, exact=True).first).to_be_visible()
        assert barriers(shown.page) == []
    results.page.get_by_text(nl("Table: {caption}", caption=diagram)).click()
    table = results.page.get_by_role("table", name=diagram)
    expect(table.get_by_role("row").filter(has_text=FIREWORKS)).to_contain_text(nl("yes"))
    anna.see(nl("The result"))
    console.button("Begin round {n}", n=2).click()
    wall.see(nl("Round {n}", n=2))
    anna.see(nl("This is what you chose before. Is it still so?") if one == FIREWORKS else FIREWORKS)
    choose(anna.page, LIKELY, "soms")
    anna.button("Go on").click()
    anna.button("Done, show all").click()
    console.close_step()
    console.see(nl("What shifted"))
    with served.open() as workshop:
        frame = workshop.placements
        assert frame["round"].value_counts().to_dict() == {1: 4, 2: 1}


@pytest.mark.parametrize("per", ["team"])
def test_a_table_scores_together(served, phone, screen):
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    opened(served)
    table = screen("team", host="page")
    table.sit(anna.team)
    chosen = table.page.locator(".grid-ask h2").inner_text()
    choose(table.page, LIKELY, "vaak")
    choose(table.page, HURT, "B")
    assert barriers(table.page) == []
    table.button("Next card").click()
    expect(table.page.locator(".grid-ask h2")).not_to_have_text(chosen)
    done = table.page.get_by_role("button", name=chosen)
    expect(done).to_have_attribute("aria-pressed", "false")
    anna.see(chosen)
    served.do({"kind": "close", "step": "grid"})
    expect(table.page.get_by_text("Kans D · Gevolg B", exact=True).first).to_be_visible()
    assert barriers(table.page) == []
    table.page.set_viewport_size(SMALL)
    assert fits(table.page)


def test_paper_is_typed_in_at_the_console(served, screen):
    opened(served)
    console = screen("trainer", host="page")
    console.page.get_by_role("button", name=nl("Paper"), exact=True).click()
    console.see(FIREWORKS)
    paper = console.page.locator(".paper")
    choose(paper, LIKELY, "zelden")
    choose(paper, HURT, "E")
    paper.get_by_role("button", name=nl("Put it in")).click()
    expect(paper.get_by_text(FIRE)).to_be_visible()
    with served.open() as workshop:
        (row,) = workshop.placements.to_dict("records")
        assert (row["participant"], row["card"], row["x"], row["y"]) == ("paper-1", "k1", 2, 5)
