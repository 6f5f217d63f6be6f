"""A table proposes, an owner says yes on a phone, and the days go into a calendar."""

import json
from datetime import date

import icalendar
import pytest
from playwright.sync_api import expect

from tests._hall import step
from tests.browser._axe import barriers, fits
from tests.browser._people import nl
from tests.browser._served import Served

IDEA = "Een gastheer op het plein"
WHAT = "De wijkagent maakt elke avond kennis"
TITLE = "Stap afspraken"


@pytest.fixture
def served(tmp_path):
    """A workshop of ideas and the agreements that come of them."""
    steps = [step("ideeen"), step("afspraken", "agreements", phase="close", per="team", sources=["ideeen"])]
    title = {"nl": "Proef", "en": "Trial"}
    programme = tmp_path / "proef.yaml"
    made = {"id": "proef", "title": title, "teams": 2, "steps": steps}
    programme.write_text(json.dumps(made), encoding="utf-8")
    server = Served(tmp_path, programme)
    yield server
    print(server.log)
    server.stop()


def look(page, where, found, width=320):
    """Note barriers, and what does not fit on a small screen."""
    found |= {where: barriers(page)} if barriers(page) else {}
    usual = page.viewport_size
    page.set_viewport_size({"width": width, "height": 640})
    found |= {} if fits(page) else {f"{where}, {width} pixels wide": "has to be scrolled sideways"}
    page.set_viewport_size(usual)


def test_an_agreement_gets_an_owner_who_said_yes(served, phone, screen):
    found = {}
    anna, bram = phone("Anna"), phone("Bram")
    anna.join(served.join, "Politie")
    bram.join(served.join, "School")
    served.do({"kind": "go_to", "step": "ideeen"}, {"kind": "open", "step": "ideeen"})
    bram.write(IDEA)
    served.do({"kind": "go_to", "step": "afspraken"}, {"kind": "open", "step": "afspraken"})
    anna.see(nl("There are no agreements yet. Make the first one together."))

    bram.button("Make agreement").click()
    look(bram.page, "the form", found)
    bram.page.get_by_role("button", name=IDEA).click()
    expect(bram.page.get_by_label(nl("What do you agree?"))).to_have_value(IDEA)
    bram.page.get_by_label(nl("What do you agree?")).fill(WHAT)
    bram.page.get_by_label(nl("Owner: which organisation?")).select_option("politie")
    bram.page.get_by_label(nl("Lead: who pulls it?")).fill("wijkagent")
    bram.page.get_by_label(nl("Date of the first step")).fill("2026-12-04")
    bram.button("Propose agreement").click()
    bram.see(nl("Sent. {owner} still has to say yes.", owner="Politie"))
    expect(bram.card(WHAT)).to_contain_text(nl("Waits for a yes"))

    anna.see(nl("{owner}: do you say yes?", owner="Politie"))
    look(anna.page, "the question", found)
    console, wall, table = (screen(role, host="page") for role in ("trainer", "wall", "team"))
    table.sit(bram.team)
    for shown in (console, wall, table):
        shown.see(WHAT)
        look(shown.page, f"{shown}, waiting", found)
    console.see(nl("Who still has to say yes"))
    anna.button("Yes, we do this: {what}", what=WHAT).click()
    expect(bram.card(WHAT)).to_contain_text(nl("Agreed"))
    expect(wall.page.get_by_text(f"{nl('Agreed')} (1)").first).to_be_visible()

    look(anna.page, "the list", found)
    served.do({"kind": "close", "step": "afspraken"})
    with anna.page.expect_download() as begun:
        anna.page.get_by_role("link", name=nl("Dates of {owner}", owner="Politie")).click()
    assert begun.value.suggested_filename == "afspraken-van-ons.ics"
    (event,) = icalendar.Calendar.from_ical(begun.value.path().read_bytes()).walk("VEVENT")
    assert event["dtstart"].dt == date(2026, 12, 4)
    assert str(event["summary"]) == f"Eerste stap: {WHAT}"
    results = screen("results", host="page")
    results.see(WHAT)
    served.do({"kind": "finish"})
    expect(anna.page.get_by_role("link", name=nl("Dates of your organisation"))).to_be_visible()
    look(anna.page, "the end", found)
    look(results.page, "the results", found)
    assert found == {}
