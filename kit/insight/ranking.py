"""From votes to a ranking: frames in, frame out."""

from __future__ import annotations

from typing import Any

import numpy.typing as npt
import pandas as pd

from kit.insight.support import PANEL, order, support

Counts = npt.NDArray[Any]
COLUMNS = ["place", "card", "text", "points", "voters", "share", "scale", "majority", "lowest", "label"]


def ranking(
    votes: pd.DataFrame, cards: pd.DataFrame, *, panel: float = PANEL, by: str = "support"
) -> pd.DataFrame:
    """Rank the cards of one ballot by support across organisations.

    A voter supports a card when they gave it any weight; see :func:`kit.insight.support.support` for the
    formula and its limits.

    Args:
        votes: Rows of one ballot from the frame *votes*: its ``card``, ``participant``, ``organisation`` and
            ``weight``.
        cards: The frame *cards*, for the texts.
        panel: People that every organisation counts for.
        by: ``"support"`` or ``"points"``.

    Returns:
        One row per card that got a vote, best first. ``share`` and ``lowest`` are shares from 0 to 1,
        ``scale`` runs from 0 to 100, ``majority`` counts organisations.

    Raises:
        ValueError: The rows are of more than one ballot.
    """
    if votes["step"].nunique() > 1:
        message = f"votes of {votes['step'].nunique()} ballots; choose one: votes[votes['step'] == 'stemmen']"
        raise ValueError(message)
    if votes.empty:
        return pd.DataFrame(columns=COLUMNS)
    points = votes.groupby("card", observed=True)["weight"].sum()
    supporters = votes.groupby("card", observed=True)["participant"].nunique().reindex(points.index)
    found = support(*_by_organisation(votes, points.index), panel)
    table = pd.DataFrame(
        {
            "card": points.index.astype("str"),
            "points": points.to_numpy(),
            "voters": supporters.to_numpy(),
            "share": supporters.to_numpy() / votes["participant"].nunique(),
            "scale": found.scale,
            "majority": found.majority,
            "lowest": found.lowest,
            "label": found.label,
        }
    )
    table = table.iloc[order(points.to_numpy(dtype="float64"), found, by)].reset_index(drop=True)
    table["place"] = table.index + 1
    return table.merge(cards[["card", "text"]], on="card", how="left")[COLUMNS]


def _by_organisation(votes: pd.DataFrame, cards: pd.Index) -> tuple[Counts, Counts]:
    """Return supporters (organisations, cards) and voters (organisations,)."""
    known = votes.dropna(subset="organisation")
    voters = known.groupby("organisation", observed=True)["participant"].nunique()
    supporters = known.groupby(["organisation", "card"], observed=True)["participant"].nunique()
    table = supporters.unstack(fill_value=0).reindex(index=voters.index, columns=cards, fill_value=0)
    return table.to_numpy(), voters.to_numpy()
