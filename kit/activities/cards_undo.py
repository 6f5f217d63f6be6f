"""Taking back what the trainer did with a card, and nothing of what others did with it since."""

from __future__ import annotations

import msgspec

from kit.model.base import Event
from kit.model.cards import CardAdded, CardEdited, CardHidden, CardsMerged, CardWithdrawn
from kit.room import Action, Room


def inverse(room: Room, event: Event) -> list[Event]:
    """Return what would take back that a card was added, changed, hidden and so on; asked before the fold."""
    if isinstance(event, CardAdded):
        return [CardWithdrawn(event.card)]
    if isinstance(event, CardWithdrawn):
        return [CardWithdrawn(event.card, withdrawn=room.cards[event.card].withdrawn)]
    if isinstance(event, CardHidden):
        return [CardHidden(event.card, hidden=room.cards[event.card].hidden)]
    if isinstance(event, CardsMerged):
        return [CardsMerged(event.card, event.cards, event.text, apart=not event.apart)]
    if isinstance(event, CardEdited):
        before = room.cards[event.card]
        kept = None if event.evidence is None else before.evidence or ""
        return [CardEdited(event.card, before.text, kept)]
    return []


def still(room: Room, back: Event, action: Action) -> Event | None:
    """Return what is left of ``back``, one of the events that take an action back; None when nothing is.

    A text that somebody else typed since stays, and so does what a table laid together or apart since.
    """
    if isinstance(back, CardEdited) and isinstance(action.done, CardEdited):
        return _edit(room, back, action.done, action.seq)
    if isinstance(back, CardsMerged):
        return back if _untouched(room, back, action.seq) else None
    if isinstance(back, CardWithdrawn) and back.withdrawn:
        return back if room.cards[back.card].said <= action.seq else None
    return back


def _edit(room: Room, back: CardEdited, done: CardEdited, seq: int) -> Event | None:
    card = room.cards[back.card]
    ours = done.evidence is not None and card.evidence == (done.evidence or None)
    evidence = back.evidence if ours else None
    if card.said <= seq:
        return msgspec.structs.replace(back, evidence=evidence)
    return None if evidence is None else CardEdited(card.id, card.text, evidence)


def _untouched(room: Room, back: CardsMerged, seq: int) -> bool:
    """Return whether the cards lie as the action left them, and say what they said then."""
    made, under = room.cards[back.card], [room.cards[name] for name in back.cards]
    if back.apart:
        together = all(card.merged_into == made.id for card in under)
        return together and made.merged_into is None and made.said <= seq
    return made.withdrawn and all(
        not card.withdrawn and card.merged_into is None and card.said <= seq for card in under
    )
