"""How a simulated participant places cards: what all think, what their organisation does, and their own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from kit.activities.mind import Mind
from kit.insight.grid import CLASSES

SKIPS = 0.05
"""How often somebody leaves a card out."""
ORGANISATION = 0.24
"""How far organisations differ about a card, where 1 is the whole scale."""
OWN = 0.07
AFTER_TALK = 0.35
"""What is left of the difference between organisations once they talked."""


def placings(view: dict[str, Any], own: dict[str, Any], mind: Mind) -> Iterator[dict[str, Any]]:
    """Yield the commands with which somebody places the cards, in a later round only those to look at again.

    Args:
        view: The grid as their phone shows it.
        own: What they placed so far.
        mind: What they are like.
    """
    cards = {one["card"]: one for one in view["cards"]}
    for card in own.get("order", ()):
        asked = not view["again"] or card in view["again"]
        before = own["placed"].get(card, {"round": 0})
        if asked and before["round"] < view["round"] and mind.rng.random() > SKIPS:
            yield place(view, cards[card], mind)


def place(view: dict[str, Any], card: dict[str, Any], mind: Mind) -> dict[str, Any]:
    """Return the command with which somebody places a card.

    Args:
        view: The grid as their phone shows it.
        card: One of its ``cards``.
        mind: What they are like.
    """
    text = " ".join([card["text"], *card["merged"]])
    command: dict[str, Any] = {"kind": "place_card", "card": card["card"]}
    scores: dict[str, str] = {}
    for name in ("x", "y"):
        axis = view[name]
        for criterion in axis["criteria"]:
            # Most of what can happen does not touch everything.
            much = _much(f"{name}/{criterion['id']}", text, mind, view["round"]) * 1.5 - 0.5
            scores[criterion["id"]] = CLASSES[_step(much, len(CLASSES))]
        if not axis["criteria"]:
            points = axis["points"]
            command[name] = points[_step(_much(name, text, mind, view["round"]), len(points))]["value"]
    return command | ({"scores": scores} if scores else {})


def _much(what: str, text: str, mind: Mind, round_: int) -> float:
    """Return how much somebody thinks something is, about 0 to 1."""
    common = random.Random(f"{what}/{text}").uniform(0.1, 0.9)  # noqa: S311 - no secret
    theirs = random.Random(f"{what}/{text}/{mind.organisation}").gauss(0, ORGANISATION)  # noqa: S311
    taste = (mind.appeal(text) - 0.3) * 0.25 if what == "x" else 0
    return common + (theirs + taste) * (AFTER_TALK if round_ > 1 else 1) + mind.rng.gauss(0, OWN)


def _step(much: float, steps: int) -> int:
    return min(steps - 1, max(0, int(much * steps)))
