"""Rounds: the messages of every activity that goes through several."""

from __future__ import annotations

from typing import Any

from kit.model.base import Command, Event


class NextRound(Command, frozen=True, tag="next_round"):
    """Trainer: the next round of an open step begins."""

    step: str


class RoundBegun(Event, frozen=True, tag="round_begun"):
    """A round began. ``plan`` holds what the activity fixed for it, such as who sits where."""

    step: str
    round: int
    plan: dict[str, Any] = {}
