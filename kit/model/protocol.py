"""The messages of the live socket, both ways. ``docs/protocol.md`` has examples."""

from __future__ import annotations

from typing import Any

import msgspec

from kit.model.base import LANGS

PROTOCOL = 1
MAX_MESSAGE_BYTES = 16_384
MAX_ID_CHARS = 64


class Incoming(msgspec.Struct, frozen=True, tag_field="op"):
    """A message from a client."""


class Hello(Incoming, frozen=True, tag="hello"):
    """Who I am: a participant with the workshop's code, or another role with the key of its link.

    ``token`` resumes an identity that a *welcome* gave out earlier. ``team`` is the table a team's screen
    stands on.
    """

    v: int = PROTOCOL
    code: str | None = None
    key: str | None = None
    token: str | None = None
    lang: str | None = None
    team: str | None = None


class Do(Incoming, frozen=True, tag="do"):
    """Please do this. ``id`` is made by the client and makes sending it again harmless."""

    id: str
    command: msgspec.Raw


class Ping(Incoming, frozen=True, tag="ping"):
    """Are you there, and what time is it?"""


IncomingMessage = Hello | Do | Ping


class ErrorBody(msgspec.Struct, frozen=True):
    """Why not: a stable code, and a sentence in the client's language."""

    code: str
    message: str


class Outgoing(msgspec.Struct, frozen=True, tag_field="op"):
    """A message to a client."""


class Welcome(Outgoing, frozen=True, tag="welcome"):
    """You are in. ``participant`` is None for other roles; ``time`` is the server's clock."""

    token: str
    participant: str | None
    seq: int
    time: float
    role: str = "participant"
    v: int = PROTOCOL


class SharedMessage(Outgoing, frozen=True, tag="shared"):
    """The shared part of the view, whole."""

    seq: int
    data: Any


class MineMessage(Outgoing, frozen=True, tag="mine"):
    """The viewer's own part of the view, whole."""

    seq: int
    data: Any


class Done(Outgoing, frozen=True, tag="done"):
    """The command is on disk."""

    id: str
    seq: int


class Refused(Outgoing, frozen=True, tag="refused"):
    """The command, or the message, was refused and changed nothing."""

    id: str | None
    error: ErrorBody


class Pong(Outgoing, frozen=True, tag="pong"):
    """Here I am; ``time`` is Unix seconds on the server's clock."""

    time: float


def language(wanted: str | None, default: str = "nl") -> str:
    """Return ``wanted`` when it is a language of the kit, else ``default``."""
    return wanted if wanted in LANGS else default
