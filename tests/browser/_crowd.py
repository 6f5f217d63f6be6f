"""Socket clients that write without a pause, and keep what was not acknowledged, as phones do."""

import asyncio
import json
import threading

from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError, websocket_connect

from tests.browser._served import LOOK_AGAIN, NEVER, PATIENCE

LOST = (OSError, StreamClosedError, WebSocketClosedError)


class Crowd:
    """People who each write one card after another to one step.

    Attributes:
        acknowledged: The texts that the server said are on disk.
        sent: All texts that were ever sent.
    """

    def __init__(self, served, size, step, zone):
        self.acknowledged = []
        self.sent = []
        self._url = served.url.replace("http", "ws", 1) + "/live"
        self._code = served.code
        self._where = {"step": step, "zone": zone}
        self._enough = threading.Event()
        self._failure = None
        self._thread = threading.Thread(target=self._run, args=[size])

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exc):
        self.stop()

    def must_run(self):
        assert self._failure is None, f"a socket client broke down: {self._failure!r}"

    def stop(self):
        """Let everyone finish the card they are at."""
        self._enough.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the socket clients wait for an answer that never comes"
        self.must_run()

    def _run(self, size):
        try:
            asyncio.run(self._all(size))
        except Exception as error:  # noqa: BLE001 - the thread of the test must hear of it, whatever it is
            self._failure = error

    async def _all(self, size):
        async with asyncio.TaskGroup() as group:
            for n in range(size):
                group.create_task(self._person(n))

    async def _person(self, n):
        phone = _Phone(self._url, self._code)
        await phone.settle(f"c{n}-0", {"kind": "set_profile", "organisation": "politie"})
        made = 0
        while not self._enough.is_set():
            made += 1
            text = f"Idee {made} van {n}"
            self.sent.append(text)
            await phone.settle(f"c{n}-{made}", {"kind": "add_card", "text": text, **self._where})
            self.acknowledged.append(text)
        phone.close()


class _Phone:
    """One client: a token, and a socket for as long as it lasts."""

    def __init__(self, url, code):
        self._url, self._code = url, code
        self._token = None
        self._socket = None
        self._settled = None

    async def settle(self, id_, command):
        """Send a command, again with the same id after every cut, until it is acknowledged."""
        message = {"op": "do", "id": id_, "command": command}
        while True:
            try:
                if self._socket is None:
                    await self._connect()
                await self._ask(message)
            except LOST:
                self.close()
                await asyncio.to_thread(NEVER.wait, LOOK_AGAIN)  # as a phone, not at once again
            else:
                self._settled = message
                return

    async def _ask(self, message):
        await self._socket.write_message(json.dumps(message))
        answer = await self._hear("done", "refused")
        assert (answer["op"], answer["id"]) == ("done", message["id"]), answer

    async def _connect(self):
        self._socket = await websocket_connect(self._url)
        hello = {"op": "hello", "v": 1, "code": self._code, "token": self._token}
        await self._socket.write_message(json.dumps(hello))
        self._token = (await self._hear("welcome"))["token"]
        if self._settled is not None:
            # As if the cut had swallowed the last acknowledgement: that would come once in many crashes.
            await self._ask(self._settled)

    async def _hear(self, *kinds):
        while True:
            text = await self._socket.read_message()
            if text is None:
                raise ConnectionResetError("the socket was closed")
            message = json.loads(text)
            if message["op"] in kinds:
                return message

    def close(self):
        if self._socket is not None:
            self._socket.close()
        self._socket = None
