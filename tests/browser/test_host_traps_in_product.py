"""What goes wrong in a stock Voilà, and must not go wrong here."""

import signal

import pytest
from playwright.sync_api import expect

from tests.browser._people import nl
from tests.browser._served import wait_until
from tests.browser._stages import IDEA, TITLES, TO_THE_IDEAS, TO_THE_VOTE, enter
from tests.browser._watch import Watch

ROLES = ("trainer", "team", "wall", "results")
VOTE = [*TO_THE_IDEAS, *TO_THE_VOTE]


def impatient(button):
    """Click ten times as fast as a mouse can, without waiting for an answer."""
    button.click(click_count=10)


def events(served, kind):
    with served.open(read_only=True) as workshop:
        rows = workshop.events
    return int((rows["kind"] == kind).sum())


def test_a_request_to_elsewhere_would_be_noticed(new_context):
    """The proof that the tests here can fail: a page that asks something of another machine is caught."""
    watch, context = Watch(), new_context()
    watch.follow(context, "a page")
    context.route("**/*", lambda route: route.abort())
    page = context.new_page()
    page.set_content('<img src="http://192.0.2.1/dot.png">')
    page.evaluate("new WebSocket('ws://192.0.2.1/live')")
    page.wait_for_function("document.images[0].complete")
    assert watch.outside() == ["http://192.0.2.1/dot.png", "ws://192.0.2.1/live"]
    assert watch.complaints()


@pytest.mark.parametrize("host", ["voila", "page"])
def test_no_screen_asks_anything_of_another_machine(served, watch, phone, screen, host):
    served.do(*VOTE)
    phone("Anna").join(served.join, "Bewoners")
    for role in ROLES:
        shown = screen(role, host=host)
        expect(shown.page.get_by_role("heading").first).to_be_visible()
    homes = [url for url in watch.asked if url.startswith((served.url, served.url.replace("http", "ws", 1)))]
    assert len(homes) > len(ROLES), "nothing was recorded"
    assert watch.outside() == []


def test_a_visitor_without_the_role_starts_no_kernel(served, watch, open_context, screen):
    watch.at_home(served.url)
    watch.allow(r"403 \(Forbidden\)", because="that is what a stranger gets")
    stranger = open_context("a stranger").new_page()
    for role in ROLES:
        answer = stranger.goto(f"{served.url}/voila/render/{role}.ipynb")
        assert answer.status == 403
        expect(stranger.get_by_text(nl("Open the link that the trainer gave you."))).to_be_visible()
    wall = screen("wall")
    assert wall.page.goto(f"{served.url}/voila/render/trainer.ipynb").status == 403
    wait_until(lambda: not served.kernels(), "the end of the wall's kernel, whose page went elsewhere")


def test_impatient_clicks_during_a_cut_give_one_vote(served, watch, phone):
    served.do(*VOTE)
    watch.allow(r"ERR_INTERNET_DISCONNECTED|WebSocket connection to", because="the phone is cut off")
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    anna.give(IDEA, 1)
    anna.page.context.set_offline(True)
    impatient(anna.button("Send vote"))
    anna.give(IDEA, 1)
    impatient(anna.button("Send vote again"))
    anna.see(nl("Your vote is kept and goes when there is a connection."))
    assert events(served, "votes_cast") == 0
    anna.page.context.set_offline(False)
    anna.vote_is_in(timeout=25_000)
    with served.open(read_only=True) as workshop:
        assert workshop.votes["weight"].tolist() == [2]
    assert events(served, "votes_cast") <= 2, "every change of mind counts once, every click does not"


def test_impatient_taps_write_one_card(served, phone):
    served.do(*enter("bedenken"))
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    anna.type(IDEA)
    impatient(anna.button("Add idea"))
    expect(anna.button("Change card: {text}", text=IDEA)).to_be_visible()
    assert events(served, "card_added") == 1


def test_a_console_whose_kernel_was_frozen_does_not_run_through_the_programme(served, screen):
    console = screen("trainer")
    console.start(TITLES["voormeting"])
    (kernel,) = served.kernels("trainer")
    kernel.send_signal(signal.SIGSTOP)
    try:
        impatient(console.button("Next: {step}", step=TITLES["casus"]))
    finally:
        kernel.send_signal(signal.SIGCONT)
    console.see_step(TITLES["casus"], timeout=30_000)
    assert events(served, "step_entered") == 2


def test_a_screen_that_jupyter_did_not_find_starts_again(watch, screen):
    """Seen on a busy laptop after a crash: Jupyter says this once, and the page was dead."""
    console = screen("trainer")
    (output,) = console.page.locator("#rendered_cells .jp-OutputArea-output").all()
    watch.allow(r"WebSocket|api/kernels", because="the page leaves its kernel")
    output.evaluate(
        """(output) => {
          output.className = "jp-OutputArea-output jupyter-widgets";
          output.textContent = "Error displaying widget: model not found";
        }"""
    )
    console.is_there("voila")
    console.see_title(nl("Before you start"))


def test_a_phone_that_reloads_is_the_same_person(served, phone):
    served.do(*VOTE)
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    anna.vote({IDEA: 2})
    anna.page.reload()
    anna.vote_is_in()
    expect(anna.dots_on(IDEA)).to_have_text(nl("{n} dots", n=2))
    anna.page.goto(served.url)
    anna.see_title(TITLES["stemmen"])
    anna.vote_is_in()
    with served.open(read_only=True) as workshop:
        assert workshop.participants["participant"].tolist() == ["p1"]
        assert workshop.votes["weight"].tolist() == [2]


def test_a_phone_finds_its_draft_again(served, phone):
    served.do(*enter("bedenken"))
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    anna.type(IDEA)
    anna.page.reload()
    anna.see_title(TITLES["bedenken"])
    expect(anna.page.get_by_role("textbox")).to_have_value(IDEA)
