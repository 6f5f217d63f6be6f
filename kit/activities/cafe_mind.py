"""How a simulated room goes through a world café."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.activities.cafe_rules import HARVEST, LESSONS
from kit.activities.mind import Look, Mind

OFFERS = 0.2
MOST_TAGS = 6
WORDS = {
    "urgency": ("nu", "wachten", "incident", "eerst", "vroeg", "op tijd"),
    "ownership": ("wie", "eigenaar", "samen", "vertrouwen", "afspraak", "taak"),
    "language_perspective": ("taal", "woord", "begrijp", "luister", "kijk", "bedoel"),
    "vision_direction": ("doel", "regie", "plan", "gemeente", "bestuur", "resultaat"),
}
"""By lesson some pieces of Dutch that a card about it often has."""


def offer(view: dict[str, Any], mind: Mind) -> Iterator[dict[str, Any]]:
    """Yield the offer of somebody who likes to be a host, before the first round."""
    if view["round"] == 0 and mind.rng.random() < OFFERS:
        yield {"kind": "volunteer"}


def rounds(look: Look) -> Iterator[dict[str, Any]]:
    """Yield what a trainer does: begin every round, and tag some of the harvest after the last."""
    view, _ = look()
    for _ in range(view["round"], view["rounds"]):
        yield {"kind": "next_round"}
    view, _ = look()
    kept = [card for card in view["cards"] if card["zone"] in HARVEST and not card["hidden"]]
    tagged = ((card["id"], lessons(card["text"])) for card in kept)
    for card, tags in [one for one in tagged if one[1]][:MOST_TAGS]:
        yield {"kind": "tag_card", "card": card, "tags": tags}


def lessons(text: str) -> list[str]:
    """Return the lesson that a text is about most, or none."""
    found = {name: sum(piece in text.casefold() for piece in WORDS[name]) for name in LESSONS}
    best = max(found, key=lambda name: found[name])
    return [best] if found[best] else []
