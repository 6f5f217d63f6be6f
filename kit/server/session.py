"""One client's conversation in the protocol of ``docs/protocol.md``, whatever carries it."""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from collections.abc import Callable

from kit.errors import KitError, RefusedError
from kit.locale import N_
from kit.model.base import Command, Role
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
from kit.requests import Join, Request, must_speak, parse_command, read_message
from kit.server.hub import ENCODER, Hub
from kit.server.writer import Writer, refusal_of

FREE_TRIES = 5
SLOWEST_SECONDS = 8.0


class Session:
    """One client. :meth:`hear` takes its messages one after another; answers and news leave through ``out``.

    A wrong code slows down this client alone: many people behind one address are one classroom.
    """

    def __init__(self, hub: Hub, writer: Writer, out: Callable[[bytes], None]) -> None:
        """Answer through ``out``."""
        self.hub, self.writer = hub, writer
        self._out = out
        self._tries = 0
        self._token: str | None = None
        self._gone = False
        self.viewer = Viewer("participant")
        self.actor: Actor | None = None
        self.seq = 0
        self.pause: Callable[[float], object] = asyncio.sleep

    @property
    def busy(self) -> bool:
        """Whether earlier news is still on its way; transports that can tell override this."""
        return False

    def send(self, message: bytes) -> None:
        """Send news."""
        self._out(message)

    def close(self) -> None:
        """Hang up; transports that hold a line open override this."""

    def say(self, message: Outgoing) -> None:
        """Answer."""
        if isinstance(message, Welcome | Done):
            self.seq = max(self.seq, message.seq)
        self._out(ENCODER.encode(message))

    async def hear(self, text: str | bytes) -> None:
        """Answer one message. Never raises for what a client may send."""
        try:
            message = read_message(text)
        except RefusedError as error:
            self._refuse(None, error)
            return
        if isinstance(message, Ping):
            self.say(Pong(time.time()))
        elif isinstance(message, Hello):
            await self._hello(message)
        else:
            await self._do(message)

    async def _hello(self, hello: Hello) -> None:
        lang = language(hello.lang, self.hub.workshop.room.lang)
        self.viewer = Viewer(self.viewer.role, lang, self.viewer.participant, self.viewer.team)
        try:
            must_speak(hello)
            token = await (
                self._as_role(hello, lang) if hello.key is not None else self._as_person(hello, lang)
            )
        except RefusedError as error:
            self._refuse(None, error)
            return
        except KitError as error:
            self._refuse(None, refusal_of(error))
            return
        self._tries = 0
        async with self.writer.lock:
            if self._gone:  # it left while it came in
                return
            self.hub.add(self)
            seq, viewer = self.hub.workshop.seq, self.viewer
            self.say(Welcome(token, viewer.participant, seq, time.time(), role=viewer.role))
            self.hub.greet(self)
        self.hub.touch(())

    async def _as_role(self, hello: Hello, lang: str) -> str:
        keys: dict[Role, str] = self.hub.workshop.journal.meta("keys")
        found = [
            role
            for role, key in keys.items()
            if hmac.compare_digest(key.encode(), (hello.key or "").encode())
        ]
        if not found:
            await self._slow_down()
            raise RefusedError(
                "wrong_key", N_("This link is not (any more) of this workshop. Ask the trainer for it.")
            )
        role = found[0]
        async with self.writer.lock:  # what is not on disk yet may be taken back
            team = hello.team if role == "team" and hello.team in self.hub.workshop.room.teams else None
        token = hello.token if hello.token and len(hello.token) <= MAX_ID_CHARS else secrets.token_urlsafe(12)
        self.actor = Actor(role, f"{role}:{token}", None, team)
        self.viewer = Viewer(role, lang, None, team)
        return token

    async def _as_person(self, hello: Hello, lang: str) -> str:
        journal = self.hub.workshop.journal
        token, participant = hello.token or self._token, None
        if token is not None and len(token) <= MAX_ID_CHARS:
            async with self.writer.lock:  # the journal's connection may be waiting for another process
                participant = journal.person_of(token)
        if participant is None:
            code = (hello.code or "").strip().upper()
            if not hmac.compare_digest(code.encode(), str(journal.meta("code")).encode()):
                await self._slow_down()
                raise RefusedError(
                    "wrong_code", N_("This code is not right. Look at the wall, and type it again.")
                )
            token = secrets.token_urlsafe(16)
            ack = await self.writer.submit(Request(Actor("participant", "join"), Join(token, lang)))
            participant = ack.participant or ""
        self._token = token
        self.actor = Actor("participant", participant, participant)
        self.viewer = Viewer("participant", lang, participant)
        return token or ""

    async def _slow_down(self) -> None:
        self._tries += 1
        if self._tries > FREE_TRIES:
            waiting = self.pause(min(SLOWEST_SECONDS, 0.5 * 2 ** (self._tries - FREE_TRIES)))
            if asyncio.iscoroutine(waiting):
                await waiting

    async def _do(self, message: Do) -> None:
        try:
            if self.actor is None:
                raise RefusedError("no_hello", N_("Say hello first: join with the code of the workshop."))
            command = parse_command(message.command)
            ack = await self.writer.submit(Request(self.actor, command, message.id))
        except RefusedError as error:
            self._refuse(message.id, error)
            return
        self.say(Done(message.id, ack.seq))
        self.hub.touch(self._concerned(command))

    def _concerned(self, command: Command) -> list[str] | None:
        """Return whose own part may have changed: in a step per team the whole team's; None is everyone."""
        room, viewer = self.hub.workshop.room, self.viewer
        step = room.steps.get(getattr(command, "step", None) or room.now or "")
        if step is not None and step.activity.concerns_others and type(command) in step.activity.commands:
            return None
        mates: list[str] = []
        if room.now is not None and room.steps[room.now].settings.per == "team":
            person = room.people.get(viewer.participant or "")
            team = viewer.team or (person.team if person else None)
            mates = [one.id for one in room.people.values() if team is not None and one.team == team]
        own = [viewer.participant] if viewer.participant else []
        return [*own, *mates] or None

    def _refuse(self, id_: str | None, error: RefusedError) -> None:
        self.say(Refused(id_, ErrorBody(error.code, error.say(self.viewer.lang))))

    def leave(self) -> None:
        """The client is gone."""
        self._gone = True
        self.hub.remove(self)
        self.hub.touch(())
