"""Who met whom in a World Café: as counts, never as names."""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt

from kit.insight.swaps import AWAY, Ints, together


class Meetings(msgspec.Struct, frozen=True):
    """What the rounds brought about.

    Attributes:
        pairs: Share of all pairs of people that sat at one table, 0 to 1.
        others: Mean number of other organisations that a person sat with.
        again: How often two people met again, over all pairs.
        between: Pairs that sat at one table, by the organisations they come from; symmetric, shape
            (organisations, organisations). On the diagonal: pairs of colleagues.
    """

    pairs: float
    others: float
    again: int
    between: Ints


def meetings(seats: npt.ArrayLike, groups: npt.ArrayLike) -> Meetings:
    """Count who sat together.

    Args:
        seats: Tables from 0, shape (rounds, people); ``AWAY`` for who was not there. Who was never there does
            not count.
        groups: Organisation of each person, as a number from 0; shape (people,).

    Raises:
        ValueError: The shapes don't agree.
    """
    at, of = np.asarray(seats, dtype=np.int64), np.asarray(groups, dtype=np.int64)
    if at.ndim != 2 or of.shape != at.shape[1:]:
        message = f"shapes {at.shape} and {of.shape}; expected (rounds, people) and (people,)"
        raise ValueError(message)
    of = of[(at != AWAY).any(axis=0)]
    at = at[:, (at != AWAY).any(axis=0)]
    people = len(of)
    often = together(at).sum(axis=0)
    met = often > 0
    one = np.eye(int(of.max(initial=-1)) + 1, dtype=np.int64)[of]
    seen = met.astype(np.int64) @ one
    between = one.T @ seen
    between -= np.diag(np.diag(between) // 2)  # every pair of colleagues was counted from both sides
    others = (seen > 0) & ~one.astype(np.bool_)
    possible = people * (people - 1) / 2
    return Meetings(
        pairs=float(met.sum() / 2 / possible) if possible else 0.0,
        others=float(others.sum() / people) if people else 0.0,
        again=int(np.maximum(often - 1, 0).sum() // 2),
        between=between,
    )
