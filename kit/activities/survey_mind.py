"""How a simulated participant answers a survey: as people do on one day, better after than before."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from kit.activities.mind import Look, Mind

DOES_NOT_KNOW = 0.06
SKIPS_ALL = 0.05
LOST_CODE = 0.1
"""How likely it is that somebody can't find their code any more."""
START, SPREAD_OF_PEOPLE, SPREAD_OF_ITEMS, SPREAD_OF_MOMENT = 3.1, 0.45, 0.3, 0.55
GAIN = {"before": 0.0, "after": 0.45, "followup": 0.25}
KNOWS_SOMEONE = {"before": 0.3, "after": 0.55, "followup": 0.5}


def goes(look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
    """Yield the commands of one participant: their code where one is asked for, then answers in two goes."""
    view, own = look()
    if own.get("answers"):
        return
    if view["code"] == "asked" and mind.code and not own.get("recognised") and mind.rng.random() > LOST_CODE:
        yield {"kind": "use_code", "code": mind.code}
    answers = answers_of(view, mind)
    half = len(answers) // 2
    for part in (list(answers)[:half], list(answers)[half:]):
        if part:
            yield {"kind": "answer", "answers": {one: answers[one] for one in part}}


def answers_of(view: dict[str, Any], mind: Mind) -> dict[str, float | None]:
    """Return the answers of one participant, by item; some don't know, and a few leave it all open.

    Args:
        view: The questions as their phone shows them.
        mind: The participant's own; who they are stays the same from moment to moment.
    """
    person = random.Random(f"{mind.number}/{mind.organisation}")  # noqa: S311 - no secret
    leaning = person.gauss(START, SPREAD_OF_PEOPLE)
    liking = {one["id"]: person.gauss(0, SPREAD_OF_ITEMS) for one in view["items"]}
    contacts = {one["id"]: person.random() for one in view["about"] if one["id"] != mind.organisation}
    if person.random() < SKIPS_ALL:
        return {}
    answers: dict[str, float | None] = {}
    for item in view["items"]:
        values = [one["value"] for one in view["choices"][item["choices"]]]
        if item["each"]:
            answers |= {
                f"{item['id']}:{one}": _contact(luck, values, view["moment"], mind.rng)
                for one, luck in contacts.items()
            }
        elif mind.rng.random() < DOES_NOT_KNOW:
            answers[item["id"]] = None
        else:
            felt = leaning + liking[item["id"]] + GAIN[view["moment"]] + mind.rng.gauss(0, SPREAD_OF_MOMENT)
            place = (felt - 1) / 4 * (len(values) - 1)
            answers[item["id"]] = values[min(len(values) - 1, max(0, round(place)))]
    return answers


def _contact(luck: float, values: list[float], moment: str, rng: random.Random) -> float | None:
    """Return how well somebody knows people of one organisation: who did before, does after."""
    if rng.random() < DOES_NOT_KNOW:
        return None
    chance = KNOWS_SOMEONE[moment]
    return values[0] if luck > chance else values[-1] if luck < chance / 2 else values[len(values) // 2]
