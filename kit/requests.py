"""What the engine is asked, and what it answers."""

from __future__ import annotations

import hashlib

import msgspec

from kit.activities import REGISTRY
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.base import Command
from kit.model.people import Actor
from kit.model.protocol import MAX_ID_CHARS, MAX_MESSAGE_BYTES, PROTOCOL, Do, Hello, IncomingMessage

_MESSAGES = msgspec.json.Decoder(IncomingMessage)


class Join(Command, frozen=True, tag="join"):
    """A phone came in with the right code. Not for the wire: the server asks this for a *hello*."""

    token: str
    lang: str = "nl"


class Request(msgspec.Struct, frozen=True):
    """A command with who asks it. ``id`` is the client's; without one there is no exactly-once."""

    actor: Actor
    command: Command
    id: str | None = None


class Ack(msgspec.Struct, frozen=True):
    """The command is on disk: the journal is at ``seq``. ``participant`` answers a :class:`Join`."""

    seq: int
    participant: str | None = None


def digest_of(command: Command) -> bytes:
    """Return what tells two commands apart. Names and codes are left out: a digest would give them away."""
    unkept = {field: None for field in ("name", "code", "slip") if hasattr(command, field)}
    command = msgspec.structs.replace(command, **unkept)
    return hashlib.sha256(msgspec.json.encode(command)).digest()[:8]


def parse_command(raw: bytes | msgspec.Raw) -> Command:
    """Read a command as a client sent it.

    Raises:
        RefusedError: It has no known kind, or a field of it is wrong.
    """
    try:
        command: Command = REGISTRY.command_decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(
            "bad_command", N_("This is not a command that this workshop knows: {problem}"), problem=str(error)
        ) from error
    return command


def read_message(raw: bytes | str) -> IncomingMessage:
    """Read a message as a client sent it.

    Raises:
        RefusedError: It is too large, or no message of the protocol.
    """
    if len(raw.encode() if isinstance(raw, str) else raw) > MAX_MESSAGE_BYTES:
        raise RefusedError("too_large", N_("This message is too large. Make it shorter."))
    problem = "id"
    try:
        message: IncomingMessage = _MESSAGES.decode(raw)
        if not isinstance(message, Do) or 0 < len(message.id) <= MAX_ID_CHARS:
            return message
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        problem = str(error)
    raise RefusedError(
        "bad_message", N_("This is not a message of this workshop: {problem}"), problem=problem
    )


def must_speak(hello: Hello) -> None:
    """Refuse a client of another version of the protocol: a page that was open since before an update."""
    if hello.v != PROTOCOL:
        raise RefusedError("other_version", N_("This page is of another version of Leefkit. Load it again."))
