"""Slips with a code: printed from the console, typed on a phone, and weeks later on another one."""

import json
import re

import pytest
from playwright.sync_api import expect

from kit.model.base import CODE_LETTERS
from tests.activities._survey import survey
from tests.browser._axe import barriers, fits
from tests.browser._people import nl
from tests.browser._served import Served

CODE = re.compile(f"[{CODE_LETTERS}]{{3}} [{CODE_LETTERS}]{{3}}")
SHORT = "collaboration-short"
A4 = {"width": 794, "height": 1123}
"""Pixels of 1/96 inch."""


@pytest.fixture
def served(tmp_path):
    """A workshop that asks the same before, after and weeks later."""
    steps = [
        survey(*one, items=SHORT) for one in (("voor", "before"), ("na", "after"), ("later", "followup"))
    ]
    made = {"id": "proef", "title": {"nl": "Proef", "en": "Trial"}, "teams": 2, "steps": steps}
    programme = tmp_path / "proef.yaml"
    programme.write_text(json.dumps(made), encoding="utf-8")
    server = Served(tmp_path, programme)
    yield server
    print(server.log)
    server.stop()


def start(served, name):
    served.do({"kind": "go_to", "step": name}, {"kind": "open", "step": name})


def answer(phone):
    """Answer the first question, and skip the rest."""
    phone.button("Start the questions").click()
    phone.page.locator(".survey-pick").nth(3).click()
    skip_the_rest(phone)


def skip_the_rest(phone):
    for n in range(2, 9):
        phone.see(nl("Question {n} of {count}", n=n, count=8))
        phone.button("Skip question").click()
    phone.see(nl("Thank you, your answers are in."))


def keeps(phone, code):
    """See the slip that this phone typed, in the place of the code to write down."""
    expect(phone.page.get_by_role("heading", name=nl("Keep your slip"))).to_be_visible()
    expect(phone.page.locator(".survey-letters")).to_have_count(1)
    expect(phone.page.locator(".survey-letters")).to_contain_text(code)
    assert fits(phone.page)


def print_slips(console):
    """Open the page of slips, and return it with the codes on it."""
    with console.page.context.expect_page() as opened:
        console.page.get_by_role("link", name=nl("Print slips")).click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", level=1)).to_have_text(nl("Slips with a code"))
    return sheet, sheet.locator(".code").all_inner_texts()


def test_a_slip_pairs_what_two_phones_said(served, phone, screen):
    found = {}
    console = screen("trainer", host="page")
    served.do({"kind": "go_to", "step": "voor"})
    sheet, codes = print_slips(console)
    assert len(codes) == len(set(codes)) == 20
    assert all(CODE.fullmatch(code) for code in codes)
    found |= {"the sheet": barriers(sheet)} if barriers(sheet) else {}
    assert sheet.evaluate("document.querySelectorAll('.sheet').length") == 2
    sheet.close()

    anna = phone("Anna")
    anna.join(served.join, "Politie")
    served.do({"kind": "open", "step": "voor"})
    answer(anna)
    start(served, "na")
    answer(anna)
    anna.page.get_by_label(nl("Code of your slip")).fill("O0O")
    anna.button("Use slip").click()
    anna.see(nl("A slip has a code of 6 letters and digits. Look at it once more."))
    anna.page.get_by_label(nl("Code of your slip")).fill(codes[7].lower())
    found |= {"typing": barriers(anna.page)} if barriers(anna.page) else {}
    anna.button("Use slip").click()
    keeps(anna, codes[7])
    anna.page.reload()
    skip_the_rest(anna)
    expect(anna.page.get_by_role("heading", name=nl("Keep your slip"))).to_be_visible()
    expect(anna.page.locator(".survey-letters")).to_have_count(
        0
    )  # who takes the phone up later finds no code
    console.see(nl("1 person has done so."))

    later = phone("Anna's other phone")
    later.join(served.join, "Politie")
    start(served, "later")
    later.page.get_by_label(nl("Your own code")).fill(codes[7].replace(" ", "")[:-1])
    later.button("Use code").click()
    later.see(nl("We know your code. Your answers belong together."))
    answer(later)
    console.see(nl("{n} people came back with their code.", n=1))
    with served.open(read_only=True) as workshop:
        rows = workshop.answers
        assert len(rows) == 3
        assert rows["participant"].nunique() == 1
    assert found == {}


def test_the_page_is_printed_on_whole_sheets(served, screen):
    """Ten to a sheet of A4, and nothing but slips."""
    console = screen("trainer", host="page", viewport=A4)
    served.do({"kind": "go_to", "step": "voor"})
    console.tab("Step now")
    sheet, _ = print_slips(console)
    sheet.set_viewport_size(A4)
    sheet.emulate_media(media="print")
    expect(sheet.get_by_role("button", name=nl("Print"))).to_be_hidden()
    too_long = (
        "[...document.querySelectorAll('.slip')].filter((one) => one.scrollHeight > one.clientHeight).length"
    )
    assert sheet.evaluate(too_long) == 0, "all of the text is on each slip"
    pages = sheet.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    assert pages == 2
