"""One screen as an anywidget: the same front end, the same messages, with a kernel for a server."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from typing import Any

import anywidget
import msgspec
import traitlets

from kit import paths
from kit.errors import KitError, RefusedError
from kit.locale import N_, translate
from kit.model.base import Command
from kit.model.people import Actor, Viewer
from kit.model.protocol import (
    MAX_ID_CHARS,
    Do,
    Done,
    ErrorBody,
    Hello,
    Outgoing,
    Ping,
    Pong,
    Refused,
    Welcome,
    language,
)  # fmt: skip
from kit.requests import must_speak, parse_command, read_message
from kit.workshop import Workshop

LOG = logging.getLogger(__name__)
FOLLOW_SECONDS = 0.08


class Screen(anywidget.AnyWidget):
    """A screen of a workshop.

    Attributes:
        screen: Which: ``trainer``, ``team``, ``wall``, ``results``, ``participant``, or ``step`` for one step
            that stands alone in a cell.
        shared: What everyone at this screen may see: :class:`kit.model.views.Shared` as JSON.
        mine: What is for this viewer alone: :class:`kit.model.views.Mine` as JSON.
        seq: How far the journal was when these views were made.
        workshop_id: Which workshop it is, so that a browser tab keeps the drafts of two apart.
    """

    _esm = paths.static_dir() / "widget.js"
    _css = paths.static_dir() / "widget.css"

    screen = traitlets.Unicode("wall").tag(sync=True)
    shared = traitlets.Dict().tag(sync=True)
    mine = traitlets.Dict().tag(sync=True)
    seq = traitlets.Int().tag(sync=True)
    workshop_id = traitlets.Unicode().tag(sync=True)

    def __init__(self, workshop: Workshop, viewer: Viewer, *, screen: str | None = None) -> None:
        """Show ``workshop`` to ``viewer``, and follow it while an event loop runs."""
        self.workshop, self.viewer = workshop, viewer
        self._token = secrets.token_urlsafe(12)
        self._following: asyncio.Task[None] | None = None
        # Two screens may share one workshop, so each must know by itself what it has shown.
        self._shown = workshop.revision
        known = workshop.journal.meta("workshop")
        super().__init__(screen=screen or viewer.role, workshop_id=known, **self._state())
        self.on_msg(self._hear)
        self._follow()

    def _state(self) -> dict[str, Any]:
        shared = self.workshop.shared(self.workshop.audience(self.viewer))
        return {
            "seq": self.workshop.seq,
            "shared": msgspec.to_builtins(shared),
            "mine": msgspec.to_builtins(self.workshop.mine(self.viewer)),
        }

    def refresh(self) -> None:
        """Show the workshop as it is now."""
        self.workshop.catch_up()
        self._shown = self.workshop.revision
        with self.hold_sync():
            for name, value in self._state().items():
                setattr(self, name, value)

    def _follow(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a script: whoever runs it calls refresh()
            return
        self._following = loop.create_task(self._follow_for_ever())

    async def _follow_for_ever(self) -> None:
        while self.comm is not None:
            await asyncio.sleep(FOLLOW_SECONDS)
            try:
                self.workshop.catch_up()
                if self._shown != self.workshop.revision:
                    self.refresh()
            except KitError:
                LOG.exception("The screen could not follow the workshop; it tries again")

    def _hear(self, _widget: Any, content: Any, _buffers: Any) -> None:
        """Answer one message of the protocol. Whatever the browser sends, the kernel goes on."""
        try:
            # Through JSON: msgspec.convert has no way to make the Raw that a command is.
            message = read_message(msgspec.json.encode(content))
        except RefusedError as error:
            self._refuse(None, error)
            return
        if isinstance(message, Ping):
            self._say(Pong(time.time()))
        elif isinstance(message, Hello):
            self._hello(message)
        else:
            self._do(message)

    def _hello(self, hello: Hello) -> None:
        try:
            must_speak(hello)
        except RefusedError as error:
            self._refuse(None, error)
            return
        if hello.token and len(hello.token) <= MAX_ID_CHARS:
            self._token = hello.token
        old = self.viewer
        team = old.team
        if old.role == "team" and hello.team in self.workshop.room.teams:
            team = hello.team
        lang = language(hello.lang, old.lang)
        self.viewer = Viewer(old.role, lang, old.participant, team, old.step)
        self._say(Welcome(self._token, old.participant, self.workshop.seq, time.time(), role=old.role))
        self.refresh()

    def _do(self, message: Do) -> None:
        try:
            command: Command = parse_command(message.command)
            seq = self.workshop.do(command, self.actor, message.id).seq
        except RefusedError as error:
            self._refuse(message.id, error)
        except KitError as error:
            LOG.error("%s", error)
            text = N_("The laptop can't save this now. Keep your text, and tell the trainer.")
            self._refuse(message.id, RefusedError("storage", text))
        except Exception:
            LOG.exception("A command broke the engine; nothing of it was kept")
            text = N_("Something went wrong here. Try again, or tell the trainer.")
            self._refuse(message.id, RefusedError("internal", text))
        else:
            self._say(Done(message.id, seq))
            self.refresh()

    @property
    def actor(self) -> Actor:
        """The identity behind this screen's commands."""
        viewer = self.viewer
        client = viewer.participant or f"{viewer.role}:{self._token}"
        return Actor(viewer.role, client, viewer.participant, viewer.team)

    def _say(self, message: Outgoing) -> None:
        self.send(msgspec.to_builtins(message))

    def _refuse(self, id_: str | None, error: RefusedError) -> None:
        self._say(Refused(id_, ErrorBody(error.code, error.say(self.viewer.lang))))

    def close(self) -> None:
        """Stop following, and leave the page."""
        if self._following is not None:
            self._following.cancel()
            self._following = None
        super().close()


def missing(lang: str) -> str:
    """Return what to say where there is no workshop to show."""
    return translate(N_("There is no workshop here. Start one with: leefkit serve"), lang)
