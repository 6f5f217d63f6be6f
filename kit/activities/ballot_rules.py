"""What may stand on a ballot, by the method of the vote."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from kit.errors import RefusedError
from kit.locale import N_

Votes = dict[str, int]

LOWEST, HIGHEST = 1, 5
"""The bounds of a mark, and of what a card costs."""


def tidied(settings: Any, votes: Mapping[str, int], listed: Collection[str]) -> Votes:
    """Return a ballot as it is kept, or refuse it.

    0 is no vote, except where people say that they are for, neutral or against: neutral is an answer.
    """
    kept = {card: weight for card, weight in votes.items() if weight or settings.method == "approval"}
    if not kept.keys() <= set(listed):
        raise RefusedError("unknown_card", N_("That card is not on this ballot."))
    _MUST[settings.method](settings, kept)
    return kept


def _dots(settings: Any, votes: Votes) -> None:
    if any(weight < 0 for weight in votes.values()):
        raise RefusedError("bad_votes", N_("A card can't have fewer than 0 dots."))
    if sum(votes.values()) > settings.dots:
        raise RefusedError("too_many_votes", N_("You have {dots} dots, not more."), dots=settings.dots)
    if settings.most and any(weight > settings.most for weight in votes.values()):
        raise RefusedError("too_many_on_card", N_("Put {most} dots at most on one card."), most=settings.most)


def _approval(settings: Any, votes: Votes) -> None:
    del settings
    if not set(votes.values()) <= {-1, 0, 1}:
        raise RefusedError("bad_votes", N_("Say of each card: I support it, neutral, or I don't support it."))


def _ranking(settings: Any, votes: Votes) -> None:
    del settings
    if sorted(votes.values()) != list(range(1, len(votes) + 1)):
        raise RefusedError("bad_votes", N_("Give every place once, from 1 on. You needn't place every card."))


def _score(settings: Any, votes: Votes) -> None:
    del settings
    if not all(LOWEST <= mark <= HIGHEST for mark in votes.values()):
        raise RefusedError("bad_votes", N_("Give marks from {low} to {high}."), low=LOWEST, high=HIGHEST)


def _budget(settings: Any, votes: Votes) -> None:
    del settings
    if not set(votes.values()) <= {1}:
        raise RefusedError("bad_votes", N_("Say what you support. You can do that once for each card."))


_MUST: dict[str, Callable[[Any, Votes], None]] = {
    "dots": _dots,
    "approval": _approval,
    "ranking": _ranking,
    "score": _score,
    "budget": _budget,
}


def cost_in_bounds(cost: int | None) -> int | None:
    """Return what a card may cost, or refuse it."""
    if cost is not None and not LOWEST <= cost <= HIGHEST:
        raise RefusedError("bad_cost", N_("A card costs {low} to {high} points."), low=LOWEST, high=HIGHEST)
    return cost


def rounded(cost: float) -> int:
    """Return a cost in whole points, as the grid that it comes from shows it: halves go up."""
    return max(LOWEST, min(HIGHEST, int(cost + 0.5)))
