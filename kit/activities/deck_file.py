"""A deck file: cards that people draw to think of something new."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from kit.datafile import DataFile, Part, unlike
from kit.errors import InputError
from kit.model.base import Text


class DeckCard(Part):
    """One card: where it comes from, the principle there, and the question for us.

    Attributes:
        sign: A letter that stands large on the card, if any.
    """

    id: str
    title: Text
    question: Text
    text: Text = {}
    sign: str = ""


class Deck(DataFile, kw_only=True):
    """Cards, in the order in which they are drawn."""

    folder: ClassVar[str] = "decks"
    what: ClassVar[str] = "deck"

    cards: list[DeckCard]

    def check(self, path: Path) -> None:
        """Refuse an empty deck, and two cards of one name."""
        if not self.cards:
            message = f"{path}: cards is empty; list at least one"
            raise InputError(message)
        unlike(path, "card", [card.id for card in self.cards])
