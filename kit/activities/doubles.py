"""Doubles: cards that may say the same. They are shown to the trainer, who decides whether they do."""

from __future__ import annotations

from kit.activities.memo import Memo
from kit.activities.pile import on_ballot
from kit.insight.similar import similar
from kit.room import Card, Room, StepState

MOST_COMPARED = 400
"""Of more cards than this the newest are compared, so that no screen has to wait."""
_WAITS = 20
"""While people write, a twentieth of what lies there waits until more has come."""


def doubles(room: Room, step: StepState) -> list[list[str]]:
    """Return the cards of a step that may say the same, likeliest first, in groups of two or three.

    Only cards of one field, and while tables work apart only those of one table. Cards that people vote on
    now can't be merged, and a card that builds on another says more than that one. What was found is kept
    until cards change.
    """
    voted = on_ballot(room)
    cards = [card for card in step.activity.cards(room, step) if card.id not in voted]
    if step.status == "open":
        cards = cards[: len(cards) - len(cards) % max(1, len(cards) // _WAITS)]
    cards = cards[-MOST_COMPARED:]
    apart = step.settings.per == "team" and step.status == "open"
    key = tuple((card.id, card.text, card.zone, card.team if apart else None) for card in cards)
    memo: Memo = step.data.memo
    if key not in memo:
        memo.clear()
    found: list[list[str]] = memo.once(key, lambda: _found(room, cards, [one[2:] for one in key]))
    return found


def _found(room: Room, cards: list[Card], fields: list[tuple[str, str | None]]) -> list[list[str]]:
    place = {card.id: n for n, card in enumerate(cards)}
    built = [(n, place[card.parent]) for n, card in enumerate(cards) if card.parent in place]
    groups = similar([card.text for card in cards], room.lang, fields=fields, apart=built)
    return [[cards[n].id for n in group.members] for group in groups]
