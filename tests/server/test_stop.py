"""Stopping `leefkit serve` with screens and phones open: the trainer sees one calm line."""

import asyncio
import http.client
import json
import re
import signal
import threading
from urllib.parse import urlsplit

import pytest
from tornado.websocket import websocket_connect

from kit.cli.live import tell
from kit.locale import translate
from kit.server.place import Served
from tests._hall import Hall
from tests.server._served import PATIENCE, Serve
from tests.server._voila_host import Visitor

STOPPED = translate("Stopped. Everything is saved in {file}.", "nl")


class Screen:
    """A screen as its own script in the browser is: when its kernel is gone it loads the page again.

    It asks over one connection that stays open, as browsers do; the server no longer takes new ones then.
    """

    def __init__(self, serve, role):
        self._role = role
        self.visitor = Visitor(serve.url)
        link = urlsplit(serve.told["links"][role])
        assert self.visitor.ask(f"{link.path}?{link.query}").status == 302
        self._line = http.client.HTTPConnection(urlsplit(serve.url).netloc, timeout=PATIENCE)
        self.kernel = re.search(r'kernelId = "([\w-]+)"', self._ask(f"/voila/render/{role}.ipynb")[1])[1]
        self._line.auto_open = 0

    def _ask(self, path):
        self._line.request("GET", path, headers={"Cookie": self.visitor.cookie})
        answer = self._line.getresponse()
        return answer.status, answer.read().decode()

    def watch(self, until):
        """Ask whether the kernel lives, and for a new page when it doesn't, until the server hangs up."""
        try:
            while not until.wait(0.01):
                if self._ask(f"/voila/alive/{self.kernel}")[0] == 410:
                    self._ask(f"/voila/render/{self._role}.ipynb")
        except (OSError, http.client.HTTPException):
            pass
        finally:
            self._line.close()


async def a_full_room(serve, roles, then):
    """Open screens with their sockets and a phone, and do ``then`` while they are open."""
    screens = [Screen(serve, role) for role in roles]
    sockets = [await screen.visitor.socket(screen.kernel) for screen in screens]
    sockets.append(await websocket_connect(serve.url.replace("http", "ws", 1) + "/live"))
    await sockets[-1].write_message(json.dumps({"op": "hello", "code": serve.code, "v": 1}))
    assert await sockets[-1].read_message()
    ended = threading.Event()
    watching = [asyncio.create_task(asyncio.to_thread(screen.watch, ended)) for screen in screens]
    try:
        return await asyncio.to_thread(then)
    finally:
        ended.set()
        await asyncio.gather(*watching)
        for connection in sockets:
            while await connection.read_message() is not None:
                pass
            connection.close()


@pytest.fixture
def file(tmp_path):
    """A workshop file that nobody has open."""
    hall = Hall(tmp_path / "a.leefkit")
    hall.workshop.close()
    return hall.path


@pytest.mark.slow
@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM], ids=lambda name: name.name)
def test_it_stops_calmly_with_screens_and_phones_open(tmp_path, file, name):
    with Serve(tmp_path, "--workshop", file) as serve:
        code, out, err = asyncio.run(a_full_room(serve, ["trainer", "wall"], lambda: serve.end(name)))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == STOPPED.format(file=file)


@pytest.mark.slow
def test_a_second_ctrl_c_changes_nothing(tmp_path, file):
    with Serve(tmp_path, "--workshop", file) as serve:
        ended = threading.Event()

        def impatient():
            while not ended.wait(0.02):
                serve.signal(signal.SIGINT)

        def stop():
            presses = threading.Thread(target=impatient)
            presses.start()
            try:
                return serve.end(signal.SIGINT)
            finally:
                ended.set()
                presses.join()

        code, out, err = asyncio.run(a_full_room(serve, ["team"], stop))
    assert (code, err) == (0, "")
    assert out.count(STOPPED.format(file=file)) == 1


@pytest.mark.slow
def test_it_stops_calmly_while_a_page_comes_about_and_a_phone_polls(tmp_path, file):
    with Serve(tmp_path, "--workshop", file) as serve:
        place, link = urlsplit(serve.url).netloc, urlsplit(serve.told["links"]["team"])
        visitor = Visitor(serve.url)
        visitor.ask(f"{link.path}?{link.query}")
        page, phone = (http.client.HTTPConnection(place, timeout=PATIENCE) for _ in range(2))
        phone.request("POST", "/live/poll", json.dumps({"session": None, "messages": []}))
        page.request("GET", "/voila/render/team.ipynb", headers={"Cookie": visitor.cookie})
        page.getresponse()  # its head has come, its kernel starts
        code, out, err = serve.end(signal.SIGINT)
        assert phone.getresponse().status == 200, "who waits for news is answered"
        page.close()
        phone.close()
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == STOPPED.format(file=file)


@pytest.mark.parametrize("leads_itself", [True, False])
def test_only_a_running_demo_says_that_it_leads_itself(capsys, leads_itself):
    """Its file may be opened again afterwards, and then nobody invented leads it."""
    links = dict.fromkeys(("trainer", "team", "wall", "results"), "http://x")
    served = Served("http://x", "ABCD", "/a/2026-01-01-zonnehoek-demo.leefkit", 1, links)
    tell(served, "en", leads_itself=leads_itself)
    out = capsys.readouterr().out
    assert ("The demo leads itself." in out) == leads_itself
    assert ("Stop with Ctrl+C." in out) != leads_itself
