"""The result of a vote as frames: what figures draw, and what an analyst goes on with."""

from __future__ import annotations

import math
from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from kit.insight.choosing import Ranked, Vote, share, told
from kit.insight.shares import Fair
from kit.insight.support import Floats, polis

PAYS = ["card", "cost", "organisation", "part"]


def result_frame(vote: Vote, found: Ranked) -> pd.DataFrame:
    """Return one row per option, best first.

    ``scale`` runs from 0 to 100; ``share``, ``lowest``, ``first``, ``among`` and ``ahead`` from 0 to 1.
    ``measure`` is what the order goes by, ``majority`` counts organisations, of the ``organisations`` that
    voted. ``first`` is the chance on place 1, ``among`` that to be one of those that go on, ``ahead`` that to
    be really before the next: see :class:`kit.insight.choosing.Ranked`. ``polis`` is for reference.
    """
    counted, support = found.tally, found.support
    options = len(vote.options)
    table = pd.DataFrame(
        {
            "card": pd.array(list(vote.options), dtype="str"),
            "points": counted.points,
            "voters": counted.supporters,
            "share": share(counted),
            "scale": support.scale,
            "majority": support.majority,
            "lowest": support.lowest,
            "label": pd.array(support.label, dtype="str"),
            "organisations": _voted(found).sum(),
            "answered": counted.answered,
            "against": counted.against,
            "measure": found.measure,
            "chosen": np.isin(np.arange(options), found.chosen),
            "first": _or_nan(found.first, options),
            "among": _or_nan(found.chance, options),
            "polis": polis(counted.yes, counted.voters),
        }
    ).iloc[found.order]
    table.insert(0, "place", range(1, options + 1))
    table["ahead"] = found.ahead
    return table.reset_index(drop=True)


def shares_frame(vote: Vote, found: Ranked, *, open_vote: bool) -> pd.DataFrame:
    """Return the share of support per option (row, best first) and organisation (column), 0 to 1.

    Only organisations of which somebody voted have a column. NaN where it may not be told, or where nobody of
    the organisation said anything: see :func:`kit.insight.small.told_shares`.

    Args:
        vote: A vote.
        found: Its result.
        open_vote: It was announced that everybody may see who votes what.
    """
    voted = _voted(found)
    shares = told(vote, found.tally, open_vote=open_vote)[voted]
    names = [str(one) for one, here in zip(vote.groups, voted, strict=True) if here]
    table = pd.DataFrame(shares.T, index=list(vote.options), columns=pd.Index(names, dtype="object"))
    return table.iloc[found.order]


def payers_frame(vote: Vote, paid: Fair, *, told: bool = True) -> pd.DataFrame:
    """Return who pays for what in a set: one row per option and organisation, the largest part first.

    An option that came in with the money that was left has one row, without an organisation.

    Args:
        vote: A vote by ``budget``.
        paid: What :func:`kit.insight.choosing.fair` returned of it.
        told: It may be told who pays; else all who pay stand in one row, without an organisation.
    """
    rows: list[list[Any]] = []
    for place, option in enumerate(paid.chosen):
        card = vote.options[option]
        parts = paid.shares[place] if place < len(paid.shares) else {}
        if parts and not told:
            rows.append([card, vote.costs[card], None, 1.0])
            continue
        for who, part in sorted(parts.items(), key=_most_first):
            name = None if who is None else str(who)  # nobody came from anywhere: all paid together
            rows.append([card, vote.costs[card], name, float(part)])
        if not parts:
            rows.append([card, vote.costs[card], None, math.nan])
    table = pd.DataFrame(rows, columns=PAYS)
    return table.astype({"card": "str", "cost": "int64", "organisation": "str", "part": "float64"})


def _most_first(part: tuple[Hashable, Any]) -> tuple[float, str]:
    return -float(part[1]), str(part[0])


def _voted(found: Ranked) -> Any:
    """Return which organisations said anything at all."""
    return np.asarray((found.tally.voters > 0).any(axis=1))


def _or_nan(values: Floats | None, options: int) -> Floats:
    return np.full(options, np.nan) if values is None else values
