"""A scale of items: the score of each person, and what may be said of the items in a small group."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

ANSWERED = 0.75
"""The share of a scale that someone must have answered to get a score: 6 of 8, 3 of 4."""
AGREES = 4.0
"""From this answer on somebody agrees, on a scale of 1 to 5."""
SAME = 1e-9
"""What differs less than this is the same: a mean of answers is not exact in binary."""


def least(items: int) -> int:
    """Return how many of so many items somebody must answer to get a score: three quarters, rounded up."""
    return math.ceil(ANSWERED * items)


def scores(answers: npt.ArrayLike) -> Floats:
    """Return the mean answer of each person; NaN for who answered fewer than :func:`least` items.

    Args:
        answers: Shape (people, items), NaN for what was not answered or not known.

    Raises:
        ValueError: Another shape.
    """
    given = np.asarray(answers, dtype=np.float64)
    if given.ndim != 2:
        message = f"shape {given.shape}; expected (people, items)"
        raise ValueError(message)
    known = ~np.isnan(given)
    count = known.sum(axis=1)
    enough = (count >= least(given.shape[1])) & (count > 0)
    total = np.where(known, given, 0).sum(axis=1)
    score: Floats = np.divide(total, count, out=np.full(len(given), np.nan), where=enough)
    return score


def agreeing(answers: npt.ArrayLike, from_: float = AGREES) -> float:
    """Return the share of the known answers that agree (4 or 5), 0 to 1; NaN where there are none."""
    given = np.asarray(answers, dtype=np.float64)
    known = given[~np.isnan(given)]
    return mean((known >= from_).astype(np.float64))


def togetherness(answers: npt.ArrayLike) -> float:
    """Return the mean correlation between the items of a scale, over who answered them all; NaN if unknown.

    What may be said of a scale's coherence in a small group; Cronbach's alpha may not.

    Args:
        answers: Shape (people, items), NaN for what was not answered.
    """
    given = np.asarray(answers, dtype=np.float64)
    whole = given[~np.isnan(given).any(axis=1)]
    found = [
        correlation(whole[:, i], whole[:, j])
        for i in range(whole.shape[1])
        for j in range(i)
        if len(whole) > 2 and sd(whole[:, i]) > 0 and sd(whole[:, j]) > 0
    ]
    return float(np.mean(found)) if found else math.nan


def mean(values: Floats) -> float:
    """Return the mean; NaN of nothing."""
    return float(values.mean()) if len(values) else math.nan


def sd(values: Floats) -> float:
    """Return the standard deviation of a sample; NaN of fewer than two."""
    return float(values.std(ddof=1)) if len(values) > 1 else math.nan


def correlation(one: Floats, two: Floats) -> float:
    """Return Pearson's r; 0 where one of the two doesn't vary, because then it tells nothing."""
    if sd(one) <= SAME or sd(two) <= SAME:
        return 0.0
    return float(np.corrcoef(one, two)[0, 1])
