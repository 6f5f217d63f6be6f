"""Do people's orders of the same options lie closer together, within and between organisations?

Group proximity after Pigmans, Dignum and Doorn, "Group proximity and mutual understanding" (2019),
10.1017/S0143814X19000230. Agreement is no
quality: a group that thinks alike may be wrong together. Lay it beside what people say.
"""

from __future__ import annotations

import math

import msgspec
import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.insight.small import SMALLEST

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
COLUMNS = ["among", "organisations", "people", "tau", "spearman"]


class Concordance(msgspec.Struct, frozen=True):
    """How much the orders of several people agree; NaN where fewer than two people order anything.

    Attributes:
        people: Those who put anything above anything else; others say nothing of an order.
        w: Kendall's W, 0 (no agreement) to 1 (one order), corrected for what people leave level.
        tau: Mean of Kendall's tau-b over all pairs of people, -1 to 1; about 0 for orders by chance.
        spearman: Mean of Spearman's rho over all pairs of people, likewise.
    """

    people: int
    w: float
    tau: float
    spearman: float


def ranks(places: npt.ArrayLike) -> Floats:
    """Return the rank of each option for each person, the mean of the ranks for those left level.

    Args:
        places: Places from 1, shape (people, options); NaN for what somebody didn't place: after all that
            they did, and level.
    """
    given = np.asarray(places, dtype=np.float64)
    filled = np.where(np.isnan(given), np.inf, given)
    below = (filled[:, :, None] > filled[:, None, :]).sum(axis=2)
    level = (filled[:, :, None] == filled[:, None, :]).sum(axis=2)
    mean_rank: Floats = below + (level + 1) / 2
    return mean_rank


def concordance(places: npt.ArrayLike) -> Concordance:
    """Return how much the orders of some people agree.

    ``W = 12 S / (m² (k³ - k) - m ΣT)`` for ``m`` people and ``k`` options, with ``S`` the squared deviations
    of the options' rank sums and ``T = Σ(t³ - t)`` over the groups of ``t`` options that somebody leaves
    level (Kendall and Babington Smith, 1939; Kendall, *Rank Correlation Methods*, 1948). Where nobody leaves
    anything level, ``spearman = (m W - 1) / (m - 1)``.

    Args:
        places: As for :func:`ranks`.
    """
    given = ranks(places)
    by_pairs, by_ranks = _directions(given)
    known = by_ranks.any(axis=1)
    m, options = int(known.sum()), given.shape[1]
    if m < 2:
        return Concordance(m, math.nan, math.nan, math.nan)
    alike = (given[known][:, :, None] == given[known][:, None, :]).sum(axis=2)
    ties = float((alike**2 - 1).sum())  # every one of t options has t alike, itself included: t (t² - 1)
    sums = given[known].sum(axis=0)
    squares = float(((sums - sums.mean()) ** 2).sum())
    w = 12 * squares / (m**2 * (options**3 - options) - m * ties)
    return Concordance(m, w, _within(by_pairs[known]), _within(by_ranks[known]))


def _directions(given: Floats) -> tuple[Floats, Floats]:
    """Return each person's order as two directions of length 1, whose products are tau-b and rho.

    So the mean over all pairs of a crowd is that of a few sums, and needs no matrix of all pairs.
    """
    one, other = np.triu_indices(given.shape[1], 1)
    return _unit(np.sign(given[:, other] - given[:, one])), _unit(given - (given.shape[1] + 1) / 2)


def _unit(rows: Floats) -> Floats:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = np.divide(rows, length, out=np.zeros_like(rows), where=length > 0)
    return unit


def _within(rows: Floats) -> float:
    """Return the mean product of two different rows."""
    n = len(rows)
    return float(((rows.sum(axis=0) ** 2).sum() - n) / (n * (n - 1))) if n > 1 else math.nan


def proximity(votes: pd.DataFrame) -> pd.DataFrame:
    """Return how close people's orders lie: all of them, within organisations and between them.

    Within is the mean over organisations of two people and more, between the mean over pairs of
    organisations: each counts the same, whatever its size. Hold it before and after a conversation; what one
    hopes for is that *between* rises.

    Args:
        votes: Rows of one ballot by *ranking* from the frame *votes*.

    Returns:
        Rows ``all``, ``within`` and ``between`` with the number of organisations and people they are over,
        ``tau`` and ``spearman`` (see :class:`Concordance`).

    Raises:
        ValueError: The rows are of more than one ballot, or don't say who voted.
    """
    places, home = _orders(votes)
    directions = _directions(ranks(places))
    known = directions[1].any(axis=1)
    code, names = pd.factorize(home[known])
    means = [_by_group(one[known], code, len(names)) for one in directions]
    inside = ~np.isnan(np.diag(means[0]))
    above = np.triu_indices(len(names), 1)
    size = np.bincount(code[code >= 0], minlength=len(names))
    rows = [
        ["all", len(names), int(known.sum()), *(_within(one[known]) for one in directions)],
        [
            "within",
            int(inside.sum()),
            int(size[inside].sum()),
            *(_mean(np.diag(one)[inside]) for one in means),
        ],
        ["between", len(names), int(size.sum()), *(_mean(one[above]) for one in means)],
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"among": "str"})


def proximity_between(votes: pd.DataFrame, smallest: int = SMALLEST) -> pd.DataFrame:
    """Return the mean tau-b between people of each two organisations; on the diagonal within one.

    Args:
        votes: As for :func:`proximity`.
        smallest: Organisations with fewer people are left out: theirs would be people's own answers.

    Raises:
        ValueError: As :func:`proximity`.
    """
    places, home = _orders(votes)
    by_pairs, by_ranks = _directions(ranks(places))
    known = by_ranks.any(axis=1)
    size = pd.Series(home[known]).value_counts()
    names = sorted(size[size >= smallest].index)
    code = pd.Index(names).get_indexer(pd.Index(home[known])) if names else np.full(int(known.sum()), -1)
    index = pd.Index(names, dtype="str", name="organisation")
    return pd.DataFrame(
        _by_group(by_pairs[known], code, len(names)), index=index, columns=index.rename("other")
    )


def _by_group(rows: Floats, code: Ints, groups: int) -> Floats:
    """Return the mean product of rows by group, shape (groups, groups); the diagonal is over pairs."""
    sums = np.zeros((groups, rows.shape[1]))
    np.add.at(sums, code[code >= 0], rows[code >= 0])
    size = np.bincount(code[code >= 0], minlength=groups).astype(np.float64)
    products: Floats = sums @ sums.T / np.outer(size, size)
    own = np.full(groups, np.nan)
    np.divide((sums**2).sum(axis=1) - size, size * (size - 1), out=own, where=size > 1)
    np.fill_diagonal(products, own)
    return products


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else math.nan


def _orders(votes: pd.DataFrame) -> tuple[Floats, npt.NDArray[np.object_]]:
    """Return the places, shape (people, options), and the organisation of each person."""
    if votes["step"].nunique() > 1:
        message = (
            f"votes of {votes['step'].nunique()} ballots; choose one: votes[votes['step'] == 'volgorde']"
        )
        raise ValueError(message)
    if votes["participant"].isna().any():
        message = "these votes don't say which came from one voter; take frames() without anonymous=True"
        raise ValueError(message)
    who, people = pd.factorize(votes["participant"])
    what, cards = pd.factorize(votes["card"])
    places = np.full((len(people), len(cards)), np.nan)
    places[who, what] = votes["weight"].to_numpy(dtype=np.float64)
    first = votes.drop_duplicates("participant")["organisation"]
    return places, np.array(first.astype("object"), dtype=np.object_)
