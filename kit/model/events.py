"""The events of the workshop itself. Each activity adds its own in its own module.

The names in ``tag`` stand in every workshop file ever made: the list may only grow.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kit.model.base import Event, Status


class WorkshopCreated(Event, frozen=True, tag="workshop_created"):
    """The first event: case, programme and data files whole, so that the file opens the same in ten years."""

    version: int
    title: str
    lang: str
    case: dict[str, Any]
    programme: dict[str, Any]
    files: dict[str, dict[str, Any]] = {}
    """The data files that its steps name, such as ``"canvases/empathy-map"``."""


class ParticipantJoined(Event, frozen=True, tag="participant_joined"):
    """A phone came in with the right code."""

    participant: str
    lang: str


class ProfileSet(Event, frozen=True, tag="profile_set"):
    """A participant's organisation, team and language are known."""

    participant: str
    organisation: str
    team: str | None
    lang: str


class ReadySet(Event, frozen=True, tag="ready_set"):
    """Someone is ready with a step, or not any more."""

    step: str
    ready: bool


class StepEntered(Event, frozen=True, tag="step_entered"):
    """The room moved to a step (None: before the first); ``closed`` names the open step that this ended."""

    step: str | None
    closed: str | None = None


class StepOpened(Event, frozen=True, tag="step_opened"):
    """A step takes input. ``frozen`` holds what its activity fixed then, such as a ballot's list.

    ``revealed`` are the steps that were revealed because this one shows what they hold.
    """

    step: str
    seconds: int = 0
    frozen: dict[str, Any] = {}
    revealed: list[str] = []


class StepClosed(Event, frozen=True, tag="step_closed"):
    """A step takes no more input."""

    step: str


class StepSealed(Event, frozen=True, tag="step_sealed"):
    """An anonymous step is finished: the secret behind its pseudonyms was destroyed."""

    step: str


class StepRevealed(Event, frozen=True, tag="step_revealed"):
    """What was hidden in a step is shown (or, undone, is hidden again).

    ``opening`` marks one that goes with the opening of another step, and is taken back with that.
    """

    step: str
    revealed: bool = True
    opening: bool = False


class TimerSet(Event, frozen=True, tag="timer_set"):
    """The timer, whole: ``ends`` is a Unix time while it runs, ``left`` the seconds while it doesn't."""

    total: float
    ends: float | None = None
    left: float | None = None


class AttentionSet(Event, frozen=True, tag="attention_set"):
    """The room is asked to look to the front, or to go on."""

    on: bool


class MessageSet(Event, frozen=True, tag="message_set"):
    """The trainer's sentence on every screen."""

    text: str


class TeamsSet(Event, frozen=True, tag="teams_set"):
    """The names of the teams, and who sits where from now on."""

    teams: list[str]
    members: dict[str, str]


class ParticipantMoved(Event, frozen=True, tag="participant_moved"):
    """One participant sits at another team."""

    participant: str
    team: str | None


class WorkshopFinished(Event, frozen=True, tag="workshop_finished"):
    """The workshop is over, or goes on after all."""

    finished: bool


class StepSkipped(Event, frozen=True, tag="step_skipped"):
    """A step is left out, or done after all."""

    step: str
    skipped: bool = True


class StepInserted(Event, frozen=True, tag="step_inserted"):
    """A step was put in while the workshop ran; whole, with the data files that it names."""

    step: str
    after: str
    whole: dict[str, Any]
    files: dict[str, dict[str, Any]] = {}


class StepRemoved(Event, frozen=True, tag="step_removed"):
    """That a step was put in is taken back. One that holds something is left out instead, and keeps it."""

    step: str


class StepRestored(Event, frozen=True, tag="step_restored"):
    """A step is again as it was before the action that was taken back."""

    step: str
    status: Status
    revealed: bool
    opened_at: float | None = None
    closed_at: float | None = None
    frozen: dict[str, Any] = {}
    entered_at: float | None = None


class Undone(Event, frozen=True, tag="undone"):
    """The trainer's last action was taken back; ``restored`` are the events that do so."""

    of: int
    restored: list[dict[str, Any]]


CORE_EVENTS: tuple[type[Event], ...] = (
    WorkshopCreated, ParticipantJoined, ProfileSet, ReadySet, StepEntered, StepOpened, StepClosed,
    StepRevealed, TimerSet, AttentionSet, MessageSet, TeamsSet, ParticipantMoved, WorkshopFinished,
    StepRestored, StepSealed, Undone, StepSkipped, StepInserted, StepRemoved,
)  # fmt: skip


class Entry(msgspec.Struct, frozen=True):
    """An event with its place in the journal.

    Attributes:
        seq: Place in the journal, 1 for the first; only grows.
        at: Unix time in seconds, UTC.
        actor: ``"trainer"``, a participant, ``"team:<name>"``, or the pseudonym of an anonymous step.
        event: What happened.
    """

    seq: int
    at: float
    actor: str
    event: Event
