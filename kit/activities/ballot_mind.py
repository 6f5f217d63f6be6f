"""How a simulated participant votes: by the taste of their organisation, with some of their own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from kit.activities.mind import INDIFFERENT, Mind

CHANGES_VOTE = 0.15
LIKES, DISLIKES = 0.3, 0.03
"""More appeal than the first and they support a card; less than the second and they are against it."""
PLACES = 5
"""Nobody puts more cards in order than this."""

Votes = dict[str, int]


def votes_of(view: dict[str, Any], mind: Mind) -> Iterator[Votes]:
    """Yield the ballot of one voter, and another one if they change their mind.

    Args:
        view: The ballot as the voter's phone shows it.
        mind: The voter's own.
    """
    votes = ballot(view, mind)
    yield votes
    if mind.rng.random() < CHANGES_VOTE:
        yield second_thoughts(votes, view, mind.rng) if view["method"] == "dots" else ballot(view, mind)


def ballot(view: dict[str, Any], mind: Mind) -> Votes:
    """Return the ballot of one voter, most liked first."""
    liked = {one["card"]: mind.appeal(one["text"], *one["merged"]) for one in view["options"]}
    return _dots(view, mind, liked) if view["method"] == "dots" else _weights(view["method"], liked)


def _weights(method: str, liked: dict[str, float]) -> Votes:
    """Return the ballot of somebody who likes the cards so much, about 0 to 1."""
    best = sorted(liked, key=lambda card: -liked[card])
    if method == "ranking":
        return {card: place for place, card in enumerate(best[:PLACES], 1)}
    if method == "score":
        return {card: max(1, min(5, round(2 + 3 * appeal))) for card, appeal in liked.items()}
    if method == "approval":
        return {card: (appeal > LIKES) - (appeal < DISLIKES) for card, appeal in liked.items()}
    return {card: 1 for card in best if liked[card] > LIKES or card == best[0]}


def _dots(view: dict[str, Any], mind: Mind, liked: dict[str, float]) -> Votes:
    """Return the dots of one voter by card, most liked first.

    People give all they may to what their own organisation brought in, and one dot to each other idea that
    they like; what is left goes to their favourites.
    """
    texts = {one["card"]: {one["text"], *one["merged"]} for one in view["options"]}
    best = sorted(liked, key=lambda card: -liked[card])
    votes: Votes = {}
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


def second_thoughts(votes: Votes, view: dict[str, Any], rng: random.Random) -> Votes:
    """Return a ballot with one dot moved from the least liked card to another, where the rules allow it."""
    cards = [one["card"] for one in view["options"]]
    source = next(reversed(votes), None)
    room = [card for card in cards if card != source and votes.get(card, 0) < view["most"]]
    if source is None or not room:
        return votes
    target = rng.choice(room)
    changed = votes | {source: votes[source] - 1, target: votes.get(target, 0) + 1}
    return {card: weight for card, weight in changed.items() if weight}
