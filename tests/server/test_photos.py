"""Sending a photograph and seeing one: who may, and what is said when it can't be."""

import io
import json

import pytest
from PIL import Image

from kit.activities.briefing import Briefing
from kit.server import photos
from tests._hall import step
from tests.server._photos import on_card, said, see, send, sent_by, settled, sketch


def test_a_phone_sends_a_photo_and_sees_it_on_its_card(drawing):
    hall, room = drawing
    name = sent_by(room)
    assert see(room, name, Token="token-1").status == 404, "it stands on no card yet"
    on_card(hall, "p1", name)
    settled(room, hall)
    answer = see(room, name, Token="token-1")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    with Image.open(io.BytesIO(answer.body)) as picture:
        assert picture.size == (400, 300)


def test_a_photo_is_as_hidden_as_its_card(drawing):
    hall, room = drawing
    name = sent_by(room)
    card = on_card(hall, "p1", name)
    settled(room, hall)
    trainer, wall = room.visitor("trainer"), room.visitor("wall")
    everyone = {
        "own phone": {"Token": "token-1"},
        "other phone": {"Token": "token-2"},
        "trainer": {"Role": "trainer", "visitor": trainer},
        "wall": {"Role": "wall", "visitor": wall},
    }

    def seen():
        return [who for who, how in everyone.items() if see(room, name, **how).status == 200]

    assert seen() == ["own phone", "trainer"]
    hall.trainer("reveal", step="ideas")
    settled(room, hall)
    assert seen() == list(everyone)
    hall.trainer("hide_card", card=card)
    settled(room, hall)
    assert seen() == ["own phone", "trainer"]


def test_a_table_sends_and_sees_its_own(drawing):
    hall, room = drawing
    hall.start("tables")
    settled(room, hall)
    table = room.visitor("team")
    answer = send(room, visitor=table, Role="team", Team="Tafel 1")
    name = json.loads(answer.body)["photo"]
    hall.at("Tafel 1", "add_card", step="tables", zone="idea", text="schets", photo=name)
    settled(room, hall)
    assert see(room, name, visitor=table, Role="team", Team="Tafel 1").status == 200
    assert see(room, name, visitor=table, Role="team", Team="Tafel 2").status == 404
    assert [see(room, name, Token=f"token-{n}").status for n in (1, 2)] == [200, 404]


@pytest.mark.parametrize(
    "who", [{}, {"Token": "guess"}, {"Role": "trainer"}, {"Role": "participant"}, {"Role": "team"}]
)
def test_a_stranger_sends_and_sees_nothing(drawing, who):
    _, room = drawing
    visitor = room.visitor("wall")
    for answer in (send(room, **who), send(room, visitor=visitor, **who), see(room, "0" * 64, **who)):
        assert said(answer) == (403, "not_allowed")
    assert room.server.workshop.journal.photos() == {}


def test_a_cookie_alone_is_not_enough(drawing):
    """Another site could make a browser send its cookie, but no header of ours."""
    _, room = drawing
    assert said(send(room, visitor=room.visitor("trainer"))) == (403, "not_allowed")


def test_a_screen_that_only_shows_sends_nothing(drawing):
    _, room = drawing
    assert said(send(room, visitor=room.visitor("wall"), Role="wall")) == (403, "not_allowed")


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"", (400, "bad_photo")),
        (b"hallo", (400, "bad_photo")),
        (sketch()[:200], (400, "bad_photo")),
        (sketch((6000, 5000), form="PNG"), (413, "photo_too_large")),
    ],
)
def test_what_is_no_photo_is_refused(drawing, body, refusal):
    _, room = drawing
    assert said(send(room, body, Token="token-1")) == refusal
    assert room.server.workshop.journal.photos() == {}


def test_a_file_that_is_too_large_is_not_read(drawing, monkeypatch):
    monkeypatch.setattr(photos, "MOST_BYTES", 1000)
    _, room = drawing
    assert said(send(room, Token="token-1")) == (413, "photo_too_large")


def test_a_refusal_speaks_the_language_of_the_screen(drawing):
    _, room = drawing
    for lang, word in (("nl", "lezen"), ("en", "read")):
        assert word in json.loads(send(room, b"x", Token="token-1", Lang=lang).body)["error"]["message"]


@pytest.mark.parametrize("name", ["x", "0" * 63, "..%2f..%2fetc", "0" * 64 + ".jpg"])
def test_a_photo_has_a_name_of_its_own_kind(drawing, name):
    _, room = drawing
    assert see(room, name, Token="token-1").status == 404


def test_the_photos_of_other_steps_are_seen_in_the_results(drawing):
    hall, room = drawing
    name = sent_by(room)
    on_card(hall, "p1", name)
    hall.trainer("reveal", step="ideas")
    hall.trainer("go_to", step="tables")
    settled(room, hall)
    assert see(room, name, visitor=room.visitor("results"), Role="results").status == 200


def test_what_never_got_a_card_goes_with_the_server(drawing):
    hall, room = drawing
    kept, lost = sent_by(room), json.loads(send(room, sketch(colour="red"), Token="token-1").body)["photo"]
    on_card(hall, "p1", kept)
    assert set(room.server.workshop.journal.photos()) == {kept, lost}
    room.stop()
    assert set(hall.workshop.journal.photos()) == {kept}


def test_a_picture_of_the_case_is_seen_where_a_view_names_it(halls, serve, monkeypatch):
    """Whatever view has its name in a field `photo` shows it, to those who see that step and no sooner."""
    hall = halls(step("ideas"), step("lees", "briefing", "open"))
    name = "ab" * 32
    journal = hall.workshop.journal
    journal.begin()
    journal.add_photo(name, sketch())
    journal.commit()
    monkeypatch.setattr(
        Briefing, "shared", lambda *_: {"activity": "briefing", "pictures": [{"photo": name}]}
    )
    hall.join()
    hall.start("ideas")
    room = serve(hall)
    assert see(room, name, Token="token-1").status == 404
    hall.trainer("go_to", step="lees")
    settled(room, hall)
    answer = see(room, name, Token="token-1")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert see(room, name).status == 403
