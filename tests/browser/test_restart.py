"""The server is killed under load and started again: all screens come back, and nothing is lost or double."""

from collections import Counter

from playwright.sync_api import expect

from tests.browser._crowd import Crowd
from tests.browser._people import nl
from tests.browser._served import wait_until
from tests.browser._stages import TITLES, enter

BEFORE = "Een tafeltennistafel"
MEANWHILE = "Een buurtfeest op het plein"
PEOPLE = 8
ENOUGH = 60
GONE = r"net::ERR_|WebSocket connection to|410 \(Gone\)|503 \(Service Unavailable\)|api/kernels"
LONG = 60_000  # milliseconds, for a page that notices, starts again and gets a kernel


def test_after_a_crash_every_screen_comes_back_and_every_acknowledged_card_is_there_once(
    served, watch, phone, screen
):
    served.do(*enter("bedenken"))
    console, wall, anna = screen("trainer"), screen("wall"), phone("Anna")
    anna.join(served.join, "Bewoners")
    anna.write(BEFORE)
    console.see(BEFORE)
    watch.allow(GONE, because="the server is killed, and the next one does not know its kernels")
    old_kernels = served.kernels()
    assert len(old_kernels) == 2
    with Crowd(served, PEOPLE, "bedenken", "idea") as crowd:
        wait_until(lambda: len(crowd.acknowledged) > ENOUGH, "the first cards", alive=crowd.must_run)
        served.kill()
        at_the_crash = set(crowd.acknowledged)
        anna.type(MEANWHILE)
        anna.put()
        expect(anna.card(MEANWHILE)).to_contain_text(nl("Waits for a connection"))
        served.start()
        wait_until(
            lambda: len(crowd.acknowledged) > len(at_the_crash) + ENOUGH, "cards again", alive=crowd.must_run
        )
    expect(anna.button("Change card: {text}", text=MEANWHILE)).to_be_visible()
    cards = len(crowd.acknowledged) + 2
    console.see_step(TITLES["bedenken"], timeout=LONG)
    console.see(nl("{n} cards", n=cards), timeout=LONG)
    expect(wall.page.locator(".wall-tally strong")).to_have_text(str(cards), timeout=LONG)
    assert len(served.kernels()) == 2
    wait_until(lambda: not any(one.is_running() for one in old_kernels), "the end of the orphaned kernels")
    with served.open(read_only=True) as workshop:
        texts = Counter(workshop.cards["text"])
        events = workshop.events
    assert texts == Counter([BEFORE, MEANWHILE, *crowd.acknowledged])
    assert at_the_crash <= set(texts)
    assert max(texts.values()) == 1
    assert events["seq"].tolist() == list(range(1, len(events) + 1))


def test_after_ctrl_c_and_a_new_start_every_screen_comes_back(served, watch, phone, screen):
    served.do(*enter("bedenken"))
    console, anna = screen("trainer"), phone("Anna")
    anna.join(served.join, "Bewoners")
    watch.allow(GONE, because="the server is stopped")
    served.stop()
    anna.type(MEANWHILE)
    anna.put()
    expect(anna.card(MEANWHILE)).to_contain_text(nl("Waits for a connection"))
    served.start()
    expect(anna.button("Change card: {text}", text=MEANWHILE)).to_be_visible()
    console.see(MEANWHILE, timeout=LONG)
