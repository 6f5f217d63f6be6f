"""The same conversation where WebSockets are blocked: `POST /live/poll`."""

import http.client
import json
from urllib.parse import urlsplit

import pytest

from kit.server import live
from kit.server.live import HARD_LIMIT, MOST_MESSAGES
from tests.server._voila_host import PATIENCE

PING = '{"op":"ping"}'
CARD = {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "Meer licht"}
NOT_POLLS = {
    "nothing": "",
    "no JSON": "hello",
    "a list": "[]",
    "null": "null",
    "a session that is no text": '{"session":1}',
    "no list": '{"messages":{}}',
    "no messages": '{"messages":null}',
    "half": '{"messages":[}',
    "many": f'{{"messages":[{",".join([PING] * (MOST_MESSAGES + 1))}]}}',
    "deep": "[" * 9000,
}


def body(session=None, *messages):
    return json.dumps({"session": session, "messages": list(messages)})


def poll(room, sent):
    answer = room.post("/live/poll", sent)
    return answer.status, json.loads(answer.body)


def test_the_whole_conversation(room):
    phone = room.polling().joins("school")
    phone.do("add_card", step="ideas", zone="idea", text="Meer licht")
    phone.sees(lambda phone: [card["text"] for card in phone.mine["view"]["cards"]] == ["Meer licht"])
    assert phone.refused("undo")[0] == "not_allowed"
    assert phone.lives()
    assert json.loads(room.get("/healthz").text)["connected"] == 1


def test_the_first_request_is_answered_with_a_session_and_what_there_is_to_see(room):
    hello = {"op": "hello", "code": room.code, "v": 1}
    status, answer = poll(room, body(None, hello))
    assert status == 200
    assert answer.keys() == {"session", "messages"}
    assert len(answer["session"]) > 20
    assert [message["op"] for message in answer["messages"]] == ["welcome", "shared", "mine"]


def test_several_messages_are_answered_in_order(room):
    phone = room.polling().joins()
    does = [{"op": "do", "id": f"n{n}", "command": CARD} for n in range(MOST_MESSAGES - 1)]
    _, answer = poll(room, body(phone.session, *does, {"op": "ping"}))
    answers = [message for message in answer["messages"] if message["op"] in {"done", "pong"}]
    assert [message.get("id") for message in answers] == [*(f"n{n}" for n in range(MOST_MESSAGES - 1)), None]


def test_it_waits_for_news(room):
    phone, other = room.polling().joins(), room.client().joins()
    phone.sees(lambda phone: phone.mine["me"]["organisation"])
    phone.messages.clear()
    other.do(**CARD)
    message = phone.hear()
    assert (message["op"], message["data"]["view"]["total"]) == ("shared", 3)


def test_without_news_it_is_answered_after_a_while_all_the_same(room, monkeypatch):
    phone = room.polling().joins()
    monkeypatch.setattr(live, "POLL_SECONDS", 0.01)
    for _ in range(5):
        answer = poll(room, body(phone.session))[1]
    assert answer == {"session": phone.session, "messages": []}


def test_an_answer_is_kept_by_nobody(room):
    answer = room.post("/live/poll", body(None, {"op": "ping"}))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize("session", ["", "unknown", "x" * 5000, "../.."])
def test_an_unknown_session_is_told_to_begin_anew(room, session):
    status, answer = poll(room, body(session, {"op": "ping"}))
    assert (status, answer["error"]["code"]) == (404, "unknown_session")


@pytest.mark.parametrize("sent", NOT_POLLS.values(), ids=NOT_POLLS)
def test_what_is_no_poll_is_refused(room, sent):
    status, answer = poll(room, sent)
    assert (status, answer["error"]["code"]) == (400, "bad_message")
    assert poll(room, body(None, {"op": "ping"}))[0] == 200


def test_a_very_large_body_is_not_read(room):
    phone = room.polling().joins()
    connection = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=PATIENCE)
    connection.putrequest("POST", "/live/poll")
    connection.putheader("Content-Length", str(HARD_LIMIT + 1))
    connection.endheaders()
    with connection.getresponse() as response:
        assert response.status in {400, 413}
    connection.close()
    assert phone.lives()


def test_a_phone_that_asks_no_more_is_gone(room, monkeypatch):
    phone = room.polling()
    assert phone.hello(code=room.code)["op"] == "welcome"
    monkeypatch.setattr(live, "GONE_SECONDS", 0.01)
    phone.say("ping")
    room.wait(lambda: room.server.hub.connected == 0)
    assert poll(room, body(phone.session))[0] == 404
    assert room.client().hello(token=phone.token)["participant"] == phone.person


def test_only_posts_are_polls(room):
    assert room.get("/live/poll").status == 405
