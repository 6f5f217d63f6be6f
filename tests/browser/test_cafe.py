"""Two people in a café: a table, a note, the next table, and the harvest on the wall."""

import json

import pytest
from playwright.sync_api import expect

from tests.activities._cafe import cafe
from tests.browser._axe import barriers, fits
from tests.browser._people import nl
from tests.browser._served import Served

TITLE = "Stap cafe"
NOTE = "Elkaar kennen scheelt de helft"
KEPT = "Wie terugbelt, krijgt vertrouwen"


@pytest.fixture
def served(tmp_path):
    """A workshop of one café, at two tables."""
    programme = tmp_path / "cafe.yaml"
    title = {"nl": "Café", "en": "Café"}
    made = {"id": "cafe", "title": title, "teams": 2, "steps": [cafe(switch_minutes=0)]}
    programme.write_text(json.dumps(made), encoding="utf-8")
    server = Served(tmp_path, programme)
    yield server
    print(server.log)
    server.stop()


def look(page, where, found):
    """Note barriers, and what does not fit on a small screen."""
    found |= {where: barriers(page)} if barriers(page) else {}
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    found |= {} if fits(page) else {f"{where}, 320 pixels wide": "has to be scrolled sideways"}
    page.set_viewport_size(usual)


def put(phone, kind, text):
    """Write a note of some kind, as a thumb does."""
    phone.page.locator(".cafe-pick").filter(has_text=nl(kind)).click()
    phone.page.get_by_role("textbox").fill(text)
    phone.button("Put on the table").click()
    expect(phone.card(text)).to_be_visible()


def table_of(phone):
    return phone.page.locator(".cafe-table")


def printed(page):
    """Ask for the seat cards, and return whose they are instead of printing them."""
    page.evaluate(
        """() => {
            const add = document.body.append;
            document.body.append = (one) => {
                add.call(document.body, one);
                one.contentWindow.print = () => { window.cards = one.contentDocument.body.cloneNode(true) };
            };
        }"""
    )
    page.get_by_role("button", name=nl("Print seat cards")).click()
    return page.evaluate("[...window.cards.querySelectorAll('h2')].map((one) => one.textContent)")


def test_people_change_tables_and_the_harvest_comes_on_the_wall(served, phone, screen):
    found = {}
    people = [phone(name) for name in ("Anna", "Bram", "Carla", "Daan")]
    for one, organisation in zip(people, ("Politie", "School", "Bewoners", "Politie"), strict=True):
        one.join(served.join, organisation)
    anna = people[0]
    console, wall, tablet = (screen(role, host="page") for role in ("trainer", "wall", "team"))
    console.start(TITLE)
    console.open_step()
    anna.button("I like to be a host").click()
    console.see(nl("1 person offered to be a host."))
    look(anna.page, "before the first round", found)
    look(console.page, "the console before the first round", found)

    console.button("Plan the seats").click()
    cards = printed(console.page)
    assert sorted(cards) == ["Bewoners", "Politie", "Politie", "School"]

    console.button("Begin round 1").click()
    expect(table_of(anna)).to_be_visible()
    anna.see(nl("You are the host: you stay at this table."))
    look(anna.page, "a round", found)
    wall.see("Wat is vertrouwen?")
    put(anna, "Idea", NOTE)
    put(anna, "Insight", KEPT)
    tablet.sit(table_of(anna).inner_text())
    tablet.see(KEPT)
    look(tablet.page, "a table", found)
    look(console.page, "the console in a round", found)
    expect(wall.page.get_by_text(KEPT)).to_have_count(0)

    guest = next(
        one
        for one in people
        if one.page.get_by_text(nl("You are the host: you stay at this table.")).count() == 0
    )
    before = table_of(guest).inner_text()
    console.button("Change tables: round {n}", n=2).click()
    expect(table_of(guest)).not_to_have_text(before)
    there = guest if table_of(guest).inner_text() == table_of(anna).inner_text() else anna
    expect(there.page.locator(".cafe-before")).to_contain_text(nl("What did those before you think?"))
    there.see(NOTE)

    console.close_step()
    wall.see(KEPT)
    anna.see(nl("The harvest"))
    look(anna.page, "the harvest on a phone", found)
    console.page.get_by_role("button", name=nl("Ownership"), exact=True).click()
    wall.see(nl("Ownership"))
    look(console.page, "the harvest on the console", found)
    wall.page.get_by_role("button", name=nl("Next page")).click()
    expect(wall.page.get_by_role("heading", name=nl("How mixed were the tables?"))).to_be_visible()
    expect(wall.page.get_by_text(KEPT)).to_be_hidden()
    for _ in range(2):
        wall.page.get_by_role("button", name=nl("Next page")).click()
    wall.see(KEPT)
    results = screen("results", host="page")
    results.see(nl("Who met whom in the café"))
    look(results.page, "the results", found)
    assert found == {}
