"""What ballots add up to: counting, one-to-one comparison, Borda and Schulze."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from kit.insight.support import Floats

Truths = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

METHODS = ("dots", "approval", "ranking", "score", "budget")
"""A weight is: dots; 1 (for), 0 or -1 (against); a place, from 1; a mark from 1 to 5; 1 for support."""

GOOD_MARK = 4
"""Whoever gives an option this mark or a better one supports it."""


class Tally(msgspec.Struct, frozen=True):
    """What the ballots of one vote say, per option.

    Attributes:
        points: Dots; or people who support it; or their mean mark; or Borda points.
        supporters: People who support it.
        against: People who are against it, where one can say so.
        answered: People who said something about it. Who gives dots or places does so of every option.
        yes: Supporters, shape (groups, options).
        voters: Those who answered, shape (groups, options).
        duels: People who prefer one option (row) to another (column).
        mean: Mean of the groups' mean marks: every group counts the same.
        middle: Median of the groups' median marks.
    """

    points: Floats
    supporters: Ints
    against: Ints
    answered: Ints
    yes: Floats
    voters: Floats
    duels: Ints
    mean: Floats
    middle: Floats


def tally(
    method: str,
    ballots: Sequence[Mapping[str, int]],
    options: Sequence[str],
    groups: Sequence[Hashable],
    whose: Sequence[Hashable],
) -> Tally:
    """Count the ballots of one vote.

    Args:
        method: One of :data:`METHODS`.
        ballots: The weights of each voter by option. Options that are not listed are passed over.
        options: The options, in the order of the result.
        groups: The organisations, or the tables, that count as one each.
        whose: The group of each voter; one that is not listed counts as a voter, and for no group.
    """
    given = weights([places(one, options) for one in ballots] if method == "ranking" else ballots, options)
    for_ = _supports(method, given)
    answered = ~np.isnan(given) if method in {"approval", "score"} else np.ones_like(given, dtype=bool)
    number = {group: n for n, group in enumerate(groups)}
    row = np.array([number.get(one, -1) for one in whose], dtype=np.int64)
    duels = pairwise(_liking(method, given))
    supporters = for_.sum(axis=0)
    marks = given if method == "score" else np.full_like(given, np.nan)
    means, medians = _by_group(marks, row, len(groups))
    return Tally(
        points=_points(method, given, supporters, duels),
        supporters=supporters,
        against=(given < 0).sum(axis=0),
        answered=answered.sum(axis=0),
        yes=_sums(for_, row, len(groups)),
        voters=_sums(answered, row, len(groups)),
        duels=duels,
        mean=_over(np.nanmean, means),
        middle=_over(np.nanmedian, medians),
    )


def places(ballot: Mapping[str, int], options: Collection[str]) -> dict[str, int]:
    """Return the places of a ballot, counted anew among the options that are still there."""
    left = sorted((place, name) for name, place in ballot.items() if name in options)
    return {name: n for n, (_, name) in enumerate(left, 1)}


def weights(ballots: Sequence[Mapping[str, int]], options: Sequence[str]) -> Floats:
    """Return the weights as an array of shape (voters, options), with NaN for what a voter left open."""
    column = {name: n for n, name in enumerate(options)}
    given = np.full((len(ballots), len(options)), np.nan)
    for n, ballot in enumerate(ballots):
        for name, weight in ballot.items():
            if name in column:
                given[n, column[name]] = weight
    return given


def _liking(method: str, given: Floats) -> Floats:
    """Return how much each voter likes each option; NaN where they didn't say."""
    if method in {"approval", "score"}:
        return given
    # Who gives an option no dot, or no place, says that it comes after those that got one.
    return np.where(np.isnan(given), -np.inf, -given if method == "ranking" else given)


def _supports(method: str, given: Floats) -> Truths:
    """Return who supports what, shape (voters, options)."""
    if method == "ranking":  # what somebody puts in the upper half of the list
        return np.asarray(given <= max(1, given.shape[1] // 2))
    return np.asarray(given >= (GOOD_MARK if method == "score" else 1))


def _points(method: str, given: Floats, supporters: Ints, duels: Ints) -> Floats:
    if method == "dots":
        return np.asarray(np.nansum(given, axis=0), dtype=np.float64)
    if method == "ranking":
        return borda(duels, len(given))
    if method == "score":
        return _over(np.nanmean, given)
    return supporters.astype(np.float64)


def _over(mean: Any, table: Floats) -> Floats:
    """Return a mean over the rows, 0 for a column in which nothing stands."""
    known = ~np.isnan(table).all(axis=0)
    result = np.zeros(table.shape[1])
    if known.any():
        result[known] = mean(table[:, known], axis=0)
    return result


def _by_group(marks: Floats, row: Ints, groups: int) -> tuple[Floats, Floats]:
    """Return mean and median mark in each group, shape (groups, options), NaN where nobody answered.

    Where no voter belongs to a group, all voters together are one.
    """
    parts = [marks[row == n] for n in range(groups)] if (row >= 0).any() else [marks]
    shape = (len(parts), marks.shape[1])
    means, medians = np.full(shape, np.nan), np.full(shape, np.nan)
    for n, part in enumerate(parts):
        known = ~np.isnan(part).all(axis=0)
        if known.any():
            means[n, known] = np.nanmean(part[:, known], axis=0)
            medians[n, known] = np.nanmedian(part[:, known], axis=0)
    return means, medians


def _sums(what: Truths, row: Ints, groups: int) -> Floats:
    """Return how many of each group, shape (groups, options)."""
    sums = np.zeros((groups, what.shape[1]))
    np.add.at(sums, row[row >= 0], what[row >= 0])
    return sums


def pairwise(liking: Floats) -> Ints:
    """Return how many voters prefer each option (row) to each other one (column).

    Args:
        liking: How much each voter likes each option, shape (voters, options). Who left an option open (NaN)
            has no preference between that one and another.
    """
    duels = np.zeros((liking.shape[1], liking.shape[1]), dtype=np.int64)
    for n in range(liking.shape[1]):
        duels[n] = (liking[:, n, None] > liking).sum(axis=0)
    return duels


def borda(duels: Ints, voters: int) -> Floats:
    """Return Borda's points: for each voter the options below, and half for each that is level.

    Borda, *Mémoire sur les élections au scrutin* (1781).

    Args:
        duels: What :func:`pairwise` returned.
        voters: How many voters there are.
    """
    level = voters - duels - duels.T
    np.fill_diagonal(level, 0)
    return np.asarray((duels + level / 2).sum(axis=1), dtype=np.float64)


def schulze(duels: npt.ArrayLike) -> Ints:
    """Return the number of options that each one is above in Schulze's order.

    A path from one option to another is as strong as its weakest win, and an option is above another when its
    strongest path there is stronger than the strongest way back. An option that wins every duel is first; a
    copy of an option changes nothing for the others. That order is transitive, so these numbers sort it, and
    options that it leaves level have the same number. Schulze, "A new monotonic, clone-independent, reversal
    symmetric, and Condorcet-consistent single-winner election method" (2011).

    Args:
        duels: How many prefer the option of the row to that of the column, shape (options, options).
    """
    path = strongest_paths(duels)
    return np.asarray((path > path.T).sum(axis=1), dtype=np.int64)


def condorcet(duels: npt.ArrayLike) -> int | None:
    """Return the option that wins every duel; None where none does, or there is no other.

    Condorcet, *Essai sur l'application de l'analyse* (1785).

    Args:
        duels: As for :func:`schulze`.
    """
    wins = np.asarray(duels)
    won = (wins > wins.T).sum(axis=1) == len(wins) - 1
    return int(won.argmax()) if len(wins) > 1 and won.any() else None


def strongest_paths(duels: npt.ArrayLike) -> Ints:
    """Return the strength of the strongest path from each option (row) to each other one (column).

    What stands on the diagonal, a path from an option back to itself, says nothing.

    Args:
        duels: As for :func:`schulze`.
    """
    wins = np.asarray(duels)
    path = np.where(wins > wins.T, wins, 0)
    for over in range(len(path)):
        path = np.maximum(path, np.minimum(path[:, over, None], path[None, over, :]))
    return path


def chance_preferred(for_: int, against: int) -> float:
    """Return the chance that most people prefer one option to another, as far as these votes tell.

    With nothing known beforehand the share of people who do has the distribution Beta(for + 1, against + 1).
    The chance that it is more than half is exactly that of at most ``for`` heads in ``for + against + 1``
    throws of a coin.

    Args:
        for_: Voters who prefer the one.
        against: Voters who prefer the other.
    """
    throws = for_ + against + 1
    return float(sum(math.comb(throws, n) for n in range(for_ + 1)) / 2**throws)
