"""From votes to a ranking: frames in, frame out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy.typing as npt
import pandas as pd

from kit.insight.support import PANEL, Support, order, support

Counts = npt.NDArray[Any]
COLUMNS = ["place", "card", "text", "points", "voters", "share", "scale", "majority", "lowest", "label"]


def ranking(
    votes: pd.DataFrame,
    cards: pd.DataFrame,
    *,
    organisations: Iterable[str] = (),
    panel: float = PANEL,
    by: str = "support",
) -> pd.DataFrame:
    """Rank the cards of one ballot by support across organisations.

    A voter supports a card when they gave it any weight; see :func:`kit.insight.support.support` for the
    formula and its limits.

    Args:
        votes: Rows of one ballot from the frame *votes*: its ``card``, ``participant``, ``organisation`` and
            ``weight``.
        cards: The frame *cards*, for the texts, or the rows of it that count: ``cards[~cards["hidden"]]``.
            What is equal in all comes in the order of this frame.
        organisations: Organisations that were there, also when nobody of theirs voted: the ballot itself
            counts them as halfway. ``workshop.participants["organisation"]`` will do.
        panel: People that every organisation counts for.
        by: ``"support"`` or ``"points"``.

    Returns:
        One row per card that got a vote, best first. ``share`` and ``lowest`` are shares from 0 to 1,
        ``scale`` runs from 0 to 100, ``majority`` counts organisations.

    Raises:
        ValueError: The rows are of more than one ballot, or don't say who voted (``anonymous=True``).
    """
    _must_be_one_ballot(votes)
    points = votes.groupby("card", observed=True)["weight"].sum()
    points = points.reindex([card for card in cards["card"] if card in points.index])
    supporters = votes.groupby("card", observed=True)["participant"].nunique().reindex(points.index)
    found = support(*_by_organisation(votes, points.index, organisations), panel)
    table = _table(points, supporters / votes["participant"].nunique(), supporters, found)
    table = table.iloc[order(points.to_numpy(dtype="float64"), found, by)].reset_index(drop=True)
    table["place"] = table.index + 1
    return table.merge(cards[["card", "text"]], on="card", how="left")[COLUMNS]


def _table(points: pd.Series, share: pd.Series, supporters: pd.Series, found: Support) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "card": points.index.astype("str"),
            "points": points.to_numpy(),
            "voters": supporters.to_numpy(),
            "share": share.to_numpy(),
            "scale": found.scale,
            "majority": found.majority,
            "lowest": found.lowest,
            "label": pd.array(found.label, dtype="str"),
        }
    )


def _must_be_one_ballot(votes: pd.DataFrame) -> None:
    if votes["step"].nunique() > 1:
        message = f"votes of {votes['step'].nunique()} ballots; choose one: votes[votes['step'] == 'stemmen']"
        raise ValueError(message)
    if len(votes) and votes["participant"].isna().all():
        message = "these votes don't say which came from one voter; take frames() without anonymous=True"
        raise ValueError(message)


def _by_organisation(votes: pd.DataFrame, cards: pd.Index, there: Iterable[str]) -> tuple[Counts, Counts]:
    """Return supporters (organisations, cards) and voters (organisations,)."""
    known = votes.dropna(subset="organisation").astype({"organisation": "str"})
    named = pd.Series(list(there), dtype="str").dropna()
    voters = known.groupby("organisation")["participant"].nunique()
    voters = voters.reindex(sorted({*voters.index, *named}), fill_value=0)
    supporters = known.groupby(["organisation", "card"], observed=True)["participant"].nunique()
    table = supporters.unstack(fill_value=0).reindex(index=voters.index, columns=cards, fill_value=0)
    return table.to_numpy(), voters.to_numpy()
