"""The conversation of the live socket, message by message."""

import json
import time

import pytest

from kit import rules
from kit.model.protocol import MAX_ID_CHARS, PROTOCOL
from kit.model.views import Mine, Shared


@pytest.fixture(params=["client", "polling"])
def phone(room, request):
    """A phone that came in, over each of the two ways."""
    return getattr(room, request.param)().joins()


def texts(phone):
    return [card["text"] for card in phone.shared["view"]["cards"]]


def test_hello_is_answered_with_who_and_when(room, hall):
    before = time.time()
    phone = room.client()
    welcome = phone.hello(code=room.code)
    assert before <= welcome.pop("time") <= time.time()
    assert len(welcome.pop("token")) > 20
    now = hall.workshop.seq + 1
    assert welcome == {"op": "welcome", "participant": "p3", "role": "participant", "seq": now, "v": PROTOCOL}


def test_after_the_welcome_comes_all_there_is_to_see(room, hall):
    phone = room.client()
    phone.hello(code=room.code)
    assert [message["op"] for message in phone.messages] == ["welcome", "shared", "mine"]
    assert {message["seq"] for message in phone.messages} == {hall.workshop.seq + 1}
    assert phone.shared.keys() == set(Shared.__struct_fields__)
    assert phone.mine.keys() == set(Mine.__struct_fields__)
    assert texts(phone) == ["Een bankje", "Een moestuin"]


@pytest.mark.parametrize("typed", [str.lower, str.title, lambda code: f"  {code}\n"])
def test_a_code_may_be_typed_in_any_case(room, typed):
    assert room.client().hello(code=typed(room.code))["participant"] == "p3"


def test_each_phone_is_somebody_else(room):
    phones = [room.client() for _ in range(3)]
    assert [phone.hello(code=room.code)["participant"] for phone in phones] == ["p3", "p4", "p5"]
    assert len({phone.token for phone in phones}) == 3


def test_what_is_done_is_on_disk_before_it_is_acknowledged(phone, hall):
    done = phone.do("add_card", id_="c7", step="ideas", zone="idea", text="Meer licht")
    hall.workshop.catch_up()
    assert done == {"op": "done", "id": "c7", "seq": hall.workshop.seq}
    assert list(hall.workshop.cards["text"])[-1] == "Meer licht"


def test_what_is_done_shows_to_all(room, phone):
    other = room.client().joins("school")
    done = phone.do("add_card", step="ideas", zone="idea", text="Meer licht")
    for one in (phone, other):
        one.sees(lambda one: "Meer licht" in texts(one))
        assert one.messages[-1]["seq"] >= done["seq"]
    phone.sees(lambda phone: [card["text"] for card in phone.mine["view"]["cards"]] == ["Meer licht"])
    assert other.mine["view"]["cards"] == []


def test_news_says_only_what_changed(phone):
    phone.sees(lambda phone: phone.mine["me"]["organisation"] == "politie")
    phone.messages.clear()
    phone.do("ready", step="ideas")
    phone.sees(lambda phone: phone.mine["ready"])
    assert [message["op"] for message in phone.messages] == ["done", "mine"]


def test_seq_only_grows(phone):
    for n in range(5):
        phone.do("add_card", step="ideas", zone="idea", text=f"idee {n}")
    phone.sees(lambda phone: len(texts(phone)) == 7)
    numbers = [message["seq"] for message in phone.messages if "seq" in message]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > 5


def test_ping_is_answered_with_the_time(room):
    before = time.time()
    pong = room.client().ask("ping")
    assert pong.keys() == {"op", "time"}
    assert before <= pong["time"] <= time.time()


def test_messages_are_answered_in_order(room):
    phone = room.client().joins()
    for n in range(20):
        command = {"kind": "add_card", "step": "ideas", "zone": "idea", "text": str(n)}
        phone.say("do", id=f"n{n}", command=command)
    assert [phone.answer()["id"] for _ in range(20)] == [f"n{n}" for n in range(20)]


def test_a_message_may_have_fields_that_a_later_version_knows(room):
    assert room.client().ask("ping", mood="good")["op"] == "pong"


def test_a_message_in_a_binary_frame_is_a_message(room):
    phone = room.client()
    phone.send(b'{"op": "ping"}', binary=True)
    assert phone.answer()["op"] == "pong"


def test_hello_again_changes_the_language_of_the_same_person(room):
    phone = room.client().joins()
    assert phone.shared["lang"] == "nl"
    again = phone.hello(token=phone.token, lang="en")
    assert (again["participant"], phone.shared["lang"], phone.mine["me"]["organisation"]) == (
        "p3",
        "en",
        "politie",
    )
    assert phone.refused("go_to", step="vote")[1] == "Only the trainer can do this."
    assert room.get("/healthz").text.count('"connected": 1') == 1


@pytest.mark.parametrize("wanted", [None, "de", ""])
def test_who_asks_for_no_language_of_ours_gets_that_of_the_room(halls, serve, wanted):
    phone = serve(halls(lang="en")).client()
    phone.hello(code=phone.room.code, lang=wanted)
    assert phone.shared["lang"] == "en"


def test_hello_again_as_somebody_else_is_one_client(room):
    one = room.client().joins()
    one.enters("wall")
    assert one.shared["role"] == "wall"
    assert one.mine["me"] is None
    assert json.loads(room.get("/healthz").text)["connected"] == 0


@pytest.mark.parametrize("id_", ["1", "x" * MAX_ID_CHARS, "é" * MAX_ID_CHARS], ids=["one", "most", "letters"])
def test_an_id_is_short(room, id_):
    assert room.client().joins().do("ready", id_=id_, step="ideas")["id"] == id_


def test_many_commands_that_wait_share_one_write(room, monkeypatch):
    phones = [room.client().joins() for _ in range(5)]
    batches = []
    decide = room.server.workshop.decide

    def counted(requests):
        batches.append(len(requests))
        return decide(requests)

    monkeypatch.setattr(room.server.workshop, "decide", counted)
    command = {"kind": "ready", "step": "ideas"}
    with room.held():
        for phone in phones:
            phone.say("do", id="r1", command=command)
        room.wait(lambda: len(room.server.writer._waiting) >= 4)
    answers = [phone.answer() for phone in phones]
    assert [answer["op"] for answer in answers] == ["done"] * 5
    assert max(batches) >= 4
    assert sum(batches) == 5


def test_one_command_that_breaks_the_engine_hurts_no_other(room, monkeypatch, caplog):
    phones = [room.client().joins() for _ in range(4)]
    decide = rules.decide

    def breaks(room, command, who, now):
        if who.name == phones[2].person:
            raise ZeroDivisionError
        return decide(room, command, who, now)

    monkeypatch.setattr(rules, "decide", breaks)
    with room.held():
        for phone in phones:
            phone.say("do", id="r1", command={"kind": "ready", "step": "ideas"})
        room.wait(lambda: len(room.server.writer._waiting) >= 3)
    answers = [phone.answer() for phone in phones]
    assert [answer["op"] for answer in answers] == ["done", "done", "refused", "done"]
    assert answers[2]["error"]["code"] == "internal"
    assert "A command broke the engine" in caplog.text
    caplog.clear()
    assert all(phone.lives() for phone in phones)
