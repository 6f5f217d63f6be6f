"""The hub: who is connected, and what each of them should see now."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Iterable
from typing import Final, Protocol

import msgspec

from kit.model.people import Audience, Viewer
from kit.server.writer import Writer
from kit.workshop import Workshop

LOG = logging.getLogger(__name__)
LEAST_SECONDS: Final = 0.1
"""The least time between two rounds of news, however many vote. What comes after a rest goes at once."""
PHONES_REST: Final = 4.0
SCREENS_REST: Final = 2.0
"""After a round of news that took t seconds of work, commands go first for so many times t."""
AT_ONCE: Final = 16
"""So many clients get their news before commands that wait have a turn."""

ENCODER = msgspec.json.Encoder()


class Client(Protocol):
    """A connected screen, as the hub sees it. ``seq`` is the highest number that it was sent."""

    viewer: Viewer
    seq: int

    @property
    def busy(self) -> bool:
        """True while earlier news is still on its way: it gets the newest once that has arrived."""

    def send(self, message: bytes) -> None:
        """Send one message."""

    def close(self) -> None:
        """Hang up."""


class Told(msgspec.Struct, frozen=True):
    """What a client was sent last: the shared and the mine part."""

    shared: bytes = b""
    mine: bytes = b""


class View(msgspec.Struct, frozen=True):
    """The shared part of one audience in one round: its data, and the message that all of them are sent."""

    seq: int
    data: bytes
    message: bytes


class Lane:
    """Clients that get their news in the same rounds."""

    def __init__(self, rest: float) -> None:
        """After a round comes ``rest`` times as long as it was work."""
        self.rest = rest
        self.clients: dict[Client, Told] = {}
        self.behind: set[Client] = set()
        self.touched: set[str | None] = set()
        self.everyone = False
        self.wake = asyncio.Event()


class Hub:
    """Sends every client the newest view, once per change at most, and only what changed.

    A slow phone never holds up another: it skips views, it doesn't queue them. Phones and the screens of
    those who run the room have rounds of their own: a hall full of phones never holds up the wall.
    """

    def __init__(self, workshop: Workshop) -> None:
        """Serve the clients of ``workshop``."""
        self.workshop = workshop
        self.phones, self.screens = Lane(PHONES_REST), Lane(SCREENS_REST)

    def _lane(self, client: Client) -> Lane:
        return self.phones if client.viewer.role == "participant" else self.screens

    def add(self, client: Client) -> None:
        """Count a client in; it gets its first views from :meth:`greet`."""
        self.remove(client)  # it may have said hello before, as someone else
        self._lane(client).clients[client] = Told()

    def remove(self, client: Client) -> None:
        """Count a client out."""
        for lane in (self.phones, self.screens):
            lane.clients.pop(client, None)
            lane.behind.discard(client)

    def close(self) -> None:
        """Hang up on everybody, so that they know and look for the server again."""
        for client in [*self.phones.clients, *self.screens.clients]:
            client.close()

    @property
    def connected(self) -> int:
        """The number of participants who are connected, counting nobody twice."""
        return len({client.viewer.participant for client in self.phones.clients})

    def touch(self, participants: Iterable[str | None] | None = None) -> None:
        """Something changed: for these participants' own part, or (None) for everyone's.

        Nobody at all means that only those who run the room have news, such as who is connected.
        """
        touched = None if participants is None else set(participants)
        lanes = [self.screens] if touched == set() else [self.screens, self.phones]
        for lane in lanes:
            lane.everyone |= touched is None
            lane.touched |= touched or set()
            lane.wake.set()

    def drained(self, client: Client) -> None:
        """A client that was busy can take news again."""
        lane = self._lane(client)
        if client in lane.behind:
            lane.wake.set()

    def greet(self, client: Client) -> None:
        """Send a client everything it should see, whole. The caller holds the writer's lock."""
        lane = self._lane(client)
        lane.clients[client] = Told()
        lane.behind.discard(client)
        self._tell(lane, client, {}, mine=True)

    async def run(self, writer: Writer) -> None:
        """Send news for ever."""
        await asyncio.gather(self._run(self.phones, writer), self._run(self.screens, writer))

    async def _run(self, lane: Lane, writer: Writer) -> None:
        while True:
            await lane.wake.wait()
            lane.wake.clear()
            worked = 0.0
            try:
                worked = await self._round(lane, writer)
            except Exception:
                LOG.exception("A view could not be made; the screens stay as they are until the next change")
            await asyncio.sleep(max(LEAST_SECONDS, lane.rest * worked))

    async def _round(self, lane: Lane, writer: Writer) -> float:
        """Bring all clients of a lane up to date, some at a time; return the seconds of work."""
        touched, everyone = lane.touched, lane.everyone or lane is self.screens
        lane.touched, lane.everyone = set(), False
        views: dict[Audience, View] = {}
        waiting, worked = list(lane.clients), 0.0
        for n in range(0, len(waiting), AT_ONCE):
            async with writer.lock:
                began = time.perf_counter()
                for client in waiting[n : n + AT_ONCE]:
                    mine = everyone or client in lane.behind or client.viewer.participant in touched
                    self._tell(lane, client, views, mine=mine)
                worked += time.perf_counter() - began
            await asyncio.sleep(0)
        return worked

    def _tell(self, lane: Lane, client: Client, views: dict[Audience, View], *, mine: bool) -> None:
        """Send one client what is new to it. The caller holds the writer's lock."""
        told = lane.clients.get(client)
        if told is None:  # it left during the round
            return
        if client.busy:
            lane.behind.add(client)
            return
        shared = self._view(self.workshop.audience(client.viewer), views)
        if shared.data == told.shared and not mine:
            return
        if client.seq > shared.seq:  # it was answered during the round: its news may not be older than that
            lane.behind.add(client)
            lane.wake.set()
            return
        lane.behind.discard(client)
        seq = client.seq = self.workshop.seq
        own = ENCODER.encode(self.workshop.mine(client.viewer)) if mine else told.mine
        lane.clients[client] = Told(shared.data, own)
        with contextlib.suppress(ConnectionError):
            if shared.data != told.shared:
                client.send(shared.message)
            if own != told.mine:
                client.send(b'{"op":"mine","seq":%d,"data":%b}' % (seq, own))

    def _view(self, audience: Audience, views: dict[Audience, View]) -> View:
        if audience not in views:
            seq, data = self.workshop.seq, ENCODER.encode(self.workshop.shared(audience))
            views[audience] = View(seq, data, b'{"op":"shared","seq":%d,"data":%b}' % (seq, data))
        return views[audience]
