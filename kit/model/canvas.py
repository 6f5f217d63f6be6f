"""The views of the activity canvas; its commands and events are those of cards."""

from __future__ import annotations

from kit.model.base import Struct
from kit.model.views import CardView, Offer


class ZoneView(Struct):
    """One field of the canvas."""

    id: str
    label: str
    help: str
    icon: str


class CanvasShared(Struct, tag_field="activity", tag="canvas"):
    """The canvas with the cards that this audience may see, oldest first."""

    canvas: str
    title: str
    layout: str
    zones: list[ZoneView]
    focus: list[str]
    offers: list[Offer]
    """What an earlier step found that this one builds on."""
    cards: list[CardView]
    total: int
    """How many cards lie on the table, also where they can't be seen; phones are told only what they see."""
    by_team: dict[str, int]
    limit: int
    max_chars: int


class CanvasMine(Struct):
    """The viewer's own cards, and how many more they may write (None: as many as they like)."""

    cards: list[CardView]
    left: int | None
