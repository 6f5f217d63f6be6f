"""A workshop that is really served, in a loop of its own.

Nothing here sleeps: whoever waits, waits for a message.
"""

import asyncio
import http.client
import logging
import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from kit.server.app import serving
from kit.server.assets import Assets
from kit.server.place import Place
from tests.server._clients import Polling, Slow, Socket
from tests.server._voila_host import PATIENCE, Answer, Visitor, until

LOCAL = Place(host="127.0.0.1", port=0)


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
