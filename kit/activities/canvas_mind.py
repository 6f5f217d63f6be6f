"""What simulated people write on a canvas beside the texts of their case: they build on ideas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.activities.mind import Look, Mind
from kit.insight.wording import language

BUILDS_ON = 0.6
"""How likely somebody is to build on an idea of the sheet that came in."""
FURTHER = {
    "nl": (
        "Ja, en begin klein: één avond.",
        "Ja, en laat bewoners dit zelf leiden.",
        "Ja, en vraag de school om mee te doen.",
        "Ja, en hang er een bord bij met wie je belt.",
        "Ja, en doe dit ook als het regent.",
        "Ja, en geef jongeren de sleutel.",
        "Ja, en vier na een maand wat er lukt.",
        "Ja, en vertel het vooraf aan de buren.",
        "Ja, en kies één vast gezicht.",
        "Ja, en gebruik wat er al staat.",
        "Ja, en laat ouders meekijken.",
        "Ja, en bel elkaar elke vrijdag.",
    ),
    "en": (
        "Yes, and begin small: one evening.",
        "Yes, and let residents run it themselves.",
        "Yes, and ask the school to join in.",
        "Yes, and put up a sign with whom to call.",
        "Yes, and do it when it rains, too.",
        "Yes, and give young people the key.",
        "Yes, and celebrate after a month what worked.",
        "Yes, and tell the neighbours beforehand.",
        "Yes, and choose one familiar face.",
        "Yes, and use what is there already.",
        "Yes, and let parents have a look.",
        "Yes, and call each other every Friday.",
    ),
}


def choose(look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
    """Yield the cards by which the one who writes for a table takes over what they like best.

    Args:
        look: Returns what their phone shows now.
        mind: What they are like.
    """
    view, own = look()
    if not mind.first_at_table or not view["offers"]:
        return
    taken = {card["parent"] for card in view["cards"]}
    liked = sorted(view["offers"], key=lambda one: -mind.appeal(one["text"]))
    fresh = [one for one in liked if one["id"] not in taken]
    for one in fresh[: own.get("left") or 0]:
        zone = view["zones"][0]["id"]
        yield {"kind": "add_card", "zone": zone, "text": one["text"], "parent": one["id"]}


def build_on(look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
    """Yield a card that builds on an idea of the sheet that a simulated participant has in hand, if any.

    Args:
        look: Returns what their phone shows now.
        mind: What they are like.
    """
    view, own = look()
    sheet = own.get("sheet") or {}
    if own.get("left") == 0 or not sheet.get("cards") or mind.rng.random() >= BUILDS_ON:
        return
    best = max(sheet["cards"], key=lambda card: mind.appeal(card["text"]))
    zone = view["zones"][0]
    said = {card["text"] for card in (*sheet["cards"], *own.get("cards", ()))}
    fresh = [text for text in FURTHER[language(zone["help"], "nl")] if text not in said]
    if fresh:
        yield {"kind": "add_card", "zone": zone["id"], "text": mind.rng.choice(fresh), "parent": best["id"]}
