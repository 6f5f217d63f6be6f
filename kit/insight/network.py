"""Who can reach whom: ties between organisations, from what their people say about the others."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.insight.small import SMALLEST

Floats = npt.NDArray[np.float64]

STRONG = 0.5
"""A line between two organisations is confirmed when this share of both sides says yes."""

LINES = ["organisation", "other", "before", "after", "status"]


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
    return of_shares(share)


def of_shares(shares: npt.ArrayLike) -> Ties:
    """Return the ties that these shares make.

    Args:
        shares: Shape (organisations, organisations), as in :class:`Ties`; a :func:`tie_table` will do.

    Raises:
        ValueError: Not as many rows as columns.
    """
    share = np.array(shares, dtype=np.float64)
    if share.ndim != 2 or share.shape[0] != share.shape[1]:
        message = f"shape {share.shape}; expected as many rows as columns, one for each organisation"
        raise ValueError(message)
    np.fill_diagonal(share, np.nan)
    return Ties(share, np.minimum(share, share.T), _mean(share))


def _mean(share: Floats) -> float:
    known = share[~np.isnan(share)]
    return float(known.mean()) if len(known) else math.nan


def densities(before: Ties, after: Ties) -> tuple[float, float]:
    """Return the density before and after over the shares that are known at both moments.

    An organisation of three of which one went home would change the density by leaving, and not by what its
    people say. NaN where nothing is known twice.
    """
    both = np.where(np.isnan(before.share) | np.isnan(after.share), np.nan, 1.0)
    return _mean(before.share * both), _mean(after.share * both)


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


def tie_table(answers: pd.DataFrame, moment: str, item: str, smallest: int = SMALLEST) -> pd.DataFrame:
    """Return which part of each organisation can reach which other one, from the frame *answers*.

    Args:
        answers: The frame *answers*.
        moment: ``before``, ``after`` or ``followup``.
        item: The question about each organisation: ``N2``, whose rows are ``N2:politie`` and so on.
        smallest: As for :func:`ties`.

    Returns:
        Shares from 0 to 1, one row and one column per organisation, in alphabetical order; NaN for what may
        not be shown or was not answered. People whose organisation is missing count for none.
    """
    rows = answers[(answers["moment"] == moment) & answers["organisation"].notna() & answers["value"].notna()]
    about = rows["item"].astype("str")
    rows = rows.assign(other=about.str.slice(len(item) + 1))[about.str.startswith(f"{item}:")]
    rows = rows.assign(organisation=rows["organisation"].astype("str"), yes=rows["value"] > 0)
    found = rows.groupby(["organisation", "other"])["yes"].agg(["mean", "count"])
    share = found["mean"].where(found["count"] >= smallest).unstack()
    names = pd.Index(sorted({*share.index, *share.columns}), dtype="str", name="organisation")
    table = share.reindex(index=names, columns=names.rename("other")).astype("float64")
    return table.mask(np.eye(len(names), dtype=bool))


def lines(answers: pd.DataFrame, item: str, later: str = "after", smallest: int = SMALLEST) -> pd.DataFrame:
    """Return every pair of organisations with what both sides confirm, before and later.

    Args:
        answers: The frame *answers*.
        item: As for :func:`tie_table`.
        later: The later moment.
        smallest: As for :func:`ties`.

    Returns:
        One row per pair: the lower of both shares ``before`` and ``after`` (NaN where one is not known), and
        ``status``: ``new`` for a line that is confirmed (:data:`STRONG`) and was not, ``confirmed`` for one
        that is, ``missing`` where one side can reach nobody, ``weak`` for the rest; missing if unknown.
    """
    tables = [tie_table(answers, moment, item, smallest) for moment in ("before", later)]
    names = sorted({*tables[0].index, *tables[1].index})
    shares = [one.reindex(index=names, columns=names).to_numpy() for one in tables]
    one, other = np.triu_indices(len(names), 1)
    before, after = (np.minimum(share, share.T)[one, other] for share in shares)
    held = [np.isnan(after), (after >= STRONG) & (before < STRONG), after >= STRONG, after == 0]
    status = np.select(held, ["", "new", "confirmed", "missing"], default="weak")
    label = np.array(names, dtype=object)
    columns = (label[one], label[other], before, after, [word or None for word in status.tolist()])
    found = pd.DataFrame(dict(zip(LINES, columns, strict=True)))
    return found.astype(dict.fromkeys(("organisation", "other", "status"), "str"))


def density(table: pd.DataFrame) -> float:
    """Return the mean of the known shares of a :func:`tie_table`, 0 to 1; NaN where none is known."""
    return _mean(table.to_numpy(dtype=np.float64))
