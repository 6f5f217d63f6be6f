"""The messages of the toy activity thumbs."""

from __future__ import annotations

from kit.model.base import Command, Event, Struct


class RaiseThumb(Command, frozen=True, tag="raise_thumb"):
    """My thumb is up, or down."""

    step: str
    up: bool


class ThumbRaised(Event, frozen=True, tag="thumb_raised"):
    """Somebody's thumb is up, or down."""

    step: str
    up: bool
    organisation: str | None


class ThumbsShared(Struct, tag_field="activity", tag="thumbs"):
    """How many thumbs are up, and how many down."""

    question: str
    up: int
    down: int


class ThumbsMine(Struct):
    """Where the viewer's own thumb is; None before it moved."""

    up: bool | None
