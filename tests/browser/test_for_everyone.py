"""No screen keeps anybody out: not by what it is made of, not by its width, not for want of a mouse."""

from playwright.sync_api import expect

from tests.browser._axe import barriers, fits, tab_to
from tests.browser._people import nl
from tests.browser._stages import IDEA, OTHER, TITLES, TO_THE_IDEAS, TO_THE_VOTE, ZONES, enter, to_the_result

ROLES = ("trainer", "wall", "team", "results")
SMALL = {"width": 320, "height": 640}
NIGHT = "Elke avond dezelfde gezichten bij de trap"


class Findings:
    """What was found wrong at each place, so that one run tells all of it."""

    def __init__(self):
        self.found = {}

    def look(self, where, page):
        """Look for barriers; and at 320 pixels, where the text of a page is at 400 % on a laptop."""
        if found := barriers(page):
            self.found[where] = found
        usual = page.viewport_size
        page.set_viewport_size(SMALL)
        if not fits(page):
            self.found[f"{where}, 320 pixels wide"] = "has to be scrolled sideways"
        page.set_viewport_size(usual)


def test_no_screen_keeps_anybody_out(served, screen):
    screens = {role: screen(role, host="page") for role in ROLES}
    findings = Findings()

    def look(stage):
        for role, shown in screens.items():
            findings.look(f"{role}, {stage}", shown.page)

    def all_see(step, but=("results",)):
        for role, shown in screens.items():
            if role not in but:
                shown.see_title(TITLES[step])

    look("before the start")
    screens["team"].sit("Tafel 1")
    served.do(*enter("inleven"))
    all_see("inleven")
    look("a canvas per team")
    served.do({"kind": "close", "step": "inleven"}, *TO_THE_IDEAS)
    all_see("bedenken")
    screens["trainer"].see(IDEA)
    look("hidden ideas")
    served.do(*TO_THE_VOTE)
    all_see("stemmen")
    look("a ballot")
    served.do(*to_the_result("k1", "k2"))
    for shown in screens.values():
        shown.see(IDEA)
    look("a result")
    served.do({"kind": "go_to", "step": "casus"})
    all_see("casus")
    look("a case")
    served.do({"kind": "finish"})
    screens["wall"].see_title(nl("Thank you, all of you!"))
    screens["trainer"].see_title(nl("Finished for today"))
    screens["team"].see(nl("Thank you! The workshop is finished."))
    look("the end")
    assert findings.found == {}


def test_no_phone_keeps_anybody_out(served, phone):
    findings = Findings()
    anna = phone("Anna")
    anna.page.goto(served.url)
    anna.see_title(nl("Take part in the workshop"))
    findings.look("code", anna.page)
    anna.scan(served.join)
    findings.look("organisation", anna.page)
    anna.join(served.join, "Gemeente – sociaal domein")
    anna.see_title(nl("You are in!"))
    findings.look("waiting", anna.page)
    served.do({"kind": "go_to", "step": "casus"})
    anna.see_title(TITLES["casus"])
    findings.look("case", anna.page)
    served.do(*enter("inleven"))
    anna.write(NIGHT, ZONES["empathy-map"]["see"])
    findings.look("canvas", anna.page)
    served.do({"kind": "close", "step": "inleven"}, *TO_THE_IDEAS, *TO_THE_VOTE)
    anna.give(OTHER, 1)
    findings.look("ballot", anna.page)
    served.do(*to_the_result("k2", "k3"))
    anna.see(nl("The result"))
    findings.look("result", anna.page)
    served.do({"kind": "attention"})
    anna.see(nl("Look to the front"))
    findings.look("attention", anna.page)
    served.do({"kind": "attention", "on": False}, {"kind": "finish"})
    anna.see_title(nl("Thank you for taking part!"))
    findings.look("the end", anna.page)
    assert findings.found == {}


def test_a_keyboard_is_enough_to_join_write_and_vote(served, phone):
    served.do(*TO_THE_IDEAS)
    anna = phone("Anna", has_touch=False, is_mobile=False)
    page = anna.page
    anna.scan(served.join)
    tab_to(page, page.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    tab_to(page, anna.button("Next"))
    page.keyboard.press("Enter")
    tab_to(page, anna.button("Take part"))
    page.keyboard.press("Space")
    anna.see_title(TITLES["bedenken"])
    tab_to(page, page.get_by_role("textbox"))
    page.keyboard.type(NIGHT)
    tab_to(page, anna.button("Add idea"))
    page.keyboard.press("Enter")
    expect(anna.button("Change card: {text}", text=NIGHT)).to_be_visible()
    served.do(*TO_THE_VOTE)
    anna.see_title(TITLES["stemmen"])
    tab_to(page, anna.more(NIGHT))
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    tab_to(page, anna.button("Send vote"))
    page.keyboard.press("Enter")
    anna.vote_is_in()
    with served.open(read_only=True) as workshop:
        assert workshop.participants["organisation"].tolist() == ["gemeente-sociaal"]
        assert workshop.votes["weight"].tolist() == [2]
