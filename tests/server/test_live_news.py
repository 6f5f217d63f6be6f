"""What screens are sent when something changes, and what they are never sent."""

import json

import pytest

from kit.model.people import TRAINER
from tests._hall import step
from tests._process import run

BY_ANOTHER_PROCESS = """
with Workshop.open(sys.argv[1]) as workshop:
    workshop.do(json.loads(sys.argv[2]))
"""
SECRET = "De lantaarns bij het plein aan"


def texts(client):
    return [card["text"] for card in client.shared["view"]["cards"]]


def shared(client):
    return [message for message in client.messages if message["op"] == "shared"]


@pytest.fixture
def hidden(halls, serve):
    """A room that writes unseen: two phones of one table, a table, a wall, the results and a console."""
    hall = halls(step("ideas", hidden=True), step("vote", "ballot", source="ideas"), step("after"))
    hall.start("ideas")
    room = serve(hall)
    people = [room.client().joins(organisation, lang="nl") for organisation in ("politie", "school")]
    screens = {
        role: room.client().enters(role, team="Tafel 1") for role in ("team", "wall", "results", "trainer")
    }
    return hall, people, screens


def test_another_process_is_seen_on_every_screen(room):
    phone, polling, wall = room.client().joins(), room.polling().joins(), room.client().enters("wall")
    run(BY_ANOTHER_PROCESS, room.path, json.dumps({"kind": "message", "text": "Nog vijf minuten"}))
    for client in (phone, wall, polling):
        client.sees(lambda client: client.shared["message"] == "Nog vijf minuten")


def test_another_engine_on_the_file_is_seen_too(room, hall):
    phone = room.client().joins()
    hall.card("p1", "Meer licht")
    phone.sees(lambda phone: "Meer licht" in texts(phone))
    seq = hall.workshop.do({"kind": "attention"}, TRAINER).seq
    phone.sees(lambda phone: phone.shared["attention"])
    assert phone.messages[-1]["seq"] == seq


def test_what_a_socket_does_is_seen_by_another_process(room, hall):
    done = room.client().joins().do("add_card", step="ideas", zone="idea", text="Meer licht")
    assert hall.workshop.catch_up()
    assert (hall.workshop.seq, list(hall.workshop.cards["text"])[-1]) == (done["seq"], "Meer licht")


def test_a_person_has_the_same_part_on_all_their_screens(room):
    phone = room.client().joins()
    tablet = room.client()
    tablet.hello(token=phone.token)
    phone.do("ready", step="ideas")
    tablet.sees(lambda tablet: tablet.mine["ready"])


def test_a_table_speaks_for_all_of_its_phones(halls, serve):
    hall = halls(step("ideas"), step("vote", "ballot", source="ideas", per="team"), step("after"))
    hall.start("ideas")
    card = hall.card(hall.join(), "Meer licht")
    hall.start("vote")
    room = serve(hall)
    phones = [room.client() for _ in range(3)]
    for phone, team in zip(phones, ("Tafel 1", "Tafel 1", "Tafel 2"), strict=True):
        phone.hello(code=room.code)
        phone.do("set_profile", organisation="school", team=team)
    table = room.client().enters("team", team="Tafel 1")
    phones[0].do("cast_votes", step="vote", votes={card: 2})
    for client in (phones[0], phones[1], table):
        client.sees(lambda client: client.mine["view"] and client.mine["view"]["votes"] == {card: 2})
    assert phones[2].lives()
    assert phones[2].mine["view"]["votes"] == {}


def test_what_is_hidden_reaches_nobody_but_the_trainer(hidden):
    hall, (writer, other), screens = hidden
    writer.do("add_card", step="ideas", zone="idea", text=SECRET)
    writer.sees(lambda writer: SECRET in json.dumps(writer.mine))
    screens["trainer"].sees(lambda trainer: SECRET in texts(trainer))
    hall.trainer("message", text="Nog even")
    for client in (writer, other, *screens.values()):
        client.sees(lambda client: client.shared["message"] == "Nog even")
    assert SECRET not in json.dumps(writer.shared)
    for client in (other, screens["team"], screens["wall"], screens["results"]):
        assert SECRET not in client.text
    hall.trainer("reveal", step="ideas")
    for client in (writer, other, screens["team"], screens["wall"]):
        client.sees(lambda client: texts(client) == [SECRET])


def test_what_the_trainer_takes_off_the_screens_is_sent_to_no_other_screen_again(room, hall):
    hall.trainer("hide_card", card="k1")
    phone, trainer = room.client().joins(), room.client().enters("trainer")
    phone.sees(lambda phone: texts(phone) == ["Een moestuin"])
    trainer.sees(
        lambda trainer: [card["hidden"] for card in trainer.shared["view"]["cards"]] == [True, False]
    )


def test_phones_are_told_no_counts_no_names_and_no_keys(hidden):
    hall, (phone, other), screens = hidden
    other.do("set_profile", organisation="school", name="Wilhelmina de Wit")
    other.do("add_card", step="ideas", zone="idea", text="x")
    other.do("ready", step="ideas")
    hall.start("vote")
    other.do("cast_votes", step="vote", votes={"k1": 1})
    hall.trainer("message", text="Nog even")
    phone.sees(lambda phone: phone.shared["message"] == "Nog even")
    for message in shared(phone):
        data = message["data"]
        assert {data["counts"][name] for name in ("joined", "ready", "ready_of")} == {0}
        assert data["counts"]["connected"] is None
        assert {(team["people"], len(team["organisations"]), team["ready"]) for team in data["teams"]} == {
            (0, 0, False)
        }
        assert (data["console"], data["room"], data["results"], data["join"]) == (None, None, None, None)
        assert data["view"].get("by_team", {}) == {}
        assert data["view"].get("voted") is None
        assert data["view"].get("result") is None
    trainer = screens["trainer"].sees(lambda trainer: trainer.shared["view"].get("voted") == 1)
    assert "Wilhelmina" in trainer.text
    keys = phone.room.server.keys.values()
    for secret in ("Wilhelmina", other.token, *keys):
        assert secret not in phone.text
        assert secret not in screens["wall"].text
        assert secret not in screens["results"].text


def test_while_others_vote_a_phone_is_sent_nothing(room, hall):
    phone, trainer = room.client().joins(), room.client().enters("trainer")
    voters = [room.client().joins() for _ in range(3)]
    hall.start("vote")
    for one in (phone, *voters):
        one.sees(lambda one: one.shared["step"]["status"] == "open" and one.mine["view"].get("order"))
    phone.messages.clear()
    for voter in voters:
        voter.do("cast_votes", step="vote", votes={"k1": 1})
        voter.do("ready", step="vote")
    trainer.sees(lambda trainer: trainer.shared["view"].get("voted") == 3)
    trainer.do("attention")
    phone.sees(lambda phone: phone.shared["attention"])
    assert [message["op"] for message in phone.messages] == ["shared"]


def test_each_is_told_in_their_own_language(room, hall):
    dutch, english = room.client().joins(lang="nl"), room.client().joins(lang="en")
    hall.start("vote")
    dutch.sees(lambda phone: phone.shared["step"]["title"] == "Stap vote")
    english.sees(lambda phone: phone.shared["step"]["title"] == "Step vote")


def test_a_slow_phone_skips_views_and_gets_the_newest_later(room):
    fast, trainer = room.client().joins(), room.client().enters("trainer")
    slow = room.slow().joins()
    session = slow.narrow()
    behind = room.server.hub.phones.behind
    said = 0

    def say():
        nonlocal said
        said += 1
        trainer.do("message", text=f"{said} {'x' * 270}")
        fast.sees(lambda fast: fast.shared["message"].startswith(f"{said} "))

    while not room.now(lambda: session in behind):
        assert said < 200, "the slow phone never got behind"
        say()
    heard, missed = len(shared(slow)), 20
    for _ in range(missed):
        say()
    slow.sees(lambda slow: slow.shared["message"].startswith(f"{said} "))
    assert len(shared(slow)) - heard <= said - missed + 1
    assert slow.shared == fast.shared
    assert slow.lives()
    assert room.now(lambda: session not in behind)
