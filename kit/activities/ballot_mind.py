"""How a simulated participant votes: by the taste of their organisation, with some of their own."""

from __future__ import annotations

import random
from typing import Any

from kit.activities.mind import INDIFFERENT, Mind

CHANGES_VOTE = 0.15


def ballot(view: dict[str, Any], mind: Mind) -> dict[str, int]:
    """Return the dots of one voter by card, most liked first.

    People give all they may to what their own organisation brought in, and one dot to each other idea that
    they like; what is left goes to their favourites.

    Args:
        view: The ballot as the voter's phone shows it.
        mind: The voter's own.
    """
    liked = {one["card"]: mind.appeal(one["text"], *one["merged"]) for one in view["options"]}
    texts = {one["card"]: {one["text"], *one["merged"]} for one in view["options"]}
    best = sorted(liked, key=lambda card: -liked[card])
    votes: dict[str, int] = {}
    left: int = view["dots"]
    for card in best:
        weight = min(left, view["most"] if texts[card] & mind.own and liked[card] > INDIFFERENT else 1)
        if weight:
            votes[card] = weight
            left -= weight
    for card in best:  # more dots than cards
        more = min(left, view["most"] - votes[card]) if card in votes else 0
        votes |= {card: votes[card] + more} if more else {}
        left -= more
    return votes


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
