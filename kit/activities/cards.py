"""Cards on the table: what every activity that collects them does in the same way."""

from __future__ import annotations

import msgspec

from kit.activities.base import Asking, Row
from kit.model.base import say
from kit.model.views import CardView
from kit.room import Card, Room, StepState


class Pile(msgspec.Struct):
    """The cards of one step, in the order they came, and who wrote which."""

    cards: list[str] = []
    by: dict[str, list[str]] = {}


def put(room: Room, step: StepState, card: Card) -> None:
    """Lay a card on the table of its step."""
    room.cards[card.id] = card
    room.next_card = max(room.next_card, int(card.id[1:]) + 1)
    step.data.cards.append(card.id)
    step.data.by.setdefault(card.by, []).append(card.id)


def view_card(room: Room, step: StepState, card: Card, lang: str, *, editable: bool = False) -> CardView:
    """Return a card as a screen may show it: never who wrote it, in an anonymous step nor from where."""
    names = {one.id: say(one.name, lang) for one in room.case.organisations} if card.organisation else {}
    return CardView(
        id=card.id,
        zone=card.zone,
        text=card.text,
        team=card.team,
        organisation=None
        if step.settings.anonymous or card.organisation is None
        else names.get(card.organisation, card.organisation),
        hidden=card.hidden,
        parent=card.parent,
        merged=[room.cards[name].text for name in card.merged],
        editable=editable,
        paper=card.by.startswith("paper-"),
    )


def at_table(card: Card, who: Asking) -> bool:
    """A team's own table may tidy up the cards of that team."""
    return who.actor.role == "team" and card.team is not None and card.team == who.team


def focus(room: Room, step: StepState) -> list[str]:
    """Return the texts that an earlier step chose for this one."""
    if step.settings.focus is None:
        return []
    source = room.steps[step.settings.focus]
    return [card.text for card in source.activity.outcome(room, source)]


def card_row(step: StepState, card: Card) -> Row:
    """Return a card as a row of the frame *cards*."""
    return {
        "card": card.id,
        "step": step.id,
        "phase": step.step.phase,
        "zone": card.zone,
        "text": card.text,
        "participant": card.by,
        "organisation": card.organisation,
        "team": card.team,
        "table": card.team,
        "round": None,
        "created_at": card.at,
        "parent": card.parent,
        "hidden": not card.shown,
    }
