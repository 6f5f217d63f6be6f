"""A Voilà application that really listens, in a loop of its own; and a visitor with a jar of cookies.

Run as a program (``python -m tests.server._voila_host PORT``) it serves until it is killed.
"""

import asyncio
import http.client
import sys
import threading
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.websocket import websocket_connect

from kit.server.access import ROLES, Access
from kit.server.voila_app import make_voila

NOTEBOOKS = Path(__file__).parent / "notebooks"
SECRET = b"the same in every run of the tests"
PATIENCE = 60


def access(secret=SECRET):
    return Access({role: f"the-key-of-{role}" for role in ROLES}, secret)


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def cookies(self):
        return [line for name, line in self.headers.items() if name.lower() == "set-cookie"]


class Visitor:
    """A browser as far as the server can tell: it keeps cookies and names its origin."""

    def __init__(self, url):
        self.url = url
        self.jar = {}

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.jar.items())

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.jar:
            sent["Cookie"] = self.cookie
        try:
            connection.request(method, path, headers=sent)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        finally:
            connection.close()
        for line in answer.cookies:
            self.jar |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer

    def open(self, role):
        answer = self.ask(f"/open/{role}?key=the-key-of-{role}")
        assert answer.status == 302
        return self

    async def socket(self, kernel_id, protocol=None, **headers):
        url = f"{self.url.replace('http', 'ws', 1)}/api/kernels/{kernel_id}/channels?session_id=s1"
        request = HTTPRequest(url, headers={"Cookie": self.cookie} | headers)
        return await websocket_connect(request, subprotocols=[protocol] if protocol else None)

    async def refused(self, kernel_id, **headers):
        """Return the status with which a websocket is refused."""
        with pytest.raises(HTTPClientError, match="HTTP") as caught:
            await self.socket(kernel_id, **headers)
        return caught.value.code


async def until(condition):
    """Wait in the running loop until ``condition()`` holds."""
    held = asyncio.get_running_loop().create_future()
    look = PeriodicCallback(lambda: condition() and not held.done() and held.set_result(None), 10)
    look.start()
    try:
        await asyncio.wait_for(held, PATIENCE / 2)
    finally:
        look.stop()


class Host:
    """One application on a free port. Coroutines run in its loop with `run`."""

    def __init__(self, notebooks=NOTEBOOKS, settings=None, extra=(), secret=SECRET, env=None):
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever)
        self._thread.start()
        self.run(self._start(notebooks, settings or {}, list(extra), secret, env or {}))

    async def _start(self, notebooks, settings, extra, secret, env):
        sockets = bind_sockets(0, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.voila = make_voila(
            port=self.port,
            host="127.0.0.1",
            access=access(secret),
            workshop_path=Path("/somewhere/plein.leefkit"),
            notebooks=notebooks,
            extra_handlers=extra,
            base_settings=settings,
            env=env,
        )
        self.kernels = self.voila.kernels
        self._server = HTTPServer(self.voila.app, xheaders=True)
        self._server.add_sockets(sockets)

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(PATIENCE)

    def hang_up(self, connection):
        """Close a socket where it lives: in the host's thread, whose event loop it writes to."""

        async def close():
            connection.close()

        self.run(close())

    def visitor(self, *roles):
        visitor = Visitor(self.url)
        for role in roles:
            visitor.open(role)
        return visitor

    def kernel(self, role):
        """Start a kernel of ``role``, as its page would."""
        return self.run(self._kernel(role))

    async def _kernel(self, role):
        renderer = self.voila.renderer(role, {"lang": "en"}, "")
        return await self.kernels.start_for(role, renderer.env)

    def process(self, kernel_id):
        """Return the operating system's process of a kernel."""
        return self.kernels.get_kernel(kernel_id).provisioner.process

    async def gone(self, kernel_id):
        """Wait until a kernel that ends has ended."""
        await until(lambda: kernel_id not in self.kernels)

    async def no_kernels(self):
        """End all kernels at once: one that is only just starting would hear of it seconds later."""
        for kernel_id in self.kernels.list_kernel_ids():
            self.process(kernel_id).kill()
            self.kernels.end(kernel_id)
        await until(lambda: not self.kernels.list_kernel_ids())

    def stop(self, *still_open):
        """End it with its kernels, while sockets are ``still_open``: those hear that it is over."""
        try:
            self.run(self._stop(still_open))
        finally:
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join()
            self.loop.close()

    async def _stop(self, still_open):
        self._server.stop()
        await self.voila.shutdown()
        await self._server.close_all_connections()
        for connection in still_open:
            while await connection.read_message() is not None:
                pass
            connection.close()
        await self.loop.shutdown_default_executor()


async def serve(port):
    voila = make_voila(
        port=port,
        host="127.0.0.1",
        access=access(),
        workshop_path=Path("plein.leefkit"),
        notebooks=NOTEBOOKS,
        extra_handlers=[],
        base_settings={},
        env={},
    )
    voila.app.listen(port, "127.0.0.1")
    print("listening", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
