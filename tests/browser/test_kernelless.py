"""The same screens without a kernel: on any browser, and on a trainer's own phone."""

from tests.browser._axe import fits
from tests.browser._people import nl
from tests.browser._stages import IDEA, TITLES, TO_THE_VOTE, ZONES, enter

SEE = ZONES["empathy-map"]["see"]
NIGHT = "Elke avond dezelfde gezichten bij de trap"
PHONE = {"width": 390, "height": 844}
INSECURE = """
delete Crypto.prototype.randomUUID;
delete Crypto.prototype.subtle;
for (const name of ["serviceWorker", "clipboard", "wakeLock", "share"]) delete Navigator.prototype[name];
Object.defineProperty(window, "isSecureContext", { value: false });
"""


def test_all_screens_work_without_a_kernel(served, phone, screen):
    console, wall, table = (screen(role, host="page") for role in ("trainer", "wall", "team"))
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    table.sit(anna.team)
    console.start(TITLES["voormeting"])
    console.go_to(TITLES["inleven"])
    console.see_step(TITLES["inleven"])
    console.open_step()
    table.write(NIGHT, SEE)
    anna.choose_zone(SEE)
    anna.see(NIGHT)
    console.close_step()
    console.go_to(TITLES["bedenken"])
    console.see_step(TITLES["bedenken"])
    console.open_step()
    anna.write(IDEA)
    console.reveal()
    wall.see(IDEA)
    console.close_step()
    console.next(TITLES["stemmen"])
    console.open_step()
    anna.vote({IDEA: 2})
    results = screen("results", host="page")
    console.close_step()
    wall.see_figure(nl("Chosen"))
    results.see(nl("Our idea"))
    results.see(IDEA)
    assert served.kernels() == []


def test_a_trainer_can_run_it_from_a_phone(screen):
    console = screen("trainer", host="page", viewport=PHONE)
    console.start(TITLES["voormeting"])
    console.tab("Programme")
    console.go_to(TITLES["bedenken"])
    console.tab("Step now")
    console.see_step(TITLES["bedenken"])
    console.open_step()
    console.close_step()
    console.tab("The room")
    console.see(nl("What the room sees"))
    assert fits(console.page)


def test_a_phone_works_over_plain_http(served, phone):
    """Phones in a hall have no HTTPS: much of a browser's newer API is not there for them."""
    served.do(*enter("bedenken"))
    anna = phone("Anna")
    anna.page.context.add_init_script(INSECURE)
    anna.join(served.join, "Bewoners")
    assert anna.page.evaluate("[typeof crypto.randomUUID, isSecureContext]") == ["undefined", False]
    anna.write(IDEA)
    served.do(*TO_THE_VOTE)
    anna.vote({IDEA: 1})
    with served.open(read_only=True) as workshop:
        assert workshop.votes["weight"].tolist() == [1]
        assert workshop.cards["text"].tolist() == [IDEA]
