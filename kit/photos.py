"""Photographs and the cards they belong to."""

from __future__ import annotations

from kit.errors import RefusedError
from kit.journal import Journal
from kit.locale import N_
from kit.model.base import Command
from kit.room import Room


def must_be_there(command: Command, journal: Journal) -> None:
    """Refuse a card with a photograph that the workshop does not have: it was never sent, or is forgotten."""
    name = getattr(command, "photo", None)
    if name is not None and journal.photo(name) is None:
        raise RefusedError("unknown_photo", N_("That photo is not there (any more). Take it again."))


def of_person(room: Room, participant: str | None) -> list[str]:
    """Return the photographs that one participant alone sent, or all that there are cards for."""
    # A merged card only shows what lies under it: the photograph is still its sender's.
    cards = [card for card in room.cards.values() if card.photo and not card.merged]
    others = {card.photo for card in cards if participant is not None and card.by != participant}
    return sorted({card.photo for card in cards if card.photo} - others)


def of_people(room: Room, participant: str | None, journal: Journal) -> set[str]:
    """Return the photographs to forget with one participant, or with all: not the pictures of the case."""
    gone = of_person(room, participant) if participant else journal.photos()
    return set(gone) - of_case(room)


def of_case(room: Room) -> set[str]:
    """Return the names of the pictures that came with the case."""
    return {one.photo for one in room.case.pictures}


def loose(room: Room, journal: Journal) -> list[str]:
    """Return the photographs that no card and no case shows: it was taken back for good, or never came.

    A card that was taken back may come again while the trainer can undo what was done with it.
    """
    back = [event for action in room.actions for event in action.inverse]
    named = {name for event in back for name in (getattr(event, "card", None), *getattr(event, "cards", ()))}
    used = {card.photo for card in room.cards.values() if not card.withdrawn or card.id in named}
    used |= of_case(room)
    return [name for name in journal.photos() if name not in used]
