"""Who somebody is on the live socket: codes, tokens and keys; and that nothing is done twice."""

import asyncio
import json

import pytest

from kit.locale import translate
from kit.model.base import Role
from kit.server import live
from kit.server.session import FREE_TRIES, SLOWEST_SECONDS, Session
from tests._hall import step
from tests.server._voila_host import PATIENCE

ROLES = ("trainer", "team", "wall", "results")
WRONG_CODE = "This code is not right. Look at the wall, and type it again."
CARD = {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "Meer licht"}


def connected(room):
    return json.loads(room.get("/healthz").text)["connected"]


def own(phone):
    return [card["text"] for card in phone.mine["view"]["cards"]]


@pytest.fixture(params=["client", "polling"])
def connect(room, request):
    """Connect over each of the two ways."""
    return getattr(room, request.param)


@pytest.fixture
def pauses(monkeypatch):
    """How long each client was made to wait; it waits for `may_go` instead of for a clock."""
    made, may_go = [], asyncio.Event()
    may_go.set()

    class Paused(live._SocketSession):
        def __init__(self, *parts):
            super().__init__(*parts)
            self.pause = self.wait

        async def wait(self, seconds):
            made.append(seconds)
            await may_go.wait()

    monkeypatch.setattr(live, "_SocketSession", Paused)
    return made, may_go


def test_the_token_brings_back_the_same_person_and_all_there_is_to_see(room, connect):
    phone = connect().joins()
    phone.do(**CARD)
    again = connect()
    welcome = again.hello(token=phone.token)
    assert (welcome["participant"], welcome["token"]) == (phone.person, phone.token)
    assert own(again) == ["Meer licht"]
    assert again.mine["me"]["organisation"] == "politie"
    assert [card["text"] for card in again.shared["view"]["cards"]] == [
        "Een bankje",
        "Een moestuin",
        "Meer licht",
    ]
    assert connected(room) == 1, "two screens of one person are one person"


def test_the_token_outlives_a_restart_of_the_server(hall, serve):
    room = serve(hall)
    phone = room.client().joins()
    room.stop()
    welcome = serve(hall).client().hello(token=phone.token)
    assert (welcome["op"], welcome["participant"]) == ("welcome", phone.person)


def test_a_token_needs_no_code_any_more(room):
    phone = room.client().joins()
    assert room.client().hello(token=phone.token, code="????")["participant"] == phone.person


@pytest.mark.parametrize("token", ["", "nobody's", "x" * 65, "x" * 5000])
def test_an_unknown_token_asks_for_the_code(room, token):
    phone = room.client()
    assert phone.hello(token=token)["error"]["code"] == "wrong_code"
    welcome = phone.hello(token=token, code=room.code)
    assert welcome["participant"] == "p3"
    assert welcome["token"] != token, "a token is made by the server"


def test_a_forgotten_person_comes_in_as_somebody_new(room, hall):
    phone = room.client().joins()
    hall.workshop.forget(phone.person)
    assert room.client().hello(token=phone.token)["error"]["code"] == "wrong_code"


@pytest.mark.parametrize("code", [None, "", "????", "K7QF\0", "é" * 4, "x" * 5000])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_wrong_code_is_refused_in_ones_own_language(room, code, lang):
    phone = room.client()
    error = {"code": "wrong_code", "message": translate(WRONG_CODE, lang)}
    assert phone.hello(code=code, lang=lang) == {"op": "refused", "id": None, "error": error}
    assert phone.hello(code=room.code)["op"] == "welcome"


def test_wrong_codes_are_slowed_down_after_some_tries(pauses, room):
    made, _ = pauses
    phone = room.client()
    for _ in range(FREE_TRIES):
        phone.hello(code="????")
    assert made == []
    for _ in range(7):
        assert phone.hello(code="????")["error"]["code"] == "wrong_code"
    assert made == [1, 2, 4, 8, 8, 8, 8]
    assert made[-1] == SLOWEST_SECONDS


def test_wrong_keys_are_slowed_down_too(pauses, room):
    made, _ = pauses
    phone = room.client()
    for _ in range(FREE_TRIES):
        phone.hello(key="????")
    phone.hello(code="????")
    assert made == [1]


def test_who_comes_in_begins_anew_with_tries(pauses, room):
    made, _ = pauses
    phone = room.client()
    for said in [{"code": "????"}] * FREE_TRIES + [{"code": room.code}] + [{"key": "????"}] * FREE_TRIES:
        phone.hello(**said)
    assert made == []
    phone.hello(key="????")
    assert made == [1]


def test_nobody_else_waits_for_who_tries_codes(pauses, room):
    """They all have the same address here, as a classroom has behind its router."""
    made, may_go = pauses
    guessing, other = room.client(), room.client()
    for _ in range(FREE_TRIES):
        guessing.hello(code="????")
    room.now(may_go.clear)
    guessing.say("hello", code=room.code + "?")
    guessing.say("ping")
    room.wait(lambda: made == [1])
    for _ in range(FREE_TRIES):
        assert other.hello(code="????")["op"] == "refused"
    assert other.hello(code=room.code)["op"] == "welcome"
    assert room.client().hello(code="????")["op"] == "refused", "a new socket neither"
    assert not any(message["op"] == "pong" for message in guessing.messages)
    room.now(may_go.set)
    assert [guessing.answer()["op"] for _ in range(2)] == ["refused", "pong"]


@pytest.mark.parametrize("role", ROLES)
def test_a_key_gives_its_role(room, connect, role):
    screen = connect()
    welcome = screen.hello(key=room.server.keys[role])
    assert (welcome["role"], welcome["participant"]) == (role, None)
    assert screen.shared["role"] == role
    assert (screen.shared["console"] is not None) == (role == "trainer")
    assert connected(room) == 0, "only participants are counted"


def test_every_role_but_the_participants_has_a_key(room):
    assert set(room.server.keys) == set(Role.__args__) - {"participant"} == set(ROLES)


@pytest.mark.parametrize("key", ["", "????", "é", "x" * 5000])
def test_a_wrong_key_is_refused(room, key):
    screen = room.client()
    answer = screen.hello(key=key, code=room.code, lang="en")
    assert answer["error"]["code"] == "wrong_key"
    assert answer["error"]["message"].startswith("This link is not (any more) of this workshop.")
    assert screen.refused("undo")[0] == "no_hello"


@pytest.mark.parametrize("role", ["team", "wall", "results"])
def test_only_the_trainers_key_lets_one_lead(room, role):
    screen = room.client().enters(role, team="Tafel 1")
    assert screen.refused("close", step="ideas")[0] == "not_allowed"
    room.client().enters("trainer").do("close", step="ideas")


def test_a_key_opens_no_other_role_by_saying_so(room):
    screen = room.client()
    screen.hello(key=room.server.keys["wall"], role="trainer")
    assert screen.shared["role"] == "wall"


def test_a_table_takes_its_team_and_another_one_by_hello_again(halls, serve):
    hall = halls(step("tables", per="team"), step("after"))
    hall.start("tables")
    table = serve(hall).client()
    table.enters("team", team="Tafel 2")
    assert table.shared["team"] == "Tafel 2"
    table.do("add_card", step="tables", zone="idea", text="van twee")
    table.hello(key=table.room.server.keys["team"], token=table.token, team="Tafel 1")
    assert table.shared["team"] == "Tafel 1"
    assert table.shared["view"]["cards"] == []


def test_a_table_of_a_team_that_is_not_there_has_none(room):
    table = room.client().enters("team", team="Tafel 99")
    assert table.shared["team"] is None


def test_what_was_not_answered_is_sent_again_and_done_once(room, connect):
    phone = room.client().joins()
    seq = room.now(lambda: room.server.workshop.seq)
    with room.held():
        given = room.submitted
        phone.say("do", id="c9", command=CARD)
        room.wait(lambda: room.submitted == given + 1)
        phone.cut()
    again = connect()
    again.hello(token=phone.token)
    answers = [again.ask("do", id="c9", command=CARD) for _ in range(3)]
    assert answers == [{"op": "done", "id": "c9", "seq": seq + 1}] * 3
    again.sees(lambda phone: own(phone) == ["Meer licht"])


def test_an_id_is_one_clients_own(room):
    one, other = (room.client().joins() for _ in range(2))
    for phone in (one, other):
        phone.do(id_="same", **CARD)
        phone.sees(lambda phone: own(phone) == ["Meer licht"])


def test_two_consoles_number_their_commands_apart(room):
    first, second = (room.client().enters("trainer") for _ in range(2))
    first.do("message", id_="c1", text="Nog vijf minuten")
    second.do("attention", id_="c1")
    back = room.client().enters("trainer", token=first.token)
    assert back.tries("attention", id_="c1")["error"]["code"] == "id_used"


def test_an_id_that_comes_back_with_another_command_is_refused(room):
    phone = room.client().joins()
    phone.do(id_="x1", **CARD)
    code, message = phone.refused(id_="x1", **CARD | {"text": "Iets anders"})
    assert code == "id_used"
    assert message == "Deze opdracht botst met een andere. Laad de pagina opnieuw."
    assert own(phone.sees(own)) == ["Meer licht"]


def test_a_refused_id_may_be_used_again(room):
    phone = room.client().joins()
    phone.refused(id_="x1", **CARD | {"zone": "?"})
    phone.do(id_="x1", **CARD)


def test_who_leaves_is_counted_out(room):
    phones = [room.client().joins() for _ in range(3)]
    assert connected(room) == 3
    phones[0].cut()
    phones[1].leave()
    room.wait(lambda: room.server.hub.connected == 1)
    room.client().enters("wall").sees(lambda wall: wall.shared["counts"]["connected"] == 1)


def test_who_leaves_while_coming_in_is_not_counted(room):
    session = room.now(lambda: Session(room.server.hub, room.server.writer, lambda _: None))
    hello = json.dumps({"op": "hello", "code": room.code})
    with room.held():
        hearing = asyncio.run_coroutine_threadsafe(session.hear(hello), room.loop)
        room.wait(lambda: room.submitted == 1)
        room.now(session.leave)
    hearing.result(PATIENCE)
    assert session.viewer.participant == "p3"
    assert connected(room) == 0
