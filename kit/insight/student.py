"""Student's t distribution: the one piece of statistics that numpy lacks and an interval needs.

SciPy has it, and would more than double what an installation downloads for this function alone.
"""

from __future__ import annotations

import math
from functools import lru_cache

TINY = 1e-300
PRECISION = 1e-15
MOST_TERMS = 10_000
HALVINGS = 60


def cdf(t: float, df: float) -> float:
    """Return the chance that a t with ``df`` degrees of freedom is at most ``t``.

    Through the regularised incomplete beta function: for ``t > 0`` the upper tail is half of
    ``I_x(df/2, 1/2)`` at ``x = df / (df + t²)`` (Abramowitz and Stegun, 26.7.1).

    Args:
        t: Any number.
        df: Degrees of freedom, more than 0; need not be whole.

    Raises:
        ValueError: ``df`` is not more than 0.
    """
    if not df > 0:
        message = f"{df} degrees of freedom; it needs more than none"
        raise ValueError(message)
    tail = 0.5 * _beta(df / (df + t * t), df / 2, 0.5)
    return 1 - tail if t > 0 else tail


@lru_cache(maxsize=256)
def quantile(p: float, df: float) -> float:
    """Return the t below which a share ``p`` of the distribution lies: ``quantile(0.975, 11)`` is 2.201.

    Args:
        p: Between 0 and 1, without the ends.
        df: Degrees of freedom, more than 0; need not be whole.

    Raises:
        ValueError: ``p`` or ``df`` is out of bounds.
    """
    if not 0 < p < 1:
        message = f"a share of {p}; it lies between 0 and 1"
        raise ValueError(message)
    if p < 0.5:
        return -quantile(1 - p, df)
    low, high = 0.0, 1.0
    while cdf(high, df) < p:
        low, high = high, 2 * high
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if cdf(middle, df) < p else (low, middle)
    return (low + high) / 2


def _beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function ``I_x(a, b)``, 0 <= x <= 1."""
    if x in {0.0, 1.0}:
        return x
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on this side only
        return 1 - _beta(1 - x, b, a)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method."""
    c, d = 1.0, 1 / _not_nought(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _not_nought(1 + term * d)
            c = _not_nought(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < PRECISION:
            break
    return value


def _not_nought(value: float) -> float:
    return value if abs(value) > TINY else TINY
