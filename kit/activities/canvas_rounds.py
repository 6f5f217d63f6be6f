"""Rounds of a canvas, and sheets that move on from person to person with each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from kit.activities.base import Asking
from kit.activities.guards import must_be_open, must_be_trainer
from kit.activities.pile import Pile
from kit.errors import RefusedError
from kit.insight.passing import circle, join_in, pass_on, share_built_on
from kit.locale import N_
from kit.model.rounds import RoundBegun
from kit.room import Card, Room, StepState


class Plan(msgspec.Struct):
    """Who sits in which circle, and whose hand each sheet is in; a sheet is named after who began it.

    Attributes:
        circles: The people of each team, neighbours beside each other.
        hands: The sheet of each person.
    """

    circles: dict[str, list[str]] = {}
    hands: dict[str, str] = {}


class Sheets(Pile):
    """The cards of a canvas, with the round it is in and what was written on which sheet."""

    round: int = 1
    plan: Plan | None = None
    on: dict[str, list[str]] = {}


def plan_of(step: StepState) -> Plan:
    """Return who holds what now: as the last round fixed it, or the opening of the step."""
    if step.data.plan is not None:
        return step.data.plan  # type: ignore[no-any-return]
    return msgspec.convert(step.frozen or {}, Plan)


def _placed(step: StepState) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return circles and hands as they lie there: asked for every phone, so nothing is made of them."""
    plan = step.data.plan
    if plan is not None:
        return plan.circles, plan.hands
    return step.frozen.get("circles", {}), step.frozen.get("hands", {})


def sit_down(room: Room, before: Plan) -> dict[str, list[str]]:
    """Return the circles of all teams now: who stayed keeps their place, who came in gets one."""
    organisations = {one.id: one.organisation for one in room.people.values()}
    tables: dict[str, list[str]] = {}
    for one in room.people.values():
        if one.organisation is not None:
            tables.setdefault(one.team or "", []).append(one.id)
    return {
        team: _ring(people, before.circles.get(team, []), organisations) for team, people in tables.items()
    }


def _ring(people: list[str], before: list[str], organisations: dict[str, Any]) -> list[str]:
    ring = [one for one in before if one in people]
    if not ring:
        return circle(people, organisations)
    for one in people:
        if one not in ring:
            ring = join_in(ring, one, organisations)
    return ring


def first_plan(room: Room, step: StepState) -> dict[str, Any]:
    """Return the plan of the first round; a step that is opened again goes on where it was."""
    if step.data.plan is not None or "hands" in step.frozen:
        return msgspec.to_builtins(plan_of(step))  # type: ignore[no-any-return]
    circles = sit_down(room, Plan())
    return {"circles": circles, "hands": {one: one for ring in circles.values() for one in ring}}


def next_round(room: Room, step: StepState, who: Asking) -> RoundBegun:
    """Begin the next round, or refuse."""
    must_be_trainer(who)
    must_be_open(step)
    if step.settings.rounds < 2:
        raise RefusedError("no_rounds", N_("This step has no rounds."))
    if step.data.round >= step.settings.rounds:
        raise RefusedError("last_round", N_("This was the last round. Close the step."))
    plan: dict[str, Any] = {}
    if step.settings.pass_on:
        before = plan_of(step)
        circles = sit_down(room, before)
        hands = {
            one: sheet for ring in circles.values() for one, sheet in pass_on(before.hands, ring).items()
        }
        plan = {"circles": circles, "hands": hands}
    return RoundBegun(step.id, step.data.round + 1, plan)


def back(step: StepState) -> RoundBegun:
    """Return the event that takes the room back to the round that it is in now."""
    plan = msgspec.to_builtins(step.data.plan) if step.data.plan is not None else {}
    return RoundBegun(step.id, step.data.round, plan)


def fold_round(step: StepState, event: RoundBegun) -> None:
    """Fold the beginning of a round."""
    step.data.round = event.round
    step.data.plan = msgspec.convert(event.plan, Plan) if event.plan else None


def lay_on_sheet(step: StepState, card: str, by: str) -> None:
    """Keep on which sheet a card was written: the one that its writer has in hand."""
    _, hands = _placed(step)
    step.data.on.setdefault(hands.get(by, by), []).append(card)


def in_hand(step: StepState, name: str) -> tuple[str, int, int]:
    """Return the sheet that somebody has in hand, its number at their table, and how many there are."""
    circles, hands = _placed(step)
    sheet = hands.get(name, name)
    ring = next((one for one in circles.values() if name in one), [])
    return sheet, ring.index(sheet) + 1 if sheet in ring else 0, len(ring)


def in_this_round(room: Room, step: StepState, names: Iterable[str]) -> int:
    """Count the cards of this round among some."""
    cards = (room.cards[one] for one in names)
    return sum(card.round == step.data.round and not card.withdrawn and not card.merged for card in cards)


def built_on(room: Room, cards: Iterable[Card]) -> float | None:
    """Return the share of ideas that build on another organisation's; None where none builds on any."""
    ideas = [card for card in cards if not (card.merged or card.taken_over)]
    if not any(card.parent in room.cards for card in ideas):
        return None
    parents = (room.cards.get(card.parent or "") for card in ideas)
    return share_built_on(
        (card.organisation, parent.organisation if parent else None)
        for card, parent in zip(ideas, parents, strict=True)
    )
