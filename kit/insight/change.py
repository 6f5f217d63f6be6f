"""Change between two moments, as it may be told to a room of 5 to 40 people: no p-values, no proof."""

from __future__ import annotations

import math
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from kit.insight import scale
from kit.insight.small import PAIRS
from kit.insight.student import quantile

ENOUGH = 10
"""Pairs from which also means and intervals are shown; of fewer than :data:`PAIRS` there is nothing."""
RESAMPLES = 10_000
MOST_DRAWN = 2_000_000
"""Persons that a bootstrap draws in all: of 200 people and more fewer resamples will do, and a hall waits."""

Shown = Literal["nothing", "counts", "numbers"]
Verdict = Literal["higher", "lower", "unclear"]


class Change(msgspec.Struct, frozen=True):
    """Paired change. Intervals are of 95 %, effect sizes NaN where nobody differs from another.

    Attributes:
        n: Pairs; the other numbers are over these alone, and NaN where ``n`` is too small for them.
        before: Mean before.
        after: Mean after.
        mean: Mean of ``after - before``.
        sd: Standard deviation of the differences.
        low: Lower end of the interval around ``mean``, by Student's t.
        high: Upper end.
        boot: The same interval by a percentile bootstrap over persons.
        median: Median of the differences.
        up: People whose score rose; ``same`` and ``down`` likewise.
        d_z: Mean change in standard deviations of the differences. Inflated where both moments correlate.
        d_av: Mean change in standard deviations of the scores, the mean of before and after.
        g_av: ``d_av`` with Hedges' correction for small groups.
        g_boot: Interval around ``g_av``, by the same bootstrap.
    """

    n: int
    before: float
    after: float
    mean: float
    sd: float
    low: float
    high: float
    boot: tuple[float, float]
    median: float
    up: int
    same: int
    down: int
    d_z: float
    d_av: float
    g_av: float
    g_boot: tuple[float, float]


class Difference(msgspec.Struct, frozen=True):
    """Difference between two groups, with its 95 % interval.

    Attributes:
        mean: Mean of the second minus mean of the first.
        t: ``mean`` in standard errors.
        df: Degrees of freedom.
        low: Lower end of the interval.
        high: Upper end.
    """

    mean: float
    t: float
    df: float
    low: float
    high: float


def shown(pairs: int) -> Shown:
    """Return what may be shown of so many pairs: nothing, counts and a median, or numbers with intervals."""
    if pairs < PAIRS:
        return "nothing"
    return "counts" if pairs < ENOUGH else "numbers"


def verdict(low: float, high: float) -> Verdict:
    """Return what an interval says in a word; one that holds 0, or is not known, says nothing clear."""
    if low > 0:
        return "higher"
    return "lower" if high < 0 else "unclear"


def change(
    before: npt.ArrayLike, after: npt.ArrayLike, *, resamples: int = RESAMPLES, seed: int = 0
) -> Change:
    """Return the change of people who were asked twice.

    ``d_av`` and ``J = 1 - 3 / (4 (n - 1) - 1)`` are those of Lakens (2013), 10.3389/fpsyg.2013.00863.

    Args:
        before: One score per person; NaN where there is none.
        after: The same people in the same order. Who lacks a score in one of the two is left out.
        resamples: Of the bootstrap, within :data:`MOST_DRAWN`; 0 leaves it out.
        seed: Of the resamples, so that the same answers always give the same interval.

    Raises:
        ValueError: The two are not of one length.
    """
    first, second = _pairs(before, after)
    n, moved = len(first), second - first
    mean, sd = scale.mean(moved), scale.sd(moved)
    low, high = _interval(mean, sd / math.sqrt(max(1, n)), n - 1)
    boot, g_boot = _bootstrap(first, second, resamples, seed)
    d_av = _over(mean, (scale.sd(first) + scale.sd(second)) / 2)
    return Change(
        n=n,
        before=scale.mean(first),
        after=scale.mean(second),
        mean=mean,
        sd=sd,
        low=low,
        high=high,
        boot=boot,
        median=float(np.median(moved)) if n else math.nan,
        up=int((moved > scale.SAME).sum()),
        same=int((abs(moved) <= scale.SAME).sum()),
        down=int((moved < -scale.SAME).sum()),
        d_z=_over(mean, sd),
        d_av=d_av,
        g_av=d_av * _hedges(n),
        g_boot=g_boot,
    )


def overlap(before: npt.ArrayLike, after: npt.ArrayLike) -> Difference:
    """Return the difference between two moments of which only some people answered both.

    The partially overlapping samples t-test with equal variances: Derrick, Russ, Toher and White (2017),
    doi 10.22237/jmasm/1493597280. With ``r`` the correlation of the pairs, ``n_c`` of them, and ``n_a`` and
    ``n_b`` people with one score only, the variance is
    ``S_p² (1/n_1 + 1/n_2 - 2 r n_c / (n_1 n_2))`` on
    ``(n_c - 1) + (n_a + n_b) (n_a + n_b + n_c - 1) / (n_a + n_b + 2 n_c)`` degrees of freedom.

    Args:
        before: One score per person; NaN where there is none.
        after: The same people in the same order.

    Raises:
        ValueError: The two are not of one length, or fewer than two people have both scores.
    """
    one, two = _alike(before, after)
    first, second = one[~np.isnan(one)], two[~np.isnan(two)]
    pairs = _pairs(one, two)
    both = len(pairs[0])
    if both < 2:
        message = f"{both} people with both scores; it needs 2, or else use welch()"
        raise ValueError(message)
    n1, n2 = len(first), len(second)
    alone = n1 + n2 - 2 * both
    pooled = ((n1 - 1) * scale.sd(first) ** 2 + (n2 - 1) * scale.sd(second) ** 2) / (n1 + n2 - 2)
    together = 2 * scale.correlation(*pairs) * both / (n1 * n2)
    error = math.sqrt(max(0.0, pooled * (1 / n1 + 1 / n2 - together)))
    df = (both - 1) + alone * (alone + both - 1) / (alone + 2 * both)
    return _difference(scale.mean(second) - scale.mean(first), error, df)


def welch(before: npt.ArrayLike, after: npt.ArrayLike) -> Difference:
    """Return the difference between two groups of which nobody knows who is who: far weaker than pairs.

    Args:
        before: Scores of some people; NaN is left out.
        after: Scores of others, or of the same in an unknown order.

    Raises:
        ValueError: A group of fewer than two.
    """
    one, two = (np.asarray(given, dtype=np.float64) for given in (before, after))
    one, two = one[~np.isnan(one)], two[~np.isnan(two)]
    if min(len(one), len(two)) < 2:
        message = f"groups of {len(one)} and {len(two)}; each needs 2"
        raise ValueError(message)
    a, b = scale.sd(one) ** 2 / len(one), scale.sd(two) ** 2 / len(two)
    df = (a + b) ** 2 / (a * a / (len(one) - 1) + b * b / (len(two) - 1)) if a + b else math.inf
    return _difference(scale.mean(two) - scale.mean(one), math.sqrt(a + b), df)


def _alike(before: npt.ArrayLike, after: npt.ArrayLike) -> tuple[scale.Floats, scale.Floats]:
    one, two = (np.asarray(given, dtype=np.float64) for given in (before, after))
    if one.ndim != 1 or one.shape != two.shape:
        message = f"shapes {one.shape} and {two.shape}; expected the same people twice"
        raise ValueError(message)
    return one, two


def _pairs(before: npt.ArrayLike, after: npt.ArrayLike) -> tuple[scale.Floats, scale.Floats]:
    one, two = _alike(before, after)
    known = ~(np.isnan(one) | np.isnan(two))
    return one[known], two[known]


def _bootstrap(
    before: scale.Floats, after: scale.Floats, resamples: int, seed: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return intervals for the mean change and for its effect size, resampling persons with their pair."""
    n = len(before)
    if n < 2 or not resamples:
        return (math.nan, math.nan), (math.nan, math.nan)
    resamples = min(resamples, max(200, MOST_DRAWN // n))
    who = np.random.default_rng(seed).integers(0, n, size=(resamples, n))
    first, second = before[who], after[who]
    mean = (second - first).mean(axis=1)
    spread = (first.std(axis=1, ddof=1) + second.std(axis=1, ddof=1)) / 2
    effect = mean[spread > scale.SAME] / spread[spread > scale.SAME] * _hedges(n)
    return _middle(mean), _middle(effect)


def _middle(values: scale.Floats) -> tuple[float, float]:
    if not len(values):
        return math.nan, math.nan
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def _difference(mean: float, error: float, df: float) -> Difference:
    return Difference(mean, _over(mean, error), df, *_interval(mean, error, df))


def _interval(mean: float, error: float, df: float) -> tuple[float, float]:
    if df < 1:
        return math.nan, math.nan
    half = quantile(0.975, min(df, 1e9)) * error
    return mean - half, mean + half


def _hedges(n: int) -> float:
    return 1 - 3 / (4 * (n - 1) - 1) if n > 1 else math.nan


def _over(mean: float, by: float) -> float:
    return mean / by if by > scale.SAME else math.nan
