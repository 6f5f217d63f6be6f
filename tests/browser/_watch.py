"""Watches everything that pages ask for, hear and complain about."""

import re
from collections import defaultdict
from urllib.parse import urlsplit

INSIDE = {"blob", "data", "about"}


class Watch:
    """All pages of one test.

    Attributes:
        asked: Every address that a page asked for, sockets too.
        heard: Every frame that came in over a socket, by the name of who has the page.
        said: Every frame that went out.
    """

    def __init__(self):
        self.asked = []
        self.heard = defaultdict(list)
        self.said = defaultdict(list)
        self.troubles = []
        self._homes = set()
        self._allowed = []

    def at_home(self, url):
        """Name a server of this test: requests to it stay on the machine."""
        host = urlsplit(url).netloc
        assert host.startswith("127.0.0.1:"), f"{url} is not a server of this test"
        self._homes.add(host)

    def follow(self, context, name):
        """Watch all pages of a context, which belong to `name`."""
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("console", lambda message: self._console(name, message))
        context.on("weberror", lambda error: self.troubles.append(f"{name}: {error.error}"))
        context.on("page", lambda page: page.on("websocket", lambda socket: self._socket(name, socket)))

    def _console(self, name, message):
        if message.type == "error":
            self.troubles.append(f"{name}: {message.text} ({message.location.get('url', '')})")

    def _socket(self, name, socket):
        self.asked.append(socket.url)
        socket.on("framereceived", lambda frame: self.heard[name].append(_bytes(frame)))
        socket.on("framesent", lambda frame: self.said[name].append(_bytes(frame)))

    def allow(self, pattern, because):
        """Let complaints of the pages pass that the test itself brings about."""
        assert because
        self._allowed.append(re.compile(pattern))

    def has_heard(self, name, text):
        """Tell whether a text reached a page, as it is or as JSON may write it."""
        forms = {text.encode(), text.encode("ascii", "backslashreplace")}
        return any(form in frame for frame in self.heard[name] for form in forms)

    def outside(self):
        """The addresses that lie outside the servers of this test."""
        parts = [(url, urlsplit(url)) for url in self.asked]
        return sorted(
            {url for url, one in parts if one.scheme not in INSIDE and one.netloc not in self._homes}
        )

    def complaints(self):
        """What pages complained of and no one expected."""
        return [one for one in self.troubles if not any(known.search(one) for known in self._allowed)]


def _bytes(frame):
    return frame if isinstance(frame, bytes) else frame.encode()
