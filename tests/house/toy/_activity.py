"""Thumbs: a toy activity. Everyone has one thumb, up or down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.activities.base import Activity, Asking, Row, Settings
from kit.activities.guards import must_be_open, must_contribute
from kit.activities.mind import Look, Mind
from kit.model.base import Command, Event
from kit.model.people import Audience, Viewer
from kit.model.thumbs import RaiseThumb, ThumbRaised, ThumbsMine, ThumbsShared
from kit.room import Room, StepState


class ThumbsSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What the thumbs answer."""

    question: str


class Thumbs(Activity[ThumbsSettings]):
    """Up or down, one per person."""

    name = "thumbs"
    settings = ThumbsSettings
    commands = (RaiseThumb,)
    events = (ThumbRaised,)

    def new(self) -> dict[str, Any]:
        """Return no thumbs: event and time by actor."""
        return {}

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Take a thumb."""
        del room
        assert isinstance(command, RaiseThumb)
        must_contribute(who)
        must_be_open(step)
        return [ThumbRaised(step.id, command.up, who.organisation)]

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Keep the last thumb of everyone."""
        del room
        step.data[by] = (event, at)

    def shared(self, room: Room, step: StepState, audience: Audience) -> ThumbsShared:
        """Return the two numbers."""
        del room, audience
        up = sum(event.up for event, _ in step.data.values())
        return ThumbsShared(step.settings.question, up, len(step.data) - up)

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> ThumbsMine | None:
        """Return the viewer's own thumb."""
        del room, viewer
        return ThumbsMine(step.data[name][0].up if name in step.data else None)

    def took_part(self, room: Room, step: StepState) -> int:
        """Return the number of thumbs."""
        del room
        return len(step.data)

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Raise a thumb, more often up."""
        del look
        yield {"kind": "raise_thumb", "up": mind.rng.random() < 0.7}

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one answer per thumb."""
        del room
        return {
            "answers": [
                {
                    "step": step.id,
                    "moment": None,
                    "item": "thumb",
                    "participant": who,
                    "organisation": event.organisation,
                    "value": float(event.up),
                    "at": at,
                }
                for who, (event, at) in step.data.items()
            ]
        }


ACTIVITY = Thumbs()
