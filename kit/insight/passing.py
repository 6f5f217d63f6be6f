"""Brainwriting: who sits next to whom, whose hand a sheet is in, and what was built on what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

import pandas as pd


def circle(people: Sequence[str], organisations: Mapping[str, Hashable]) -> list[str]:
    """Return people in a circle in which neighbours come from different organisations where that can be.

    The largest organisation takes every other seat, the next ones go on from there. That leaves no two
    neighbours of one organisation when none has more than half of the people, and as few as can be
    otherwise.

    Args:
        people: Their ids; the order decides between what is otherwise equal.
        organisations: The organisation of each; who is missing is one of their own.
    """
    of = {one: organisations.get(one, (one,)) for one in people}
    size = Counter(of.values())
    first = {kind: n for n, kind in reversed(list(enumerate(of.values())))}
    ordered = sorted(people, key=lambda one: (-size[of[one]], first[of[one]]))
    seats = [*range(0, len(ordered), 2), *range(1, len(ordered), 2)]
    placed = dict(zip(seats, ordered, strict=True))
    return [placed[seat] for seat in range(len(ordered))]


def sheet_in_hand(person: int, round_: int, sheets: int) -> int:
    """Return the sheet that a person writes on: ``(person + round - 1) mod sheets``.

    Args:
        person: Their place in the circle, from 0.
        round_: The round, from 1; in the first everyone has their own.
        sheets: How many sheets there are, one for each person.
    """
    return (person + round_ - 1) % sheets


def join_in(ring: Sequence[str], newcomer: str, organisations: Mapping[str, Hashable]) -> list[str]:
    """Return a circle with one person more, where the fewest neighbours are of their organisation.

    Args:
        ring: The circle; it may be empty.
        newcomer: Who comes in.
        organisations: The organisation of each; who is missing is one of their own.
    """

    def alike(place: int) -> int:
        neighbours = {ring[place - 1], ring[place % len(ring)]}
        mine = organisations.get(newcomer)
        return sum(mine is not None and organisations.get(one) == mine for one in neighbours)

    # The last of the equal places: there nobody gets the newcomer's empty sheet earlier than need be.
    place = min(range(len(ring), 0, -1), key=alike, default=0)
    return [*ring[:place], newcomer, *ring[place:]]


def pass_on(hands: Mapping[str, str], ring: Sequence[str]) -> dict[str, str]:
    """Return who holds which sheet once every sheet went on by one place.

    With the same people in the circle all along this is :func:`sheet_in_hand`, round after round. Someone
    who came in late puts in a sheet of their own name; the sheet of someone who left is laid down.

    Args:
        hands: The sheet that each person held.
        ring: The circle as it is now.
    """
    held = [hands.get(one, one) for one in ring]
    return {one: held[(n + 1) % len(ring)] for n, one in enumerate(ring)}


def share_built_on(pairs: Iterable[tuple[str | None, str | None]]) -> float | None:
    """Return the share of ideas that build on an idea from another organisation, 0 to 1.

    Args:
        pairs: For each idea its organisation, and that of the idea it builds on (None for none).

    Returns:
        The share of all ideas whose organisation is known; None where that are none. An idea whose parent's
        organisation is not known counts as not built on another's.
    """
    known = [(own, other) for own, other in pairs if own is not None]
    return sum(other not in {None, own} for own, other in known) / len(known) if known else None


def build_on_rate(ideas: pd.DataFrame, cards: pd.DataFrame | None = None) -> float | None:
    """Return :func:`share_built_on` of rows of the frame *cards*.

    Args:
        ideas: The rows that count: ``card``, ``parent`` and ``organisation``.
        cards: Where to look for the parents, if not all are among the ideas.
    """
    everywhere = ideas if cards is None else cards
    organisation = dict(zip(everywhere["card"], _plain(everywhere["organisation"]), strict=True))
    return share_built_on(
        (own, organisation.get(parent))
        for own, parent in zip(_plain(ideas["organisation"]), _plain(ideas["parent"]), strict=True)
    )


def _plain(column: pd.Series) -> list[str | None]:
    return [None if pd.isna(one) else str(one) for one in column]
