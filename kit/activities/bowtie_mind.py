"""How a simulated participant draws: what the case's script has for the step, in the building order.

The script's fields are named after the elements. The n-th measure before belongs to the n-th cause, the n-th
measure after to the n-th consequence; a longer list begins again with the first. The n-th weak spot belongs
to the n-th measure before, and the n-th extra support to the n-th weak spot.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kit.activities.mind import Look, Mind

DRAWS = (4, 7)
"""How many elements one participant draws, at least and at most."""
OWNS = 0.8
"""How often the one who draws a measure says who owns it: the organisation that the script names."""

ON = {"prev": "threat", "recov": "consequence", "escal": "prev", "escal_barrier": "escal"}
ORDER = ("hazard", "top_event", "threat", "consequence", "prev", "recov", "escal", "escal_barrier")
DOMAINS = {
    "veiligheid": ("veilig", "politie", "handhav", "brandweer", "justitie"),
    "zorg": ("zorg", "ggz", "ggd", "wijkteam", "huisarts"),
    "sociaal": ("sociaal", "jongeren", "school", "bewoners", "werk"),
    "fysiek": ("corporatie", "beheer", "ondernemers"),
}
"""By which piece of its name a simulated participant tells the domain of an organisation."""


def draw(look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
    """Yield the commands of one participant."""
    script: dict[str, dict[str, str]] = {}
    for zone, text, organisation in mind.script:
        script.setdefault(zone, {})[text] = organisation or mind.organisation
    for _ in range(mind.rng.randint(*DRAWS)):
        view, _ = look()
        tie = next((one for one in view.get("ties", ()) if one["team"] == mind.team), None)
        able = _able(tie, view, script, mind) if tie else []
        if not able:
            return
        first = [one for one in able if one["element"] == able[0]["element"]]
        yield mind.rng.choice(first if mind.rng.random() < 0.7 else able)


def _able(
    tie: dict[str, Any], view: dict[str, Any], script: dict[str, dict[str, str]], mind: Mind
) -> list[dict[str, Any]]:
    """Return all that could be drawn now, in the building order."""
    by_text = {(one["element"], one["text"]): one["id"] for one in tie["nodes"]}
    full = {"hazard": 1, "top_event": 1, "threat": view["most_lines"], "consequence": view["most_lines"]}
    found = []
    for element in ORDER:
        texts = list(script.get(element, ()))
        if element == "top_event" and tie["topic"]:
            texts = [tie["topic"][: view["max_chars"]]]
        drawn = sum(one["element"] == element for one in tie["nodes"])
        if drawn >= full.get(element, len(texts)) or (element in ORDER[:2] and not mind.first_at_table):
            continue
        above = list(script.get(ON.get(element, ""), ()))
        for n, text in enumerate(texts):
            parent = by_text.get((ON[element], above[n % len(above)])) if above else None
            if (element, text) not in by_text and (parent or element not in ON):
                found.append({"kind": "add_node", "element": element, "text": text, "parent": parent})
    return [one | _said(one, script, mind) for one in found]


def _said(drawn: dict[str, Any], script: dict[str, dict[str, str]], mind: Mind) -> dict[str, Any]:
    """Return what a participant says of an element besides its text."""
    rng, element = mind.rng, drawn["element"]
    owner = script.get(element, {}).get(drawn["text"], mind.organisation)
    domain = next((name for name, words in DOMAINS.items() if any(word in owner for word in words)), None)
    if element in {"threat", "consequence"}:
        return {"domain": domain}
    if element not in {"prev", "recov"}:
        return {}
    status = rng.choice(("bestaat", "nieuw"))
    return {
        "organisation": owner if rng.random() < OWNS else None,
        "status": status,
        "effect": rng.choice(("goed", "matig", "zwak")) if status == "bestaat" else "onbekend",
        "prevention": rng.randint(1, 4),
        "domain": domain,
    }
