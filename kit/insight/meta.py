"""The mean over several workshops, as a random-effects meta-analysis: each workshop has a change of its own.

Workshops differ in people, case and trainer, so what is sought is not one true change but the mean of many,
and how far the next workshop may lie from it.
"""

from __future__ import annotations

import math
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from kit.insight.scale import Floats
from kit.insight.student import quantile

MANY = 3
"""From so many workshops on a mean is told: of two it hangs on either, and its interval says nothing."""
PRECISE, MOST_STEPS = 1e-12, 200

Told = Literal["nothing", "one", "two", "mean"]


class Pooled(msgspec.Struct, frozen=True):
    """The mean of the effects of ``k`` studies, with intervals of 95 %; NaN for what so few can't tell.

    Attributes:
        k: Studies.
        mean: Weighted by ``1 / (variance + tau2)``.
        se: Standard error of ``mean`` (Hartung, Knapp, Sidik and Jonkman).
        low: Lower end of the interval around ``mean``, on ``k - 1`` degrees of freedom; NaN for one study.
        high: Upper end.
        next_low: Lower end of where the true effect of another such study is expected (prediction interval);
            NaN for fewer than :data:`MANY`.
        next_high: Upper end.
        tau2: Variance of the true effects between studies.
        q: Cochran's Q: the squared distances to the mean, in variances. About ``k - 1`` by chance alone.
        i2: The share of the variation that is more than chance (Higgins and Thompson), 0 to 1.
        weights: Of each study in ``mean``, in the order given; together 1.
    """

    k: int
    mean: float
    se: float
    low: float
    high: float
    next_low: float
    next_high: float
    tau2: float
    q: float
    i2: float
    weights: tuple[float, ...]


def told(k: int) -> Told:
    """Return what may be told of so many studies: nothing, that one, the two beside each other, or a mean."""
    if k < MANY:
        return ("nothing", "one", "two")[k]
    return "mean"


def pooled(effects: npt.ArrayLike, variances: npt.ArrayLike, *, tau2: float | None = None) -> Pooled:
    """Return the mean of several effects in a random-effects model.

    With weights ``w = 1 / (v + tau2)`` the mean is ``sum(w y) / sum(w)``. Its standard error is that of
    Hartung and Knapp (2001), 10.1002/sim.791, and Sidik and Jonkman (2002), 10.1002/sim.1262:
    ``sqrt(q / sum(w))`` with ``q = sum(w (y - mean)²) / (k - 1)``, on Student's t with ``k - 1`` degrees of
    freedom. Where ``q`` is below 1 it is taken as 1, or a few studies that happen to agree would seem surer
    than their own intervals: Röver, Knapp and Friede (2015), 10.1186/s12874-015-0091-1. ``tau2`` is Paule and
    Mandel's (:func:`paule_mandel`). Another study is expected within
    ``mean ± t_(k-2) sqrt(tau2 + se²)``: Higgins, Thompson and Spiegelhalter (2009),
    10.1111/j.1467-985X.2008.00552.x, with this ``se`` as in Partlett and Riley (2017), 10.1002/sim.7140.

    Limits: with fewer than ten studies ``tau2``, ``i2`` and the expected range are rough, and the variances,
    which are estimates too, are taken as known. Who holds several workshops with the same people has fewer
    studies than this counts.

    Args:
        effects: One number per study.
        variances: The squared standard error of each, above 0.
        tau2: The variance between studies where it is known from elsewhere; None to estimate it.

    Raises:
        ValueError: The two differ in shape, a number is missing, or a variance is not above 0.
    """
    y, v = _checked(effects, variances)
    k, not_known = len(y), math.nan
    if not k:
        return Pooled(0, *(not_known,) * 9, weights=())
    between = paule_mandel(y, v) if tau2 is None else tau2
    weights = 1 / (v + between)
    mean, spread = _spread(y, v, between)
    q = _spread(y, v, 0.0)[1]
    se = i2 = not_known
    if k > 1:
        se = math.sqrt(max(1.0, spread / (k - 1)) / float(weights.sum()))
        i2 = max(0.0, (q - (k - 1)) / q) if q else 0.0
    here, ahead = _around(mean, se, k - 1), _around(mean, math.sqrt(between + se * se), k - 2)
    shares = tuple((weights / weights.sum()).tolist())
    return Pooled(k, mean, se, *here, *ahead, between, q, i2, shares)


def paule_mandel(effects: npt.ArrayLike, variances: npt.ArrayLike) -> float:
    """Return the variance between studies at which their squared distances are what chance makes of them.

    The ``tau2`` for which ``sum((y - mean)² / (v + tau2)) = k - 1``; 0 where the distances are smaller even
    without it. That sum falls as ``tau2`` grows, so there is one solution, sought by halving. Source: Paule
    and Mandel (1982), 10.6028/jres.087.022; recommended by Veroniki and others (2016), 10.1002/jrsm.1164.

    Args:
        effects: One number per study.
        variances: The squared standard error of each, above 0.

    Raises:
        ValueError: As :func:`pooled`.
    """
    y, v = _checked(effects, variances)
    df = len(y) - 1
    if df < 1 or _spread(y, v, 0.0)[1] <= df:
        return 0.0
    low, high = 0.0, float(np.var(y, ddof=1)) or 1.0
    while _spread(y, v, high)[1] > df:
        low, high = high, 2 * high
    for _ in range(MOST_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _spread(y, v, middle)[1] > df else (low, middle)
        if high - low <= PRECISE * high:
            break
    return (low + high) / 2


def _checked(effects: npt.ArrayLike, variances: npt.ArrayLike) -> tuple[Floats, Floats]:
    y, v = (np.asarray(given, dtype=np.float64) for given in (effects, variances))
    if y.ndim != 1 or y.shape != v.shape:
        message = f"shapes {y.shape} and {v.shape}; expected one variance for each effect"
        raise ValueError(message)
    if not (np.isfinite(y).all() and np.isfinite(v).all() and (v > 0).all()):
        message = "an effect is missing, or a variance is not above 0; leave such a study out"
        raise ValueError(message)
    return y, v


def _around(mean: float, se: float, df: int) -> tuple[float, float]:
    """Return the interval of 95 % around a mean; NaN without a degree of freedom."""
    half = quantile(0.975, df) * se if df > 0 else math.nan
    return mean - half, mean + half


def _spread(y: Floats, v: Floats, tau2: float) -> tuple[float, float]:
    """Return the weighted mean, and the sum of the squared distances to it in variances."""
    weights = 1 / (v + tau2)
    mean = float((weights * y).sum() / weights.sum())
    return mean, float((weights * (y - mean) ** 2).sum())
