"""What the engine is asked, and what it answers."""

from __future__ import annotations

import msgspec

from kit.activities import REGISTRY
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.base import Command
from kit.model.people import Actor


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
