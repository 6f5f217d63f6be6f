"""Whatever a client sends, it is told in its own language what is wrong, and its socket lives."""

import json

import pytest

from kit.locale import translate
from kit.model.protocol import MAX_ID_CHARS, MAX_MESSAGE_BYTES
from kit.server.live import HARD_LIMIT
from tests._hall import step

NO_MESSAGE = "This is not a message of this workshop: {problem}"
NO_COMMAND = "This is not a command that this workshop knows: {problem}"
TOO_LARGE = "This message is too large. Make it shorter."
NO_HELLO = "Say hello first: join with the code of the workshop."
DEEP = "[" * 7000 + "]" * 7000


def do(command, id_="c1"):
    return json.dumps({"op": "do", "id": id_, "command": command})


def padded(size):
    """A ping of so many bytes."""
    empty = len('{"op":"ping","pad":""}')
    return '{"op":"ping","pad":"%s"}' % ("x" * (size - empty))


NOT_MESSAGES = {
    "nothing": "",
    "not JSON": "hello?",
    "half of one": '{"op":"ping"',
    "two of them": '{"op":"ping"}{"op":"ping"}',
    "a number": "1",
    "a list": '[{"op":"ping"}]',
    "null": "null",
    "without op": '{"code":"K7QF"}',
    "an unknown op": '{"op":"please"}',
    "a server's op": '{"op":"welcome","token":"x","participant":"p1","seq":1,"time":1}',
    "op is a number": '{"op":1}',
    "a field of another type": '{"op":"hello","code":1}',
    "a version that is no number": '{"op":"hello","v":"1"}',
    "do without id": '{"op":"do","command":{"kind":"undo"}}',
    "do without command": '{"op":"do","id":"c1"}',
    "id is a number": '{"op":"do","id":1,"command":{"kind":"undo"}}',
    "id is null": '{"op":"do","id":null,"command":{"kind":"undo"}}',
    "id is empty": do({"kind": "undo"}, ""),
    "id is too long": do({"kind": "undo"}, "x" * (MAX_ID_CHARS + 1)),
    "very deep": f'{{"op":"ping","x":{DEEP}}}',
    "a very deep command": f'{{"op":"do","id":"c1","command":{DEEP}}}',
    "half a character": '{"op":"hello","lang":"\\ud800"}',
    "NaN": '{"op":"ping","x":NaN}',
}
NO_JSON = {"nothing", "not JSON", "half of one", "two of them", "NaN", "half a character"}
NO_JSON |= {"very deep", "a very deep command"}
NOT_COMMANDS = {
    "null": None,
    "a text": "undo",
    "a list": [{"kind": "undo"}],
    "without kind": {"step": "ideas"},
    "an unknown kind": {"kind": "make_coffee"},
    "joining has no command": {"kind": "join", "token": "x"},
    "a message of the page": {"kind": "sit", "team": "Tafel 1"},
    "a field is missing": {"kind": "add_card", "step": "ideas", "zone": "idea"},
    "a field of another type": {"kind": "add_card", "step": "ideas", "zone": "idea", "text": 5},
    "a field too many": {"kind": "ready", "step": "ideas", "mood": "good"},
    "half a dot": {"kind": "cast_votes", "step": "vote", "votes": {"k1": 0.5}},
    "dots as a text": {"kind": "cast_votes", "step": "vote", "votes": {"k1": "2"}},
    "dots on nothing": {"kind": "cast_votes", "step": "vote", "votes": {"k1": None}},
}
WHILE_WRITING = {
    "a step that is not there": ({"kind": "ready", "step": "?"}, "unknown_step"),
    "a step of another kind": ({"kind": "cast_votes", "step": "ideas", "votes": {}}, "unknown_step"),
    "a closed step": ({"kind": "cast_votes", "step": "vote", "votes": {}}, "step_closed"),
    "a closed canvas": ({"kind": "add_card", "step": "after", "zone": "idea", "text": "x"}, "step_closed"),
    "another step than now": ({"kind": "ready", "step": "vote"}, "not_now"),
    "another's card, other words": ({"kind": "edit_card", "card": "k1", "text": "x"}, "not_your_card"),
    "another's card, away": ({"kind": "withdraw_card", "card": "k1"}, "not_your_card"),
    "a card that is not there": ({"kind": "withdraw_card", "card": "k99"}, "unknown_step"),
    "a field that is not there": (
        {"kind": "add_card", "step": "ideas", "zone": "?", "text": "x"},
        "unknown_zone",
    ),
    "no text": (
        {"kind": "add_card", "step": "ideas", "zone": "idea", "text": " \n\t"},
        "empty_text",
    ),
    "a long text": ({"kind": "add_card", "step": "ideas", "zone": "idea", "text": "x" * 201}, "too_long"),
    "more cards than one may": (
        {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "x"},
        "too_many_cards",
    ),
    "what the trainer does": ({"kind": "close", "step": "ideas"}, "not_allowed"),
    "paper": (
        {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "x", "paper": {"id": "1"}},
        "not_allowed",
    ),
    "no organisation": ({"kind": "set_profile", "organisation": ""}, "bad_organisation"),
    "a table that is not there": (
        {"kind": "set_profile", "organisation": "politie", "team": "Tafel 99"},
        "unknown_team",
    ),
}
WHILE_VOTING = {
    "too many dots": ({"k1": 2, "k2": 2}, "too_many_votes"),
    "a great many dots": ({"k1": 10**40}, "too_many_votes"),
    "too many on one card": ({"k1": 3}, "too_many_on_card"),
    "fewer than none": ({"k1": -1, "k2": 2}, "bad_votes"),
    "a card that is not on it": ({"k99": 1}, "unknown_card"),
}


@pytest.fixture
def narrow(halls, serve):
    """A phone that wrote the one card it may, in a room where p1 wrote k1 and k2 is the phone's own."""
    hall = halls(
        step("ideas", limit=1), step("vote", "ballot", source="ideas", dots=3, most=2), step("after")
    )
    hall.start("ideas")
    hall.card(hall.join(), "Een bankje")
    phone = serve(hall).client().joins()
    phone.do("add_card", step="ideas", zone="idea", text="Meer licht")
    phone.hall = hall
    return phone


def told(phone, lang, text):
    """Send a text; return the id, the code and the sentence of the refusal. The socket lives."""
    phone.hello(token=phone.token, lang=lang)
    phone.send(text)
    answer = phone.answer()
    assert answer["op"] == "refused", answer
    assert answer["error"].keys() == {"code", "message"}
    assert phone.lives()
    return answer["id"], answer["error"]["code"], answer["error"]["message"]


def says(sentence, lang):
    return translate(sentence, lang).split("{")[0]


@pytest.mark.parametrize("way", ["client", "polling"])
def test_what_is_no_message_is_refused(room, way):
    phone = getattr(room, way)().joins()
    before = room.now(lambda: room.server.workshop.seq)
    for name in NOT_MESSAGES.keys() - (NO_JSON if way == "polling" else set()):
        for lang in ("nl", "en"):
            id_, code, message = told(phone, lang, NOT_MESSAGES[name])
            assert (id_, code) == (None, "bad_message"), name
            assert message.startswith(says(NO_MESSAGE, lang)), name
    assert room.now(lambda: room.server.workshop.seq) == before


@pytest.mark.parametrize("bytes_", [b"\xff\xfe", b'{"op":"hello","lang":"\xff"}', b"\0" * 100])
def test_bytes_that_are_no_text_are_refused(room, bytes_):
    phone = room.client().joins()
    phone.send(bytes_, binary=True)
    assert phone.answer()["error"]["code"] == "bad_message"
    assert phone.lives()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_no_command_is_refused(room, lang):
    phone = room.client().joins()
    for name, command in NOT_COMMANDS.items():
        id_, code, message = told(phone, lang, do(command, "x1"))
        assert (id_, code) == ("x1", "bad_command"), name
        assert message.startswith(says(NO_COMMAND, lang)), name


def test_a_refusal_names_what_is_wrong_in_it(room):
    phone = room.client().joins()
    assert phone.refused("make_coffee")[1].endswith("Invalid value 'make_coffee' - at `$.kind`")
    assert phone.refused("ready", step="ideas", mood="good")[1].endswith(
        "Object contains unknown field `mood`"
    )


@pytest.mark.parametrize("name", WHILE_WRITING)
def test_what_may_not_be_is_refused(narrow, name):
    command, expected = WHILE_WRITING[name]
    sentences = []
    for lang in ("nl", "en"):
        id_, code, message = told(narrow, lang, do(command, "x1"))
        assert (id_, code) == ("x1", expected)
        sentences.append(message)
    assert sentences[0] != sentences[1], "each in its own language"
    assert all(message.endswith(".") for message in sentences)
    assert list(narrow.hall.workshop.cards["text"]) == ["Een bankje", "Meer licht"]


@pytest.mark.parametrize("name", WHILE_VOTING)
def test_a_ballot_that_may_not_be_is_refused(narrow, name):
    votes, expected = WHILE_VOTING[name]
    narrow.hall.start("vote")
    narrow.sees(
        lambda phone: phone.shared["step"]["status"] == "open" and phone.shared["step"]["id"] == "vote"
    )
    narrow.do("cast_votes", step="vote", votes={"k1": 1})
    for lang in ("nl", "en"):
        id_, code, _ = told(narrow, lang, do({"kind": "cast_votes", "step": "vote", "votes": votes}, "x1"))
        assert (id_, code) == ("x1", expected)
    assert narrow.mine["view"]["votes"] == {"k1": 1}, "what was in before stays"


@pytest.mark.parametrize("number", [10**400, -(10**400), 86_401])
@pytest.mark.parametrize("field", ["seconds", "add"])
def test_a_number_beyond_all_bounds_is_refused(room, field, number):
    trainer = room.client().enters("trainer")
    assert trainer.refused("timer", **{field: number})[0] == "bad_timer"
    assert trainer.lives()


@pytest.mark.parametrize(
    "command", [{"kind": "undo"}, {"kind": "make_coffee"}, {"kind": "ready", "step": "ideas"}]
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_command_before_hello_is_refused(room, command, lang):
    phone = room.client()
    phone.hello(code="????", lang=lang)
    error = {"code": "no_hello", "message": translate(NO_HELLO, lang)}
    assert phone.tries(**command) == {"op": "refused", "id": "c1", "error": error}
    assert phone.hello(code=room.code)["op"] == "welcome"


def test_who_asks_for_no_language_is_refused_in_dutch_before_hello(room):
    assert room.client().refused("undo")[1] == translate(NO_HELLO, "nl")


@pytest.mark.parametrize("way", ["client", "polling"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_large_message_is_refused(room, way, lang):
    phone = getattr(room, way)().joins()
    assert told(phone, lang, padded(MAX_MESSAGE_BYTES + 1)) == (None, "too_large", translate(TOO_LARGE, lang))
    assert told(phone, lang, padded(200_000))[1] == "too_large"
    phone.send(padded(MAX_MESSAGE_BYTES))
    assert phone.answer()["op"] == "pong"


def test_what_counts_is_bytes_not_letters(room):
    phone = room.client().joins()
    assert told(phone, "nl", padded(MAX_MESSAGE_BYTES).replace("xx", "xé"))[1] == "too_large"


def test_a_very_large_message_ends_only_the_socket_it_came_over(room):
    phone, other = room.client().joins(), room.client().joins()
    phone.send(padded(HARD_LIMIT))
    assert phone.answer()["error"]["code"] == "too_large"
    phone.send(padded(HARD_LIMIT + 1))
    assert phone.answer() is None
    assert other.lives()
    assert room.client().hello(token=phone.token)["participant"] == phone.person


def test_a_broken_frame_ends_only_its_socket(room):
    phone, other = room.client().joins(), room.client().joins()
    phone.raw(b"\xff" * 50)
    assert phone.answer() is None
    assert other.lives()
