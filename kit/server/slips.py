"""The route of the slips with codes: a page that the trainer prints."""

from __future__ import annotations

from typing import Any

from tornado.web import HTTPError

from kit import slips
from kit.server.access import Access
from kit.server.hub import Hub
from kit.server.said import LANGS, SaidHandler, lang_of


class SlipsHandler(SaidHandler):
    """``/slips``: new codes each time; they are kept nowhere, by the browser neither."""

    def initialize(self, hub: Hub, access: Access) -> None:
        """Take the parts from the application."""
        self.hub, self.access = hub, access

    def get(self) -> None:
        """Send the page to the trainer."""
        if not self.access.may_open(self, "trainer"):
            raise HTTPError(403)
        asked = self.get_query_argument("count", "")
        count = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else slips.USUAL
        lang = self.get_query_argument("lang", "")
        lang = lang if lang in LANGS else lang_of(self)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", slips.POLICY)
        self.set_header("Cache-Control", "no-store")
        self.finish(slips.page(count, lang, self.hub.workshop.room.title, more=True))


def routes(hub: Hub, access: Access) -> list[tuple[Any, ...]]:
    """Return the route of this module."""
    return [(r"/slips", SlipsHandler, {"hub": hub, "access": access})]
