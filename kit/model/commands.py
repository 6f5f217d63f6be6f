"""The commands of the workshop itself. Each activity adds its own in its own module."""

from __future__ import annotations

from typing import Any

import msgspec

from kit.model.base import Command


class SetProfile(Command, frozen=True, tag="set_profile"):
    """A participant says where they come from; ``name`` is kept apart so that it can be forgotten."""

    organisation: str
    name: str | None = None
    team: str | None = None
    lang: str | None = None


class Ready(Command, frozen=True, tag="ready"):
    """A participant, or a team's table, is done with a step, or is not yet."""

    step: str
    ready: bool = True


class GoTo(Command, frozen=True, tag="go_to"):
    """The room moves to another step, forward or back. An open step is closed first."""

    step: str


class Open(Command, frozen=True, tag="open"):
    """A step takes input from now on; its timer starts."""

    step: str


class Close(Command, frozen=True, tag="close"):
    """A step takes no more input."""

    step: str


class Reveal(Command, frozen=True, tag="reveal"):
    """What was hidden in a step is shown to all."""

    step: str


class Timer(Command, frozen=True, tag="timer"):
    """Set the timer (``seconds``), change it (``add``), pause it or resume it: one of the four."""

    seconds: int | None = None
    add: int | None = None
    pause: bool | None = None
    resume: bool | None = None


class Attention(Command, frozen=True, tag="attention"):
    """All phones say *look to the front*, or go back to work."""

    on: bool = True


class Message(Command, frozen=True, tag="message"):
    """A sentence from the trainer on every screen; an empty one takes it away."""

    text: str = ""


class SetTeams(Command, frozen=True, tag="set_teams"):
    """Name the teams anew. People whose team is gone, or who had none, are spread over the new ones."""

    teams: list[str]


class Move(Command, frozen=True, tag="move"):
    """One participant goes to another team."""

    participant: str
    team: str


class Finish(Command, frozen=True, tag="finish"):
    """The workshop is over, or (``finished`` false) goes on after all."""

    finished: bool = True


class SkipStep(Command, frozen=True, tag="skip_step"):
    """A step is left out, or (``skipped`` false) done after all. What it holds stays."""

    step: str
    skipped: bool = True


class RepeatStep(Command, frozen=True, tag="repeat_step"):
    """A step is done once more: a new one like it comes next, and the first keeps what it holds."""

    step: str


class InsertStep(Command, frozen=True, tag="insert_step"):
    """A step is put in after another: one of the kit's extra steps by name, or a whole one."""

    after: str
    extra: str | None = None
    whole: dict[str, Any] | None = None


class Undo(Command, frozen=True, tag="undo"):
    """Take back the trainer's last action."""


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A contribution written on paper that the trainer types in.

    Attributes:
        id: Whose sheet it is, for instance a number; shows up in frames as ``"paper-<id>"``.
        organisation: Where that person comes from.
        team: The table they sit at.
    """

    id: str
    organisation: str | None = None
    team: str | None = None


CORE_COMMANDS: tuple[type[Command], ...] = (
    SetProfile, Ready, GoTo, Open, Close, Reveal, Timer, Attention, Message, SetTeams, Move, Finish, Undo,
    SkipStep, RepeatStep, InsertStep,
)  # fmt: skip
