"""The routes of photographs: sending one, and seeing one that stands on a card one may see.

They are no part of the socket: a photograph is far larger than a message, and would hold up votes.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from typing import Any, Final
from urllib.parse import unquote

import msgspec
from tornado.web import RequestHandler, stream_request_body

from kit.errors import KitError, RefusedError
from kit.locale import N_
from kit.model.base import Role
from kit.model.people import Audience, Viewer
from kit.photos import loose
from kit.picture import MOST_BYTES, remade, too_large
from kit.server.access import Access
from kit.server.hub import Hub
from kit.server.said import LANGS, SaidHandler, lang_of
from kit.server.shelf import Shelf
from kit.server.writer import Writer, broken, refusal_of
from kit.workshop import Workshop

LOG = logging.getLogger(__name__)
MOST_EACH: Final = 60
"""Nobody sends more photographs while a server runs: it would only be a machine."""
MOST_COMING: Final = 3
"""Photographs of one sender that are on their way in at once; each lies in memory until it is made anew."""
MOST_COMING_IN_ALL: Final = 40
SENDERS: Final = frozenset[Role]({"team", "trainer"})
STATUS: Final = {
    "photo_too_large": 413,
    "too_many_photos": 429,
    "photos_coming": 429,
    "photos_full": 413,
    "not_allowed": 403,
    "unknown_photo": 404,
    "storage": 507,
    "internal": 500,
}


class Photos:
    """Who may send and see which photographs of a workshop."""

    def __init__(self, hub: Hub, writer: Writer, access: Access) -> None:
        """Serve the photographs of the hub's workshop."""
        self.hub, self.writer, self.access = hub, writer, access
        self.shelf = Shelf(writer)
        self._sent, self._coming = Counter[str](), Counter[str]()
        self._seen: tuple[int, dict[Audience, bytes]] = (-1, {})
        # Unpacking takes memory and a core: one at a time, so that votes go on beside it.
        self._one_at_a_time = asyncio.Semaphore(1)

    async def viewer(self, handler: RequestHandler) -> Viewer:
        """Return who asks: the participant of a token, or a role that this browser holds the cookie of.

        Both stand in headers that another site can't make a browser send. The journal and the room are asked
        under the lock: a thread may be waiting for the journal, or fold what is not on disk yet.

        Raises:
            RefusedError: Neither.
        """
        asked = handler.request.headers
        lang = asked.get("Leefkit-Lang", "")
        lang = lang if lang in LANGS else lang_of(handler)
        token, role, team = (unquote(asked.get(f"Leefkit-{name}", "")) for name in ("Token", "Role", "Team"))
        roles: tuple[Role, ...] = ("trainer", "team", "wall", "results")
        async with self.writer.lock:
            if token and (participant := self.hub.workshop.journal.person_of(token)):
                return Viewer("participant", lang, participant)
            for known in roles:
                if known == role and self.access.may_open(handler, role):
                    return Viewer(known, lang, None, team if team in self.hub.workshop.room.teams else None)
        raise RefusedError("not_allowed", N_("You can open this screen only with its own link."))

    def expect(self, viewer: Viewer) -> None:
        """Let a photograph come in; what calls this must call :meth:`arrived` when that is over.

        Those on their way count too, or many that are sent at once would all pass.

        Raises:
            RefusedError: It is from a screen that only shows, or from a machine.
        """
        if viewer.role not in SENDERS | {"participant"}:
            raise RefusedError("not_allowed", N_("This screen only shows; join on a phone to take part."))
        coming = self._coming[sender := _sender(viewer)]
        if self._sent[sender] + coming >= MOST_EACH:
            raise RefusedError(
                "too_many_photos",
                N_("You have sent {most} photos. That is enough for today."),
                most=MOST_EACH,
            )
        if coming >= MOST_COMING or self._coming.total() >= MOST_COMING_IN_ALL:
            raise RefusedError(
                "photos_coming", N_("Other photos are still coming in. Wait a moment, and try again.")
            )
        self._coming[sender] += 1

    def arrived(self, viewer: Viewer) -> None:
        """A photograph that was expected is in, or will never come."""
        self._coming[_sender(viewer)] -= 1

    async def keep(self, viewer: Viewer, body: bytes) -> str:
        """Make a photograph anew, keep it, and return its name.

        Raises:
            RefusedError: It can't be read or is too large, or there is no room for it.
        """
        self._sent[_sender(viewer)] += 1
        async with self._one_at_a_time:
            name, made = await asyncio.to_thread(remade, body)
        await self.shelf.put(_sender(viewer), name, made)
        return name

    async def see(self, viewer: Viewer, name: str) -> bytes:
        """Return a photograph that stands on a card which this viewer may see.

        Raises:
            RefusedError: There is none, or none for them: the two can't be told apart.
        """
        async with self.writer.lock:
            body = self.hub.workshop.journal.photo(name) if self._may_see(viewer, name) else None
        if body is None:
            raise RefusedError("unknown_photo", N_("That photo is not there (any more). Take it again."))
        return body

    def _may_see(self, viewer: Viewer, name: str) -> bool:
        """Look for the name in what the viewer is shown: a photograph is as hidden as its card."""
        workshop = self.hub.workshop
        if self._seen[0] != workshop.revision:
            self._seen = (workshop.revision, {})
        audience = workshop.audience(viewer)
        views = self._seen[1]
        if audience not in views:
            views[audience] = msgspec.json.encode(workshop.shared(audience))
        wanted = f'"photo":"{name}"'.encode()
        return wanted in views[audience] or wanted in msgspec.json.encode(workshop.mine(viewer))


def sweep(workshop: Workshop) -> None:
    """Delete the photographs that no card shows, at the end of a run of the server.

    Raises:
        StorageError: The disk is full or failing; nothing was deleted.
    """
    journal = workshop.journal
    journal.begin()  # so that no other process lays down a card meanwhile
    try:
        workshop.catch_up()
        journal.drop_photos(loose(workshop.room, journal))
        journal.commit()
    finally:
        journal.rollback()


def _sender(viewer: Viewer) -> str:
    return viewer.participant or f"{viewer.role}:{viewer.team}"


class _PhotoHandler(SaidHandler):
    """What both routes have in common: their refusals are JSON, as on the socket."""

    def initialize(self, photos: Photos) -> None:
        """Take what knows the photographs."""
        self.photos = photos
        self.viewer = Viewer("participant", lang_of(self))

    def check_xsrf_cookie(self) -> None:
        """Nothing here rests on a cookie alone: see :meth:`Photos.viewer`."""

    def refuse(self, error: KitError) -> None:
        """Answer with a code and a sentence."""
        refusal = error if isinstance(error, RefusedError) else refusal_of(error)
        self.set_status(STATUS.get(refusal.code, 400))
        self.set_header("Cache-Control", "no-store")
        self.finish({"error": {"code": refusal.code, "message": refusal.say(self.viewer.lang)}})

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Answer an error that was raised."""
        error = broken()
        self.set_status(status_code)
        self.finish({"error": {"code": error.code, "message": error.say(self.viewer.lang)}})


@stream_request_body
class SendHandler(_PhotoHandler):
    """``POST /photo``: the file itself as the body; the answer names it: ``{"photo": NAME}``."""

    expected = gone = False

    async def prepare(self) -> None:
        """Look at who sends it and how large it is before it is read."""
        self.body = bytearray()
        connection: Any = self.request.connection
        connection.set_max_body_size(MOST_BYTES)
        try:
            self.viewer = await self.photos.viewer(self)
            if int(self.request.headers.get("Content-Length", "0")) > MOST_BYTES:
                raise too_large()
            if not self.gone:
                self.photos.expect(self.viewer)
                self.expected = True
        except KitError as error:
            self.set_header("Connection", "close")  # the rest of the body is not wanted
            self.refuse(error)

    def data_received(self, chunk: bytes) -> None:
        """Take a piece of the file."""
        self.body += chunk

    def on_finish(self) -> None:
        """Expect it no longer."""
        if self.expected:
            self.expected = False
            self.photos.arrived(self.viewer)

    def on_connection_close(self) -> None:
        """Expect nothing of whoever went away."""
        self.gone = True
        self.on_finish()
        super().on_connection_close()

    async def post(self) -> None:
        """Keep the photograph."""
        try:
            name = await self.photos.keep(self.viewer, bytes(self.body))
        except KitError as error:
            self.refuse(error)
            return
        self.set_header("Cache-Control", "no-store")
        self.finish({"photo": name})


class SeeHandler(_PhotoHandler):
    """``GET /photo/NAME``: a photograph, for those who may see its card."""

    async def get(self, name: str) -> None:
        """Send the picture; never kept by a browser, because it may be hidden or forgotten later."""
        try:
            self.viewer = await self.photos.viewer(self)
            body = await self.photos.see(self.viewer, name)
        except KitError as error:
            self.refuse(error)
            return
        self.set_header("Content-Type", "image/jpeg")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Disposition", "inline")
        self.finish(body)


def routes(photos: Photos) -> list[tuple[Any, ...]]:
    """Return the routes of this module."""
    parts = {"photos": photos}
    return [(r"/photo", SendHandler, parts), (r"/photo/([0-9a-f]{64})", SeeHandler, parts)]
