"""The disk gets full while a room works: nothing that was acknowledged is lost, and it goes on afterwards."""

import re

import pytest

from kit.locale import translate
from kit.workshop import Workshop

SENTENCE = "The laptop can't save this now. Keep your text, and tell the trainer."
FULL = re.compile(r"the disk is full or failing .*; make room, nothing that was confirmed is lost$")
LONG = "een lange zin over een bankje in de zon " * 4


@pytest.fixture
def full(room, caplog):
    """A room whose file may grow by three pages. The log says so; the test reads it."""

    def limit(pages):
        room.now(
            lambda: room.server.workshop.journal._db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
        )

    room.limit = limit
    room.pages = lambda: room.now(
        lambda: room.server.workshop.journal._db.execute("PRAGMA page_count").fetchone()[0]
    )
    room.limit(room.pages() + 3)
    yield room
    said = caplog.get_records("call")
    assert said
    assert all(FULL.search(one.getMessage()) for one in said)
    said.clear()


def write(phone, n):
    return phone.tries("add_card", id_=f"n{n}", step="ideas", zone="idea", text=f"{n} {LONG}"[:190])


def fill(phone):
    """Write until it is refused; return the texts that were acknowledged, and the refusal."""
    for n in range(1000):
        answer = write(phone, n)
        if answer["op"] == "refused":
            return [f"{m} {LONG}"[:190].strip() for m in range(n)], answer
    return pytest.fail("the disk never got full")


def written(path):
    with Workshop.open(path, read_only=True) as workshop:
        return list(workshop.cards["text"])[2:]


def test_it_is_refused_in_a_sentence_and_what_was_acknowledged_is_there(full):
    phone = full.client().joins()
    told, answer = fill(phone)
    assert len(told) > 3
    assert answer["error"] == {"code": "storage", "message": translate(SENTENCE, "nl")}
    assert phone.lives()
    assert written(full.path) == told
    phone.sees(lambda phone: len(phone.mine["view"]["cards"]) == len(told))


def test_it_goes_on_when_there_is_room(full):
    phone = full.client().joins()
    told, _ = fill(phone)
    assert write(phone, len(told))["error"]["code"] == "storage"
    full.limit(1_000_000)
    assert write(phone, len(told))["op"] == "done", "the same id, as a phone sends it"
    assert written(full.path)[:-1] == told
    phone.sees(lambda phone: len(phone.mine["view"]["cards"]) == len(told) + 1)


def test_nobody_can_come_in_and_the_rest_goes_on(full):
    phone, late = full.client().joins(), full.client()
    fill(phone)
    full.limit(full.pages())
    while (answer := late.hello(code=full.code))["op"] == "welcome":
        pass  # there may be room for a few small rows
    assert answer["error"]["code"] == "storage"
    assert full.client().hello(token=phone.token)["participant"] == phone.person
    full.limit(1_000_000)
    assert late.hello(code=full.code)["op"] == "welcome"


def test_none_of_a_batch_that_does_not_fit_is_acknowledged(full):
    phones = [full.client().joins() for _ in range(6)]
    told, _ = fill(phones[0])
    with full.held():
        given = full.submitted
        for n, phone in enumerate(phones):
            command = {"kind": "add_card", "step": "ideas", "zone": "idea", "text": LONG[:150]}
            phone.say("do", id=f"b{n}", command=command)
        full.wait(lambda: full.submitted == given + 6)
    answers = [phone.answer() for phone in phones]
    acknowledged = sum(answer["op"] == "done" for answer in answers)
    assert {answer["error"]["code"] for answer in answers if answer["op"] == "refused"} == {"storage"}
    assert len(written(full.path)) == len(told) + acknowledged
