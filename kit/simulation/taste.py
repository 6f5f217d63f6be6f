"""How a simulated participant votes: by the taste of their organisation, with some of their own."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

OWN_MIND = 0.12
"""How much people of one organisation differ, where 1 is between their best and their worst liked text."""
INDIFFERENT = 0.15
"""How much a text that nobody has a taste for can please at most."""


def ballot(view: dict[str, Any], taste: Sequence[str], own: set[str], rng: random.Random) -> dict[str, int]:
    """Return the dots of one voter by card, most liked first.

    People give all they may to what their own organisation brought in, and one dot to each other idea that
    they like; what is left goes to their favourites.

    Args:
        view: The ballot as the voter's phone shows it.
        taste: What the voter's organisation likes, the strongest preference first.
        own: The texts that come from the voter's organisation.
        rng: The voter's own mind.
    """
    liked = {one["card"]: _appeal(one, taste, rng) for one in view["options"]}
    texts = {one["card"]: {one["text"], *one["merged"]} for one in view["options"]}
    best = sorted(liked, key=lambda card: -liked[card])
    votes: dict[str, int] = {}
    left: int = view["dots"]
    for card in best:
        weight = min(left, view["most"] if texts[card] & own and liked[card] > INDIFFERENT else 1)
        if weight:
            votes[card] = weight
            left -= weight
    for card in best:  # more dots than cards
        more = min(left, view["most"] - votes[card]) if card in votes else 0
        votes |= {card: votes[card] + more} if more else {}
        left -= more
    return votes


def _appeal(option: dict[str, Any], taste: Sequence[str], rng: random.Random) -> float:
    text = " ".join([option["text"], *option["merged"]]).casefold()
    places = [n for n, piece in enumerate(taste) if piece.casefold() in text]
    if not places:
        return rng.uniform(0, INDIFFERENT)
    return 1 - min(places) / len(taste) + rng.gauss(0, OWN_MIND)


def second_thoughts(votes: dict[str, int], view: dict[str, Any], rng: random.Random) -> dict[str, int]:
    """Return a ballot with one dot moved from the least liked card to another, where the rules allow it."""
    cards = [one["card"] for one in view["options"]]
    source = next(reversed(votes), None)
    room = [card for card in cards if card != source and votes.get(card, 0) < view["most"]]
    if source is None or not room:
        return votes
    target = rng.choice(room)
    changed = votes | {source: votes[source] - 1, target: votes.get(target, 0) + 1}
    return {card: weight for card, weight in changed.items() if weight}
