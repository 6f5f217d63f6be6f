"""A workshop that is really served, in a loop of its own; and clients of its live socket to talk to it.

Nothing here sleeps: whoever waits, waits for a message.
"""

import asyncio
import http.client
import json
import logging
import queue
import socket
import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from tornado.websocket import websocket_connect

from kit.model.protocol import PROTOCOL
from kit.server.app import serving
from kit.server.assets import Assets
from kit.server.place import Place
from tests.server._voila_host import PATIENCE, Answer, Visitor, until

LOCAL = Place(host="127.0.0.1", port=0)
ANSWERS = {"welcome", "done", "refused", "pong"}


class Client:
    """One conversation in the protocol. It keeps all that it was sent.

    Attributes:
        shared: The newest shared part.
        mine: The newest own part.
        messages: Every message so far that was heard.
        text: All of them as they came over the wire.
        ended: Whether the connection is gone.
    """

    def __init__(self, room):
        self.room = room
        self.shared, self.mine, self.messages, self.text = None, None, [], ""
        self.token = self.person = None
        self.ended, self._ids = False, 0
        self._heard = queue.Queue()

    def say(self, op, **fields):
        self.send(json.dumps({"op": op, **fields}))

    def hear(self):
        """Return the next message; None when the server ended the socket."""
        text = None if self.ended else self._heard.get(timeout=PATIENCE)
        if text is None:
            self.ended = True
            return None
        message = json.loads(text)
        self.text += text
        self.messages.append(message)
        if message["op"] in {"shared", "mine"}:
            setattr(self, message["op"], message["data"])
        return message

    def answer(self):
        """Return the next message that is no news; None when there comes none any more."""
        while (message := self.hear()) is not None and message["op"] not in ANSWERS:
            pass
        return message

    def ask(self, op, **fields):
        self.say(op, **fields)
        return self.answer()

    def sees(self, true):
        """Wait until the views are such that ``true(self)``."""
        while self.shared is None or self.mine is None or not true(self):
            assert self.hear() is not None, "the server ended the socket"
        return self

    def hello(self, **fields):
        """Say hello, and return the welcome, or the refusal."""
        answer = self.ask("hello", **({"v": PROTOCOL, "lang": "nl"} | fields))
        if answer["op"] == "welcome":
            self.token, self.person = answer["token"], answer["participant"]
            self.shared = self.mine = None
            self.sees(lambda _: True)
        return answer

    def joins(self, organisation="politie", **hello):
        """Come in with the code, and say where from."""
        assert self.hello(**({"code": self.room.code} | hello))["op"] == "welcome"
        self.do("set_profile", organisation=organisation)
        return self

    def enters(self, role, **hello):
        """Come in with the key of a role."""
        assert self.hello(key=self.room.server.keys[role], **hello)["op"] == "welcome"
        return self

    def do(self, kind, **fields):
        """Do something that goes well, and return the answer."""
        answer = self.tries(kind, **fields)
        assert answer["op"] == "done", answer
        return answer

    def refused(self, kind, **fields):
        """Do something that is refused, and return the code and the sentence."""
        answer = self.tries(kind, **fields)
        assert answer["op"] == "refused", answer
        return answer["error"]["code"], answer["error"]["message"]

    def tries(self, kind, id_=None, **fields):
        self._ids += 1
        name = id_ or f"c{self._ids}"
        answer = self.ask("do", id=name, command={"kind": kind, **fields})
        assert answer["id"] == name
        return answer

    def lives(self):
        """The socket still answers; all that was sent before has been heard now."""
        return self.ask("ping")["op"] == "pong"


class Socket(Client):
    """The conversation over ``/live``."""

    def __init__(self, room):
        super().__init__(room)
        self._socket = room.run(self._connect(room.url.replace("http", "ws", 1) + "/live"))

    async def _connect(self, url):
        return await websocket_connect(url, on_message_callback=self._heard.put)

    def send(self, text, *, binary=False):
        async def write():
            await self._socket.write_message(text, binary=binary)

        self.room.run(write())

    def raw(self, sent):
        """Send bytes that are no frame."""

        async def write():
            await self._socket.protocol.stream.write(sent)

        self.room.run(write())

    def leave(self):
        """Close the socket, and wait until it is."""
        self.room.now(self._socket.close)
        while self.hear() is not None:
            pass

    def cut(self):
        """Lose the connection, without a goodbye; what is on its way is lost."""
        self.room.now(self._socket.protocol.stream.close)


class Slow(Socket):
    """A phone at the edge of the network: it takes one message at a time, when it is told to hear."""

    async def _connect(self, url):
        return await websocket_connect(url)

    def narrow(self):
        """Let next to nothing fit on the way; return its session at the server."""

        def find():
            (session,) = (
                one for one in self.room.server.hub.phones.clients if one.viewer.participant == self.person
            )
            session._socket.ws_connection.stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
            self._socket.protocol.stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            return session

        return self.room.now(find)

    def hear(self):
        async def read():
            return await self._socket.read_message()

        self._heard.put(None if self.ended else self.room.run(read()))
        return super().hear()


class Polling(Client):
    """The conversation over ``POST /live/poll``: each thing said is a request, and so is each listening."""

    session = None

    def send(self, text):
        self.exchange(f"[{text}]")

    def hear(self):
        while self._heard.empty():
            self.exchange("[]")
        return super().hear()

    def exchange(self, messages):
        body = f'{{"session": {json.dumps(self.session)}, "messages": {messages}}}'
        answer = self.room.post("/live/poll", body)
        assert answer.status == 200, answer.text
        body = json.loads(answer.body)
        self.session = body["session"]
        for message in body["messages"]:
            self._heard.put(json.dumps(message))


class LiveRoom:
    """A workshop file being served.

    Attributes:
        server: The server itself; reach into it only with :meth:`run` or :meth:`held`.
        submitted: How many commands the writer was given so far.
        failures: What went wrong in its loop without anybody hearing of it.
    """

    def __init__(self, path, place=LOCAL):
        self.path = path
        self.failures, self._sockets = [], []
        self.loop = asyncio.new_event_loop()
        self.loop.set_exception_handler(lambda _, context: self.failures.append(context))
        self._thread = threading.Thread(target=self.loop.run_forever)
        self._thread.start()
        self._serving = serving(path, place)
        try:
            self.server, self.served = self.run(self._serving.__aenter__())
        except BaseException:
            self._end()
            raise
        self.url, self.code = self.served.url, self.served.code
        self.submitted, self._submit = 0, self.server.writer.submit
        self.server.writer.submit = self._count

    def _count(self, request):
        self.submitted += 1
        return self._submit(request)

    def run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    def now(self, work):
        """Do something in the loop of the server, and return what it returns."""

        async def do():
            return work()

        return self.run(do())

    def wait(self, true):
        """Wait until something holds in the loop of the server."""
        self.run(until(true))

    @contextmanager
    def held(self):
        """Nothing is decided and nothing is sent meanwhile."""
        self.run(self.server.writer.lock.acquire())
        try:
            yield
        finally:
            self.now(self.server.writer.lock.release)

    def client(self):
        self._sockets.append(Socket(self))
        return self._sockets[-1]

    def slow(self):
        self._sockets.append(Slow(self))
        return self._sockets[-1]

    def polling(self):
        return Polling(self)

    def visitor(self, *roles):
        """A browser that opened the links of these roles."""
        visitor = Visitor(self.url)
        for role in roles:
            assert visitor.ask(f"/open/{role}?key={self.server.keys[role]}").status == 302
        return visitor

    def get(self, path, **headers):
        return Visitor(self.url).ask(path, **headers)

    def post(self, path, body):
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        try:
            connection.request("POST", path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def stop(self):
        """Stop serving. May be called twice."""
        if self.loop.is_closed():
            return
        for one in self._sockets:
            one.leave()
        try:
            self.run(self._serving.__aexit__(None, None, None))
        finally:
            self._end()
        assert self.failures == []

    def _end(self):
        self.run(self.loop.shutdown_default_executor())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


@pytest.fixture
def serve(monkeypatch, caplog):
    """Serve a hall's file. A test that expects complaints in the log must look at them and clear it."""
    monkeypatch.setattr(Assets, "warm", lambda _: None)  # these tests start no kernel
    rooms = []

    def start(hall, place=LOCAL):
        rooms.append(LiveRoom(hall.path, place))
        return rooms[-1]

    yield start
    for room in rooms:
        room.stop()
    assert [one.getMessage() for one in caplog.get_records("call") if one.levelno >= logging.WARNING] == []


@pytest.fixture
def room(hall, serve):
    """The hall with its canvas open, two people in it who wrote k1 and k2, being served."""
    hall.start("ideas")
    for organisation, text in (("politie", "Een bankje"), ("school", "Een moestuin")):
        hall.card(hall.join(organisation), text)
    return serve(hall)
