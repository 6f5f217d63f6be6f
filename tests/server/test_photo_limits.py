"""How many photographs somebody may send, and what the server does beside that meanwhile."""

import json
import socket
from urllib.parse import urlsplit

from kit.server import photos, shelf
from tests.server._photos import on_card, said, see, send, sent_by, sketch
from tests.server._voila_host import PATIENCE


def test_nobody_fills_the_disk(drawing, monkeypatch):
    _, room = drawing
    monkeypatch.setattr(photos, "MOST_EACH", 2)
    for _ in range(2):
        sent_by(room)
    assert said(send(room, Token="token-1")) == (429, "too_many_photos")
    assert sent_by(room, 2), "another phone is not held up"
    monkeypatch.setattr(shelf, "MOST_KEPT", 10)
    assert said(send(room, sketch(colour="red"), Token="token-2")) == (413, "photos_full")


COLOURS = ("red", "green", "blue", "white", "black", "pink", "grey", "teal", "orange")


def send_each(room, colours, number=1):
    """Send a photograph of each colour. Returns their names."""
    answers = [send(room, sketch(colour=one), Token=f"token-{number}") for one in colours]
    assert {answer.status for answer in answers} == {200}
    return [json.loads(answer.body)["photo"] for answer in answers]


def kept(room):
    return set(room.now(room.server.workshop.journal.photos))


def test_who_sends_and_writes_no_card_fills_nothing(drawing):
    """Of what stands on no card only the newest few stay; what stands on one does not count."""
    hall, room = drawing
    used, both, *more = COLOURS
    (on_a_card,) = send_each(room, [used])
    on_card(hall, "p1", on_a_card)
    (of_both,) = send_each(room, [both])
    send_each(room, [both], number=2)
    names = send_each(room, more)
    assert len(names) > shelf.MOST_WAITING
    assert kept(room) == {on_a_card, of_both, *names[-shelf.MOST_WAITING :]}


def test_a_full_file_has_room_for_whoever_writes_cards(drawing, monkeypatch):
    hall, room = drawing
    first, _ = send_each(room, COLOURS[:2])
    on_card(hall, "p1", first)
    monkeypatch.setattr(shelf, "MOST_KEPT", sum(room.now(room.server.workshop.journal.photos).values()))
    (third,) = send_each(room, COLOURS[2:3], number=2)
    assert kept(room) == {first, third}, "what stands on no card made room"
    on_card(hall, "p2", third)
    assert said(send(room, sketch(colour="pink"), Token="token-2")) == (413, "photos_full")
    assert json.loads(send(room, sketch(colour=COLOURS[0]), Token="token-2").body) == {"photo": first}
    assert kept(room) == {first, third}


class Upload:
    """A photograph on its way: its head is in, and it waits for what the server says of that."""

    def __init__(self, room, number=1):
        self.body = sketch()
        self._socket = socket.create_connection(urlsplit(room.url).netloc.split(":"), timeout=PATIENCE)
        head = f"POST /photo HTTP/1.1\r\nHost: x\r\nLeefkit-Token: token-{number}\r\n"
        self._socket.sendall(
            f"{head}Content-Length: {len(self.body)}\r\nExpect: 100-continue\r\n\r\n".encode()
        )
        self.head = self.hear()

    def hear(self):
        return self._socket.recv(4096).split(b"\r\n")[0]

    def goes_on(self):
        self._socket.sendall(self.body)
        return self.hear()

    def cut(self):
        self._socket.close()


def test_many_that_are_sent_at_once_count_too(drawing, monkeypatch):
    _, room = drawing
    monkeypatch.setattr(photos, "MOST_EACH", 4)
    monkeypatch.setattr(photos, "MOST_COMING_IN_ALL", 4)
    coming = [Upload(room) for _ in range(photos.MOST_COMING)]
    assert {one.head for one in coming} == {b"HTTP/1.1 100 (Continue)"}
    assert said(send(room, Token="token-1")) == (429, "photos_coming")
    other = Upload(room, 2)
    assert said(send(room, Token="token-2")) == (429, "photos_coming"), "so many in all"
    assert {one.goes_on() for one in (coming[0], other)} == {b"HTTP/1.1 200 OK"}
    more = Upload(room)
    assert said(send(room, Token="token-1")) == (429, "too_many_photos"), "one is kept, three are coming"
    for one in (*coming[1:], more):
        one.cut()
    room.wait(lambda: not room.server.photos._coming.total())
    last = Upload(room)
    assert last.goes_on() == b"HTTP/1.1 200 OK", "what never came does not count"
    for one in (coming[0], other, last):
        one.cut()


def test_the_journal_is_asked_under_the_lock_and_a_picture_is_made_without_it(drawing, monkeypatch):
    """A thread may wait for the journal then: whoever asks it meanwhile holds up every phone."""
    _, room = drawing
    locked = []

    def watched(work):
        def ask(*said):
            locked.append(room.server.writer.lock.locked())
            return work(*said)

        return ask

    def made(body):
        with room.held():
            return remade(body)

    remade = photos.remade
    monkeypatch.setattr(photos, "remade", made)
    for owner, name in ((room.server.workshop.journal, "person_of"), (room.server.access, "may_open")):
        monkeypatch.setattr(owner, name, watched(getattr(owner, name)))
    name = sent_by(room)
    see(room, name, Token="token-1")
    see(room, name, visitor=room.visitor("team"), Role="team", Team="Tafel 1")
    assert len(locked) >= 3
    assert all(locked)
