"""The server is killed in the middle of a vote and started again: nothing is lost and nothing is double."""

import asyncio
import json
import socket

import pytest
from tornado.httpclient import HTTPClientError
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError, websocket_connect

from kit.workshop import Workshop
from tests.server._served import PATIENCE, Serve

PHONES, BALLOTS = 20, 30
LOST = (OSError, HTTPClientError, StreamClosedError, WebSocketClosedError)


def ballot(n):
    """The n-th ballot of a phone: every one is another than the one before."""
    return {"k1": n % 3, "k2": (n + 1) % 3 % 2}


class Voter:
    """A phone that casts one ballot after another, and sends what was not answered again."""

    def __init__(self, crowd):
        self.crowd = crowd
        self.token = self.person = None
        self.acknowledged = {}
        self.cuts = 0

    async def run(self):
        while len(self.acknowledged) < BALLOTS:
            await self.crowd.up.wait()
            try:
                await self._talk()
            except LOST:
                self.cuts += 1

    async def _talk(self):
        connection = await websocket_connect(self.crowd.url)
        try:
            who = {"token": self.token} if self.token else {"code": self.crowd.code}
            welcome = await self._ask(connection, {"op": "hello", **who})
            self.token, self.person = welcome["token"], welcome["participant"]
            while (n := len(self.acknowledged)) < BALLOTS:
                command = {"kind": "cast_votes", "step": "vote", "votes": ballot(n)}
                done = await self._ask(connection, {"op": "do", "id": f"b{n}", "command": command})
                assert done["op"] == "done", done
                self.acknowledged[f"b{n}"] = done["seq"]
                self.crowd.heard()
        finally:
            connection.close()

    async def _ask(self, connection, message):
        await connection.write_message(json.dumps(message))
        while (text := await connection.read_message()) is not None:
            answer = json.loads(text)
            if answer["op"] in {"welcome", "done", "refused"}:
                return answer
        raise StreamClosedError


class Crowd:
    """All the voters. `up` is set while the server is there."""

    def __init__(self, serve):
        self.url, self.code = serve.url.replace("http", "ws", 1) + "/live", serve.code
        self.up, self.enough = asyncio.Event(), asyncio.Event()
        self.up.set()
        self.voters = [Voter(self) for _ in range(PHONES)]
        self.total = 0

    def heard(self):
        self.total += 1
        if self.total == PHONES * BALLOTS // 3:
            self.enough.set()


async def vote_and_kill(start):
    """Let everybody vote, kill the server on the way and start it again; return the voters."""
    serve = await asyncio.to_thread(start)
    try:
        crowd = Crowd(serve)
        voting = asyncio.gather(*(voter.run() for voter in crowd.voters))
        await asyncio.wait_for(crowd.enough.wait(), PATIENCE)
        crowd.up.clear()
        serve.kill()
        assert crowd.total < PHONES * BALLOTS, "it was killed in the middle"
        serve = await asyncio.to_thread(start)
        assert serve.code == crowd.code
        crowd.up.set()
        await asyncio.wait_for(voting, PATIENCE)
    finally:
        serve.kill()
    return crowd.voters


@pytest.fixture
def file(halls):
    hall = halls()
    hall.start("ideas")
    person = hall.join()
    for text in ("Een bankje", "Een moestuin"):
        hall.card(person, text)
    hall.start("vote")
    hall.workshop.close()
    return hall.path


@pytest.mark.slow
def test_a_server_that_was_killed_while_a_room_voted_goes_on_with_every_vote_once(tmp_path, file):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    voters = asyncio.run(vote_and_kill(lambda: Serve(tmp_path, "--workshop", file, port=port)))
    assert all(voter.cuts for voter in voters), "everybody was cut off"
    assert len({voter.person for voter in voters}) == PHONES, "everybody stayed who they were"
    with Workshop.open(file) as workshop:
        events, votes = workshop.events, workshop.votes
        before = workshop.room
        workshop.rebuild()
        assert workshop.room == before
    cast = events[events["kind"] == "votes_cast"]
    told = {(seq, voter.person) for voter in voters for seq in voter.acknowledged.values()}
    assert len(told) == PHONES * BALLOTS
    assert set(zip(cast["seq"], cast["actor"], strict=True)) == told
    kept = {(row.participant, row.card): row.weight for row in votes.itertuples()}
    last = {card: dots for card, dots in ballot(BALLOTS - 1).items() if dots}
    assert kept == {(voter.person, card): dots for voter in voters for card, dots in last.items()}
