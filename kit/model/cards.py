"""Cards: the commands and events that every activity understands in which people write them."""

from __future__ import annotations

from typing import Literal

from kit.model.base import Command, Event
from kit.model.commands import Paper

Evidence = Literal["seen", "file", "assumption"]
"""How one knows: seen or heard it, it stands in a file, or one thinks so."""


class AddCard(Command, frozen=True, tag="add_card"):
    """Put a card in a zone.

    ``parent`` is the card, or what else an earlier step offered, that it builds on; ``evidence`` says how
    one knows; ``photo`` names a picture that was sent before.
    """

    step: str
    zone: str
    text: str
    parent: str | None = None
    evidence: Evidence | None = None
    photo: str | None = None
    paper: Paper | None = None


class EditCard(Command, frozen=True, tag="edit_card"):
    """Change the text of your own card, and how you know, if you say so anew."""

    card: str
    text: str
    evidence: Evidence | None = None


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
    """Trainer, or a table with its own: make one card of several; the originals are kept under it."""

    cards: list[str]
    text: str | None = None


class Unmerge(Command, frozen=True, tag="unmerge"):
    """Trainer, or a table with its own: take a merged card apart again."""

    card: str


class CardAdded(Event, frozen=True, tag="card_added"):
    """A card was put down. With ``taken_over`` it has the text of its parent, to choose that: no new idea."""

    card: str
    step: str
    zone: str
    text: str
    organisation: str | None
    team: str | None
    parent: str | None = None
    evidence: str | None = None
    photo: str | None = None
    round: int | None = None
    table: str | None = None
    taken_over: bool = False


class CardEdited(Event, frozen=True, tag="card_edited"):
    """A card says something else now; ``evidence`` None leaves that as it was, an empty one takes it away."""

    card: str
    text: str
    evidence: str | None = None


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


CARD_COMMANDS: tuple[type[Command], ...] = (
    AddCard, EditCard, WithdrawCard, HideCard, RestoreCard, MergeCards, Unmerge,
)  # fmt: skip
CARD_EVENTS: tuple[type[Event], ...] = (CardAdded, CardEdited, CardWithdrawn, CardHidden, CardsMerged)
