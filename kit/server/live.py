"""What carries the conversation: a WebSocket, or polling where WebSockets are blocked."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from typing import Any

import msgspec
from tornado.web import RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from kit.server.hub import Hub
from kit.server.kernels import GOING_AWAY
from kit.server.session import Session
from kit.server.writer import Writer

POLL_SECONDS = 20.0
GONE_SECONDS = 60.0
MOST_MESSAGES = 50
HARD_LIMIT = 1_048_576
"""A WebSocket message larger than this ends the socket; a smaller one that is too large is refused."""


class LiveHandler(WebSocketHandler):
    """``/live``: one socket, one session; messages are answered in order."""

    def initialize(self, hub: Hub, writer: Writer) -> None:
        """Take the parts from the application."""
        self.session: Session = _SocketSession(self, hub, writer)

    def open(self, *args: str, **kwargs: str) -> None:
        """Send small messages at once: without this a vote would wait 40 ms for its answer."""
        del args, kwargs
        self.set_nodelay(True)

    async def on_message(self, message: str | bytes) -> None:
        """Answer; the next message of this socket waits."""
        await self.session.hear(message)

    def on_close(self) -> None:
        """Count the client out."""
        self.session.leave()


class _SocketSession(Session):
    """A session that knows whether its last view has left the machine."""

    def __init__(self, socket: LiveHandler, hub: Hub, writer: Writer) -> None:
        super().__init__(hub, writer, self._write)
        self._socket = socket
        self._sending = 0

    @property
    def busy(self) -> bool:
        return self._sending > 2

    def close(self) -> None:
        self._socket.close(GOING_AWAY)

    def _write(self, message: bytes) -> None:
        try:
            sent = self._socket.write_message(message)
        except WebSocketClosedError:
            return
        self._sending += 1
        sent.add_done_callback(self._written)

    def _written(self, sent: asyncio.Future[Any]) -> None:
        self._sending -= 1
        if not sent.cancelled():
            sent.exception()  # a socket that closed meanwhile is no news
        self.hub.drained(self)


class _PollSession(Session):
    """A session whose messages wait until its client asks for them."""

    def __init__(self, hub: Hub, writer: Writer) -> None:
        super().__init__(hub, writer, self._keep)
        self.waiting: deque[bytes] = deque()
        self.news = asyncio.Event()
        self.end: asyncio.TimerHandle | None = None

    @property
    def busy(self) -> bool:
        return len(self.waiting) > MOST_MESSAGES

    def close(self) -> None:
        self.news.set()

    def _keep(self, message: bytes) -> None:
        self.waiting.append(message)
        self.news.set()

    def take(self) -> list[bytes]:
        """Return what waits."""
        messages = list(self.waiting)
        self.waiting.clear()
        self.news.clear()
        self.hub.drained(self)
        return messages


class Polls:
    """The sessions that poll, by their id. One that asks nothing for a minute is gone."""

    def __init__(self, hub: Hub, writer: Writer) -> None:
        """Serve clients of ``hub``."""
        self._hub, self._writer = hub, writer
        self._sessions: dict[str, _PollSession] = {}

    def get(self, name: str | None) -> tuple[str, _PollSession] | None:
        """Return a session by its id, a new one for None, nothing for an id that is not (any more) known."""
        if name is None:
            name = secrets.token_urlsafe(16)
            self._sessions[name] = _PollSession(self._hub, self._writer)
        session = self._sessions.get(name)
        if session is None:
            return None
        if session.end is not None:
            session.end.cancel()
        session.end = asyncio.get_running_loop().call_later(GONE_SECONDS, self._forget, name)
        return name, session

    def close(self) -> None:
        """Answer those who wait, also those who never said hello."""
        for session in self._sessions.values():
            session.close()

    def _forget(self, name: str) -> None:
        self._sessions.pop(name).leave()


class Asked(msgspec.Struct, frozen=True):
    """The body of a poll. Its messages are read one by one, so that each can be refused by itself."""

    session: str | None = None
    messages: list[msgspec.Raw] = []


class PollHandler(RequestHandler):
    """``POST /live/poll``: ``{"session", "messages"}`` in, the same out; waits up to 20 s for news."""

    def initialize(self, polls: Polls) -> None:
        """Take the parts from the application."""
        self.polls = polls

    def check_xsrf_cookie(self) -> None:
        """Nothing here rests on a cookie: who you are stands in the messages themselves."""

    async def post(self) -> None:
        """Hear the messages, and answer with what waits."""
        try:
            asked = msgspec.json.decode(self.request.body, type=Asked)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            asked = None
        if asked is None or len(asked.messages) > MOST_MESSAGES:
            self.set_status(400)
            self.finish(
                {"error": {"code": "bad_message", "message": 'expected {"session": …, "messages": […]}'}}
            )
            return
        found = self.polls.get(asked.session)
        if found is None:
            self.set_status(404)
            self.finish(
                {"error": {"code": "unknown_session", "message": "say hello again, without a session"}}
            )
            return
        name, session = found
        for message in asked.messages:
            await session.hear(bytes(message))
        if not session.waiting:
            await self._news_of(session)
        answers = b",".join(session.take())
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(b'{"session":"%b","messages":[%b]}' % (name.encode(), answers))

    async def _news_of(self, session: _PollSession) -> None:
        try:
            await asyncio.wait_for(session.news.wait(), POLL_SECONDS)
        except TimeoutError:
            return
