"""A journey: how somebody feels from moment to moment, and where they pass from hand to hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence


def number(text: str, low: int, high: int) -> int | None:
    """Return the number that a text begins with, or None when there is none on the scale.

    Args:
        text: Such as ``"-1 niemand belt terug"`` or ``"+2"``.
        low: The lowest number of the scale.
        high: The highest.
    """
    found = re.match(r"\s*([-−–+]?)\s?(\d+)(?!\d)", text)
    if found is None:
        return None
    value = int(found[2]) * (-1 if found[1] in {"-", "−", "–"} else 1)
    return value if low <= value <= high else None


def feelings(moments: Sequence[Sequence[float]]) -> list[float | None]:
    """Return the mean feeling of each moment; None where nobody gave a number."""
    return [sum(one) / len(one) if one else None for one in moments]


def dip(means: Sequence[float | None]) -> int | None:
    """Return the place of the deepest dip, the first of equals; None where none is worse than another."""
    known = [one for one in means if one is not None]
    if not known or min(known) == max(known):
        return None
    return list(means).index(min(known))


def handovers(contacts: Sequence[Collection[str]]) -> list[int]:
    """Return the moments at which somebody deals with other organisations than before.

    Args:
        contacts: The organisations that each moment names. A moment that names none changes nothing.
    """
    found = []
    before: set[str] = set()
    for n, now in enumerate(map(set, contacts)):
        if now and before and now.isdisjoint(before):
            found.append(n)
        before = now or before
    return found
