"""Clients of the live socket: what they say and hear. Whoever waits, waits for a message."""

import json
import queue
import socket

from tornado.websocket import websocket_connect

from kit.model.protocol import PROTOCOL
from tests.server._voila_host import PATIENCE

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
