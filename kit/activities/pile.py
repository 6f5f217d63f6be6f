"""Cards on the table: looking at them, and laying them down."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kit.activities.base import Asking, Row
from kit.activities.guards import must_be_open
from kit.activities.memo import Memo
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.views import CardView
from kit.room import Card, Room, StepState


class Pile(msgspec.Struct):
    """The cards of one step, in the order they came, and who and which team wrote which."""

    cards: list[str] = []
    by: dict[str, list[str]] = {}
    teams: dict[str, list[str]] = {}
    memo: Memo = msgspec.field(default_factory=Memo)


def of_team(room: Room, step: StepState, team: str | None) -> int:
    """Count a team's cards; what was merged counts as its originals."""
    cards = (room.cards[one] for one in step.data.teams.get(team, ()))
    return sum(not card.withdrawn and not card.merged for card in cards)


def put(room: Room, step: StepState, card: Card) -> None:
    """Lay a card on the table of its step."""
    room.cards[card.id] = card
    room.next_card = max(room.next_card, int(card.id[1:]) + 1)
    step.data.cards.append(card.id)
    step.data.by.setdefault(card.by, []).append(card.id)
    if card.team is not None:
        step.data.teams.setdefault(card.team, []).append(card.id)


def view_card(room: Room, step: StepState, card: Card, lang: str, *, editable: bool = False) -> CardView:
    """Return a card as a screen may show it: never who wrote it, in an anonymous step nor from where."""
    names = room.case.organisation_names(lang) if card.organisation else {}
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
        merged=originals(room, card),
        editable=editable,
        paper=card.by.startswith("paper-"),
        evidence=card.evidence,
        photo=card.photo,
        round=card.round,
        table=card.table,
        tags=card.tags,
    )


def where_from(room: Room, card: Card) -> str | None:
    """Return the organisation that may be told of a card elsewhere: of an anonymous step's card none."""
    return None if room.steps[card.step].settings.anonymous else card.organisation


def originals(room: Room, card: Card) -> list[str]:
    """Return the texts that lie under a merged card, without what was hidden or taken back."""
    under = (room.cards[name] for name in card.merged)
    return [one.text for one in under if not (one.hidden or one.withdrawn)]


def must_not_be_on_ballot(room: Room, cards: Iterable[str]) -> None:
    """Refuse to change the list that people are voting on."""
    if not on_ballot(room).isdisjoint(cards):
        raise RefusedError("on_ballot", N_("People are voting on these cards now. Close the vote first."))


def on_ballot(room: Room) -> set[str]:
    """Return the cards that people are voting on now."""
    voting = (step for step in room.steps.values() if step.status == "open")
    return {card for step in voting for card in step.frozen.get("cards", ())}


def at_table(card: Card, who: Asking) -> bool:
    """A table's own screen may tidy up the cards that were written at it."""
    home = card.table or card.team
    return who.actor.role == "team" and home is not None and home == who.team


def must_tidy_up(step: StepState, cards: Iterable[Card], who: Asking) -> None:
    """Refuse to merge or take apart cards for others than the trainer, and the table whose cards they are."""
    if who.actor.role == "trainer":
        return
    if not all(at_table(card, who) for card in cards):
        raise RefusedError("not_your_card", N_("This card is someone else's. You can only change your own."))
    must_be_open(step)


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
        "table": card.table or card.team,
        "round": card.round,
        "created_at": card.at,
        "parent": card.parent,
        "taken_over": card.taken_over,
        "hidden": not card.shown,
        "evidence": card.evidence,
        "photo": card.photo,
        "merged_into": card.merged_into,
    }
