"""The results for somebody who was not there: in their order, live, by keyboard, on paper, and as files."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._stages import IDEA, OTHER, TITLES, TO_THE_IDEAS, TO_THE_VOTE, enter, to_the_result

PHONE = {"width": 390, "height": 844}
PARTS = """() => [...document.querySelectorAll("[data-part]")].map((one) => one.dataset.part)"""
CUT = """() => [...document.querySelectorAll(".res-main *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.right > document.documentElement.clientWidth + 1;
}).map((one) => one.className)"""
WHAT = "De wijkagent en het jongerenwerk lopen samen een ronde"


def agreement():
    paper = {"id": "1", "organisation": "politie"}
    deal = {"owner": "politie", "lead": "wijkagent", "due": "2026-12-04"}
    return [
        *enter("afspraken"),
        {"kind": "add_agreement", "step": "afspraken", "what": WHAT, "paper": paper, **deal},
    ]


def parts(page):
    return page.evaluate(PARTS)


@pytest.mark.parametrize("host", ["page", "voila"])
def test_it_follows_the_day_and_tells_it_in_its_order(served, screen, host):
    results = screen("results", host=host)
    page = results.page
    results.see_title("Het plein van Zonnehoek")
    results.see(nl("There are no contributions yet. They appear here as soon as a step was open."))
    assert parts(page) == []
    served.do({"kind": "go_to", "step": "casus"})
    results.see(nl("The workshop is still going on; this page follows it."))
    served.do(*TO_THE_IDEAS)
    expect(page.locator(".res-live")).to_be_visible()
    expect(page.get_by_role("heading", name=TITLES["bedenken"])).to_have_count(0)
    assert IDEA not in page.content(), "it is hidden yet"
    served.do(*TO_THE_VOTE)
    results.see(IDEA)
    expect(page.get_by_role("heading", name=TITLES["stemmen"])).to_have_count(0)
    served.do(*to_the_result("k1", "k2"), *agreement())
    results.see(WHAT)
    expect(page.locator("[data-part=ideas] .res-winner")).to_contain_text(IDEA)
    assert parts(page) == ["together", "ideas", "support", "case", "files"]
    expect(page.locator("[data-part=together]")).to_contain_text(WHAT)
    expect(page.get_by_role("heading", name=nl("Working together"))).to_have_count(1)
    served.do({"kind": "close", "step": "afspraken"}, {"kind": "finish"})
    expect(page.locator(".res-live")).to_have_count(0)
    assert barriers(page) == []


def test_contents_stay_in_view_and_lead_by_keyboard(served, screen):
    served.do(*TO_THE_IDEAS, *TO_THE_VOTE, *to_the_result("k1", "k2"), *agreement())
    page = screen("results", host="page").page
    contents = page.get_by_role("navigation", name=nl("Contents"))
    link = contents.get_by_role("link", name=nl("Take it with you"))
    tab_to(page, link)
    page.keyboard.press("Enter")
    head = page.get_by_role("heading", name=nl("Take it with you"))
    expect(head).to_be_in_viewport()
    expect(contents).to_be_in_viewport()
    expect(link).to_have_attribute("aria-current", "location")
    expect(head).to_be_focused()
    page.set_viewport_size(PHONE)
    expect(link).to_be_hidden()
    fold = contents.get_by_role("button", name=nl("Contents"))
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    contents.get_by_role("link", name=nl("Working together")).click()
    expect(page.get_by_role("heading", name=nl("Working together"))).to_be_in_viewport()
    expect(fold).to_have_attribute("aria-expanded", "false")
    assert fits(page)
    assert barriers(page) == []


def test_files_open_and_hold_what_they_should(served, screen, watch):
    served.do({"kind": "go_to", "step": "casus"}, *TO_THE_IDEAS)
    results = screen("results", host="page")
    page = results.page
    page.locator("details.chart").first.wait_for()
    drawing = download(page, page.get_by_role("link", name=nl("Drawing (SVG)")).first)
    assert drawing.startswith(b"<svg")
    table = download(page, page.get_by_role("link", name=nl("Table (CSV)")).first)
    assert table.startswith(b"# ")
    everything = page.get_by_role("link", name=nl("Everything in one file (ZIP)"))
    files = unpacked(download(page, everything))
    assert {"cards.csv", "agreements.csv", "zonnehoek.xlsx"} <= set(files)
    assert not [name for name, body in files.items() if IDEA.encode() in body], "it is open and hidden"
    served.do(*TO_THE_VOTE)
    results.see(IDEA)
    assert OTHER.encode() in unpacked(download(page, everything))["cards.csv"]
    assert not watch.has_heard("results", "paper-1")


def test_on_paper_all_is_unfolded_light_and_as_wide_as_the_sheet(served, screen):
    served.do({"kind": "go_to", "step": "casus"}, *TO_THE_IDEAS, *TO_THE_VOTE, *to_the_result("k1", "k2"))
    page = screen("results", host="page").page
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 794, "height": 1123})
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".leefkit")).to_have_attribute("data-theme", "light")
    expect(page.locator(".res-toc")).to_be_hidden()
    expect(page.locator("[data-part=files]")).to_be_hidden()
    expect(page.locator("details.chart:not([open])")).to_have_count(0)
    assert page.evaluate(CUT) == []
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".leefkit")).to_have_attribute("data-theme", "dark")
    page.emulate_media(media="screen")
    expect(page.locator(".res-toc")).to_be_visible()


def download(page, link):
    """The file behind a link."""
    with page.expect_download() as begun:
        link.click()
    return begun.value.path().read_bytes()


def unpacked(body):
    with zipfile.ZipFile(io.BytesIO(body)) as held:
        assert held.testzip() is None
        return {name: held.read(name) for name in held.namelist()}
