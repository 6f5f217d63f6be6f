"""Who asks, and who looks."""

from __future__ import annotations

import msgspec

from kit.model.base import Role


class Actor(msgspec.Struct, frozen=True):
    """The identity behind a command.

    Attributes:
        role: What this identity may do.
        client: Scope of command ids: the participant for phones, a random client id for other roles.
        participant: Id such as ``"p12"``, for participants.
        team: Name of the team, for a team's table.
    """

    role: Role
    client: str
    participant: str | None = None
    team: str | None = None


class Viewer(msgspec.Struct, frozen=True):
    """One pair of eyes: what the *mine* part is made for.

    ``step`` is the step they look at; None for the one the room is in.
    """

    role: Role
    lang: str = "nl"
    participant: str | None = None
    team: str | None = None
    step: str | None = None


class Audience(msgspec.Struct, frozen=True):
    """All viewers who may see the same: what the *shared* part is made for.

    ``team`` is set for team tables and, in a step that is done per team, for participants.
    """

    role: Role
    lang: str = "nl"
    team: str | None = None
    step: str | None = None


TRAINER = Actor(role="trainer", client="local")
"""The identity of whoever holds the file: a notebook in JupyterLab acts as the trainer."""
