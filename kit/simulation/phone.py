"""A simulated phone: one socket that comes back by itself and loses nothing on the way."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Callable
from typing import Any

import msgspec
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.iostream import StreamClosedError
from tornado.websocket import (
    WebSocketClientConnection,
    WebSocketClosedError,
    WebSocketError,
    websocket_connect,
)

from kit.errors import InputError
from kit.model.protocol import Do, Hello

CONNECT_SECONDS = 5.0
GOODBYE_SECONDS = 2.0
PATIENCE = 60.0
"""A server that is away this long is gone."""
FIRST_WAIT, LONGEST_WAIT = 0.2, 5.0

FAILURES = (OSError, HTTPClientError, StreamClosedError, WebSocketError)


class Outcome(msgspec.Struct, frozen=True):
    """What became of a command: ``seq`` when it is on disk, else the ``code`` of the refusal."""

    seq: int = 0
    code: str = ""


class Phone:
    """A client of the live socket.

    Attributes:
        shared: The shared part of the view, as it was sent last.
        mine: The viewer's own part.
        seq: The number of that shared part.
        on_news: Called when either changed.
        patience: Seconds to look for a server that went away.
    """

    def __init__(self, address: str, *, code: str | None = None, key: str | None = None) -> None:
        """Prepare a participant's phone (``code``), or another role's (``key``)."""
        self.address, self._code, self._key = address, code, key
        self.shared: dict[str, Any] = {}
        self.mine: dict[str, Any] = {}
        self.seq = 0
        self.on_news: Callable[[], None] = lambda: None
        self.patience = PATIENCE
        self._token: str | None = None
        self._connection: WebSocketClientConnection | None = None
        self._away = 0.0
        self._deaf = self._ending = False
        self._listening: asyncio.Task[None] | None = None
        self._waiting: dict[str, tuple[bytes, asyncio.Future[Outcome]]] = {}
        self._count = 0

    @property
    def place(self) -> str:
        """The server's address, for people."""
        return self.address.replace("ws", "http", 1).removesuffix("/live")

    async def join(self, *, patient: bool = False) -> None:
        """Say hello, and return when the view is there. From then on the connection is kept.

        Args:
            patient: The server was there a moment ago: try for a while.

        Raises:
            InputError: There is no workshop at the address, or it doesn't let us in.
        """
        try:
            connection = await (self._come_back() if patient else self._connect())
        except FAILURES as error:
            message = f"{self.place}: no workshop answers there ({error}); check the address and the network"
            raise InputError(message) from error
        self._listening = asyncio.create_task(self._stay(connection))

    async def staying(self) -> None:
        """Wait until the connection is lost for good.

        Raises:
            InputError: The server is gone, or doesn't let us in any more.
        """
        if self._listening is not None:
            await asyncio.shield(self._listening)

    async def do(self, command: dict[str, Any], *, lose: float = 0.0) -> Outcome:
        """Ask for something, and wait until it is on disk or refused, also over a lost connection.

        Args:
            command: As in the protocol.
            lose: Lose the connection right after sending, for so many seconds.
        """
        self._count += 1
        name = f"s{self._count}"
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        message = msgspec.json.encode(Do(name, msgspec.Raw(msgspec.json.encode(command))))
        self._waiting[name] = message, future
        await self._send(message)
        if lose:
            self.drop(lose)
        return await future

    def drop(self, seconds: float) -> None:
        """Lose the connection: what was sent may arrive, no answer does."""
        if self._connection is not None:
            self._away, self._deaf = seconds, True
            self._connection.close()

    async def close(self) -> None:
        """Leave."""
        self._ending = True
        if self._listening is None:
            return
        if self._connection is None:
            self._listening.cancel()
        else:
            self._connection.close()
            await asyncio.wait({self._listening}, timeout=GOODBYE_SECONDS)
            self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)

    async def _send(self, message: bytes) -> None:
        if self._connection is not None and not self._deaf:
            with contextlib.suppress(WebSocketClosedError, StreamClosedError):  # it goes out after the return
                await self._connection.write_message(message)

    async def _connect(self) -> WebSocketClientConnection:
        """Open a socket and say hello; return it when the view is there."""
        request = HTTPRequest(
            self.address, connect_timeout=CONNECT_SECONDS, request_timeout=2 * CONNECT_SECONDS
        )
        connection = await websocket_connect(request)
        try:
            hello = Hello(code=self._code, key=self._key, token=self._token, lang="nl")
            await connection.write_message(msgspec.json.encode(hello))
            seen: set[str] = set()
            while not {"shared", "mine"} <= seen:
                message = await connection.read_message()
                if message is None:
                    hung_up = "it hung up"
                    raise ConnectionError(hung_up)
                seen.add(self._hear(message))
        except BaseException:
            connection.close()
            raise
        self._connection, self._deaf = connection, False
        return connection

    async def _stay(self, connection: WebSocketClientConnection) -> None:
        while True:
            for message, _ in list(self._waiting.values()):  # what was not answered goes out again
                await self._send(message)
            while (heard := await connection.read_message()) is not None:
                if not self._deaf:
                    self._hear(heard)
            connection.close()
            self._connection = None
            if self._ending:
                return
            connection = await self._come_back()

    async def _come_back(self) -> WebSocketClientConnection:
        lost, wait = time.monotonic(), FIRST_WAIT
        await asyncio.sleep(self._away)
        self._away = 0.0
        while True:
            try:
                return await self._connect()
            except FAILURES as error:
                if time.monotonic() - lost > self.patience:
                    message = f"{self.place}: the server is gone; start it again, then the simulation too"
                    raise InputError(message) from error
            await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311 - only to spread the phones
            wait = min(LONGEST_WAIT, 2 * wait)

    def _hear(self, text: str | bytes) -> str:
        message = msgspec.json.decode(text)
        kind = str(message["op"])
        if kind == "welcome":
            self._token = message["token"]
        elif kind == "shared":
            self.shared, self.seq = message["data"], message["seq"]
            self.on_news()
        elif kind == "mine":
            self.mine = message["data"]
            self.on_news()
        elif kind in {"done", "refused"}:
            self._answered(message)
        return kind

    def _answered(self, message: dict[str, Any]) -> None:
        error = message.get("error") or {"code": ""}
        if message["id"] is None:  # it was not about a command, so it was our hello
            why = "the join code is not right; look at the wall" if self._code else "the key is not right"
            text = f"{self.place}: {why} ({error['code']})"
            raise InputError(text)
        _, future = self._waiting.pop(message["id"], (b"", None))
        if future is not None and not future.done():
            future.set_result(Outcome(message.get("seq", 0), error["code"]))
