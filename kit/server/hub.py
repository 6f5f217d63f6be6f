"""The hub: who is connected, and what each of them should see now."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterable
from typing import Protocol

import msgspec

from kit.model.people import Audience, Viewer
from kit.server.writer import Writer
from kit.workshop import Workshop

LEAST_SECONDS = 0.04
"""Screens get news at most 25 times a second, however many people vote."""
REST = 2.0
"""After a round of news that took t seconds, commands go first for REST times t."""

ENCODER = msgspec.json.Encoder()


class Client(Protocol):
    """A connected screen, as the hub sees it."""

    viewer: Viewer

    @property
    def busy(self) -> bool:
        """True while earlier news is still on its way: it gets the newest once that has arrived."""

    def send(self, message: bytes) -> None:
        """Send one message."""


class Hub:
    """Sends every client the newest view, once per change at most, and only what changed.

    A slow phone never holds up another: it skips views, it doesn't queue them.
    """

    def __init__(self, workshop: Workshop) -> None:
        """Serve the clients of ``workshop``."""
        self.workshop = workshop
        self.clients: dict[Client, tuple[bytes, bytes]] = {}
        """What each client was sent last: the shared and the mine part."""
        self._behind: set[Client] = set()
        self._touched: set[str | None] = set()
        self._everyone = False
        self._wake = asyncio.Event()

    def add(self, client: Client) -> None:
        """Count a client in; it gets its first views from :meth:`greet`."""
        self.clients[client] = (b"", b"")

    def remove(self, client: Client) -> None:
        """Count a client out."""
        self.clients.pop(client, None)
        self._behind.discard(client)

    @property
    def connected(self) -> int:
        """The number of participants who are connected, counting nobody twice."""
        return len({client.viewer.participant for client in self.clients if client.viewer.participant})

    def touch(self, participants: Iterable[str | None] | None = None) -> None:
        """Something changed: for these participants' own part, or (None) for everyone's."""
        if participants is None:
            self._everyone = True
        else:
            self._touched.update(participants)
        self._wake.set()

    def drained(self, client: Client) -> None:
        """A client that was busy can take news again."""
        if client in self._behind:
            self._wake.set()

    def greet(self, client: Client) -> None:
        """Send a client everything it should see, whole."""
        self.clients[client] = (b"", b"")
        self._tell(client, {}, mine=True)

    async def run(self, writer: Writer) -> None:
        """Send news for ever."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            began = time.perf_counter()
            async with writer.lock:
                self.flush()
            took = time.perf_counter() - began
            await asyncio.sleep(max(LEAST_SECONDS, REST * took))

    def flush(self) -> None:
        """Send every client what is new to it. The caller holds the writer's lock."""
        touched, everyone = self._touched, self._everyone
        self._touched, self._everyone = set(), False
        shared: dict[Audience, bytes] = {}
        for client in list(self.clients):
            if client.busy:
                self._behind.add(client)
                continue
            mine = everyone or client in self._behind or client.viewer.participant in touched
            self._behind.discard(client)
            with contextlib.suppress(ConnectionError):
                self._tell(client, shared, mine=mine)

    def _tell(self, client: Client, cache: dict[Audience, bytes], *, mine: bool) -> None:
        workshop, viewer = self.workshop, client.viewer
        audience = workshop.audience(viewer)
        if audience not in cache:
            cache[audience] = ENCODER.encode(workshop.shared(audience))
        shared, seq = cache[audience], workshop.seq
        old_shared, old_mine = self.clients[client]
        if shared != old_shared:
            client.send(b'{"op":"shared","seq":%d,"data":%b}' % (seq, shared))
        own = old_mine
        if mine:
            own = ENCODER.encode(workshop.mine(viewer))
            if own != old_mine:
                client.send(b'{"op":"mine","seq":%d,"data":%b}' % (seq, own))
        self.clients[client] = (shared, own)
