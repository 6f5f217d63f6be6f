"""A phone for the benchmark: a browser's requests and one WebSocket, as cheap as asyncio allows.

The load generator shares the machine with the server that it measures, so a phone here costs as little as
it can: it looks at the first bytes of most messages only, and masks its own frames with zeros.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import msgspec

clock = time.monotonic  # one clock for all processes of a machine
PATIENCE = 60.0
ASSET = re.compile(rb'(?:href|src)="(/static/[^"]+)"')
LENGTH = re.compile(rb"(?i)content-length: (\d+)")
NEWS = re.compile(rb'\{"op":"(shared|mine)","seq":(\d+),')
GET = b"GET %b HTTP/1.1\r\nHost: %b\r\nAccept-Encoding: gzip\r\nAccept-Language: nl\r\n\r\n"
UPGRADE = (
    b"GET /live HTTP/1.1\r\nHost: %b\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Wire(asyncio.Protocol):
    """One TCP connection: answers to requests first, then, after the upgrade, frames."""

    def __init__(self, on_frame: Callable[[bytes], None]) -> None:
        self._on_frame = on_frame
        self._buffer = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes, int]] | None = None
        self._upgraded = False
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionError("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self._upgraded:
            self._frames()
        else:
            self._head()

    async def ask(self, request: bytes) -> tuple[int, bytes, int]:
        """Send a request; return the status, the body, and how many bytes came back in all."""
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await asyncio.wait_for(self._answer, PATIENCE)

    def _head(self) -> None:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0 or self._answer is None:
            return
        head = bytes(self._buffer[:end])
        length = LENGTH.search(head)
        size = end + 4 + (int(length[1]) if length else 0)
        if len(self._buffer) < size:
            return
        status, body = int(head[9:12]), bytes(self._buffer[end + 4 : size])
        del self._buffer[:size]
        self._answer.set_result((status, body, size))
        self._upgraded = status == 101
        if self._upgraded:
            self._frames()

    def _frames(self) -> None:
        buffer = self._buffer
        while len(buffer) >= 2:
            size, start = buffer[1] & 127, 2
            if size > 125:
                start = 4 if size == 126 else 10
                size = int.from_bytes(buffer[2:start], "big")
            if len(buffer) < start + size:
                return
            kind, payload = buffer[0] & 15, bytes(buffer[start : start + size])
            del buffer[: start + size]
            if kind == 9:
                self.send(payload, kind=10)
            elif kind in {1, 2}:
                self._on_frame(payload)

    def send(self, payload: bytes, kind: int = 1) -> None:
        """Send one frame."""
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
        self.transport.write(bytes([0x80 | kind]) + length + b"\0\0\0\0" + payload)


class Answer(msgspec.Struct):
    """What became of a command: how long it took, and the ``seq`` or the refusal."""

    sent: float
    seconds: float
    seq: int = 0
    refused: str = ""


class Phone:
    """One participant, or another role when ``hello`` has its key.

    Attributes:
        seen: When news of the room came, as (clock, seq); kept when ``watch`` is set, as is ``latest``.
    """

    def __init__(self, url: str, hello: dict[str, Any], *, watch: bool = False) -> None:
        parts = urlsplit(url)
        self._address = parts.hostname, parts.port
        self._host = parts.netloc.encode()
        self._hello = hello
        self._watch = watch
        self._wire: Wire | None = None
        self._waiting: dict[str, tuple[bytes, float, asyncio.Future[Answer]]] = {}
        self._greeted: asyncio.Future[None] | None = None
        self._count = 0
        self.participant = ""
        self.seen: list[tuple[float, int]] = []
        self.latest = b""

    async def _open(self) -> Wire:
        loop = asyncio.get_running_loop()
        _, wire = await loop.create_connection(lambda: Wire(self._hear), *self._address)
        return wire

    async def load(self) -> tuple[int, int]:
        """Fetch the page and all it names, as a browser with an empty cache; return requests and bytes."""
        wire = await self._open()
        try:
            status, body, size = await wire.ask(GET % (b"/", self._host))
            paths = ASSET.findall(gzip.decompress(body))
            for path in paths:
                code, _, more = await wire.ask(GET % (path, self._host))
                status, size = max(status, code), size + more
        finally:
            wire.transport.close()
        if status != 200:
            message = f"a page or a file of it answers {status}"
            raise ConnectionError(message)
        return 1 + len(paths), size

    async def connect(self) -> float:
        """Open the socket and say hello; return the seconds from *hello* until *welcome* and *shared*."""
        wire = await self._open()
        await wire.ask(UPGRADE % self._host)
        self._wire = wire
        self._greeted = asyncio.get_running_loop().create_future()
        began = clock()
        wire.send(msgspec.json.encode(self._hello))
        await asyncio.wait_for(self._greeted, PATIENCE)
        took = clock() - began
        for message, _, _ in list(self._waiting.values()):
            wire.send(message)
        return took

    async def do(self, command: dict[str, Any], *, then_drop: bool = False) -> Answer:
        """Ask for something, and wait for the answer, whatever it is.

        With ``then_drop`` the connection breaks before the answer can come; :meth:`connect` sends the command
        again, with the same id.
        """
        self._count += 1
        name = f"c{self._count}"
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        message = msgspec.json.encode({"op": "do", "id": name, "command": command})
        self._waiting[name] = message, clock(), answer
        if self._wire is not None:
            self._wire.send(message)
        if then_drop:
            self.drop()
        return await asyncio.wait_for(answer, PATIENCE)

    def drop(self) -> None:
        """Lose the connection, as in a lift: what was written may leave, nothing more is heard."""
        if self._wire is not None:
            self._wire._on_frame = lambda _: None  # noqa: SLF001 - one module
            self._wire.transport.close()
            self._wire = None

    def _hear(self, data: bytes) -> None:
        if data.startswith((b'{"op":"shared"', b'{"op":"mine"')):
            if data.startswith(b'{"op":"shared"') and self._greeted is not None and not self._greeted.done():
                self._greeted.set_result(None)
            if self._watch and (found := NEWS.match(data)) and found[1] == b"shared":
                self.seen.append((clock(), int(found[2])))
                self.latest = data
            return
        message = msgspec.json.decode(data)
        if message["op"] == "welcome":
            self.participant = str(message["participant"])
            self._hello["token"] = message["token"]
        elif message["op"] in {"done", "refused"} and message["id"] in self._waiting:
            _, sent, answer = self._waiting.pop(message["id"])
            error = message.get("error") or {}
            answer.set_result(Answer(sent, clock() - sent, message.get("seq", 0), error.get("code", "")))
        elif message["op"] == "refused" and self._greeted is not None and not self._greeted.done():
            self._greeted.set_exception(ConnectionError(message["error"]["message"]))
