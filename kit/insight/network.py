"""Who can reach whom: ties between organisations, from what their people say about the others."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

STRONG = 0.5
"""A line between two organisations is confirmed when this share of both sides says yes."""


class Ties(msgspec.Struct, frozen=True):
    """Ties between organisations; what may not be shown is NaN.

    Attributes:
        share: ``share[g, h]``: which part of the people of g says yes about h, 0 to 1; the diagonal is NaN.
        line: The lower of ``share[g, h]`` and ``share[h, g]``: what both sides confirm.
        density: Mean of the known shares, 0 to 1; NaN where none is known.
    """

    share: Floats
    line: Floats
    density: float


def ties(yes: npt.ArrayLike, own: npt.ArrayLike, smallest: int) -> Ties:
    """Return the ties that people of each organisation report with every other one.

    A share of one or two people is those people's answer, so it is left out. So is it from the density:
    taken from the total, the known shares would give it away.

    Args:
        yes: Shape (people, organisations): 1 for yes, 0 for no, NaN for not answered.
        own: Shape (people,): the index of each person's own organisation.
        smallest: Answers from this many people at least make a share.

    Raises:
        ValueError: The shapes don't agree.
    """
    said, home = np.asarray(yes, dtype=np.float64), np.asarray(own, dtype=np.int64)
    if said.ndim != 2 or home.shape != said.shape[:1]:
        message = f"shapes {said.shape} and {home.shape}; expected (people, organisations) and (people,)"
        raise ValueError(message)
    size = said.shape[1]
    share = np.full((size, size), np.nan)
    for g in range(size):
        mine = said[home == g]
        answered = (~np.isnan(mine)).sum(axis=0)
        total = np.nansum(mine, axis=0)
        np.divide(total, answered, out=share[g], where=answered >= smallest)
    np.fill_diagonal(share, np.nan)
    known = share[~np.isnan(share)]
    return Ties(share, np.minimum(share, share.T), float(known.mean()) if len(known) else np.nan)


def reach(said: Sequence[float | None]) -> float:
    """Return the share of yes in what one person says of the other organisations; NaN where all is unknown.

    Args:
        said: More than 0 for yes, 0 for no, None for not known, which counts as no.
    """
    if all(one is None for one in said):
        return math.nan
    return sum(bool(one) for one in said) / len(said)


def new_lines(before: Ties, after: Ties) -> list[tuple[int, int]]:
    """Return the pairs of organisations with a confirmed line after that was none before, both known."""
    found = (before.line < STRONG) & (after.line >= STRONG)
    return [(int(g), int(h)) for g, h in zip(*np.nonzero(np.triu(found)), strict=True)]


def missing_lines(now: Ties) -> list[tuple[int, int]]:
    """Return the pairs of organisations that, on one side at least, nobody can reach."""
    return [(int(g), int(h)) for g, h in zip(*np.nonzero(np.triu(now.line == 0)), strict=True)]
