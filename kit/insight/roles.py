"""Dealing out roles: everyone looks with the eyes of another organisation than their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def deal(number: int, roles: Sequence[str], own: str | None, shift: int = 0) -> int | None:
    """Return which role somebody gets.

    It rests on nothing but that person's number, so that nobody's role changes when others come in, leave, or
    are looked at in another order. Numbers in a row get roles in a row, which spreads them evenly. Whoever
    would get a role of their own organisation takes one further on, each time one more, so that those don't
    all end up with the same.

    Args:
        number: The person's place in the row of those who came in.
        roles: The organisation of each role.
        own: The person's own organisation.
        shift: Where in the row of roles the first person begins.

    Returns:
        The place of the role in ``roles``; None when all of them are of the person's own organisation.
    """
    others = [i for i, organisation in enumerate(roles) if organisation != own]
    if not others:
        return None
    rounds, first = divmod(number + shift, len(roles))
    if roles[first] != own:
        return first
    return others[(bisect_right(others, first) + rounds) % len(others)]
