"""Sending and fetching photographs, as a page does."""

import http.client
import io
import json
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests._hall import step
from tests.server._voila_host import PATIENCE, Answer


def sketch(size=(400, 300), colour="orange", form="JPEG"):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def ask(room, method, path, body=None, visitor=None, **headers):
    """Ask as a page would; `Leefkit-` stands before the names of the headers."""
    connection = http.client.HTTPConnection(urlsplit(room.url).netloc, timeout=PATIENCE)
    sent = {f"Leefkit-{name}": value for name, value in headers.items()}
    if visitor is not None:
        sent["Cookie"] = visitor.cookie
    try:
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def said(answer):
    return answer.status, json.loads(answer.body)["error"]["code"]


def send(room, body=None, **who):
    return ask(room, "POST", "/photo", sketch() if body is None else body, **who)


def see(room, name, **who):
    return ask(room, "GET", f"/photo/{name}", **who)


@pytest.fixture
def drawing(halls, serve):
    """An open step that is hidden, with p1 and p2 at two tables, being served."""
    hall = halls(step("ideas", hidden=True), step("tables", per="team"))
    for team in ("Tafel 1", "Tafel 2"):
        hall.join(team=team)
    hall.start("ideas")
    return hall, serve(hall)


def sent_by(room, number=1):
    answer = send(room, Token=f"token-{number}")
    assert answer.status == 200
    return json.loads(answer.body)["photo"]


def on_card(hall, person, name, at="ideas"):
    hall.by(person, "add_card", step=at, zone="idea", text="mijn schets", photo=name)
    return list(hall.room.cards)[-1]


def settled(room, hall):
    """Wait until the server knows what the hall wrote."""
    room.wait(lambda: room.server.workshop.seq >= hall.workshop.seq)
