"""The messages of the activity canvas: its commands, its events and its views."""

from __future__ import annotations

from kit.model.base import Command, Event, Struct
from kit.model.commands import Paper
from kit.model.views import CardView


class AddCard(Command, frozen=True, tag="add_card"):
    """Put a card in a zone; ``parent`` is the card it builds on."""

    step: str
    zone: str
    text: str
    parent: str | None = None
    paper: Paper | None = None


class EditCard(Command, frozen=True, tag="edit_card"):
    """Change the text of your own card."""

    card: str
    text: str


class WithdrawCard(Command, frozen=True, tag="withdraw_card"):
    """Take your own card back."""

    card: str


class HideCard(Command, frozen=True, tag="hide_card"):
    """Trainer: take a card off every screen. Nothing is lost."""

    card: str


class RestoreCard(Command, frozen=True, tag="restore_card"):
    """Trainer: put a hidden card back."""

    card: str


class MergeCards(Command, frozen=True, tag="merge_cards"):
    """Trainer: make one card of several; the originals are kept under it."""

    cards: list[str]
    text: str | None = None


class Unmerge(Command, frozen=True, tag="unmerge"):
    """Trainer: take a merged card apart again."""

    card: str


class CardAdded(Event, frozen=True, tag="card_added"):
    """A card was put down."""

    card: str
    step: str
    zone: str
    text: str
    organisation: str | None
    team: str | None
    parent: str | None = None


class CardEdited(Event, frozen=True, tag="card_edited"):
    """A card says something else now."""

    card: str
    text: str


class CardWithdrawn(Event, frozen=True, tag="card_withdrawn"):
    """A card was taken back by its writer, or (``withdrawn`` false) that was undone."""

    card: str
    withdrawn: bool = True


class CardHidden(Event, frozen=True, tag="card_hidden"):
    """The trainer took a card off every screen, or put it back."""

    card: str
    hidden: bool


class CardsMerged(Event, frozen=True, tag="cards_merged"):
    """Several cards lie under a new one, or (``apart``) no longer do."""

    card: str
    cards: list[str]
    text: str
    apart: bool = False


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
