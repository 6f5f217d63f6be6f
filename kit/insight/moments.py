"""From the frame of answers to who changed: frames in, frames out, and never more than may be shown."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd

from kit.insight.change import ENOUGH
from kit.insight.scale import AGREES, SAME, Floats, scores
from kit.insight.small import PAIRS

COLUMNS = ["item", "n", "up", "same", "down", "median", "agree_before", "agree_after"]


def by_person(answers: pd.DataFrame, items: Collection[str], later: str = "after") -> pd.DataFrame:
    """Return the score of everyone before and later: what :func:`kit.insight.change.change` asks for.

    Args:
        answers: The frame *answers*.
        items: The items of one scale, such as ``["A1", "A2", …]``.
        later: The later moment: ``after`` or ``followup``.

    Returns:
        One row per person who answered any of them, with ``before`` and ``after``: the mean of their answers
        (:func:`kit.insight.scale.scores`), NaN for who answered too few or not at that moment.

    Raises:
        ValueError: An item was asked twice at one moment, or the rows don't say who answered.
    """
    people, first, last = _tables(answers, list(items), later)
    return pd.DataFrame({"before": scores(first), "after": scores(last)}, index=people)


def by_reach(answers: pd.DataFrame, item: str, later: str = "after") -> pd.DataFrame:
    """Return how many of the other organisations everyone can reach, before and later.

    ``K = yes / (organisations - 1)``: *don't know* counts as no, and of who comes from an organisation of few
    people the frame holds the share itself, as item ``N2`` instead of ``N2:politie`` and so on.

    Args:
        answers: The frame *answers*.
        item: The question about each other organisation: ``N2``.
        later: The later moment: ``after`` or ``followup``.

    Returns:
        One row per person, with ``before`` and ``after`` from 0 to 1, for
        :func:`kit.insight.change.change`; NaN for who knew nothing at all, or did not answer.

    Raises:
        ValueError: As :func:`by_person`.
    """
    name = answers["item"].astype("str")
    asked = (name == item) | name.str.startswith(f"{item}:")
    rows = _said_once(answers[asked & answers["moment"].isin(["before", later])])
    share = rows["item"].astype("str") == item
    said = rows["value"].where(share, (rows["value"] > 0).astype("float64"))
    found = pd.DataFrame(
        {
            "participant": rows["participant"],
            "when": np.where(rows["moment"] == later, "after", "before"),
            "said": said,
            "known": rows["value"].notna(),
        }
    )
    each = found.groupby(["participant", "when"])
    reach = each["said"].mean().where(each["known"].any()).unstack()
    return reach.reindex(columns=["before", "after"]).rename_axis(columns=None).astype("float64")


def by_item(
    answers: pd.DataFrame, items: Collection[str], later: str = "after", agrees: float = AGREES
) -> pd.DataFrame:
    """Return for each item how many people moved, and the share that agrees before and later.

    Only those who answered the item twice count. Below :data:`kit.insight.small.PAIRS` of them nothing is
    told but their number, below :data:`kit.insight.change.ENOUGH` no shares.

    Args:
        answers: The frame *answers*.
        items: The items, in the order of the result.
        later: The later moment: ``after`` or ``followup``.
        agrees: From this answer on somebody agrees.

    Returns:
        One row per item: people ``up``, ``same`` and ``down`` with the ``median`` of their changes, and
        shares from 0 to 1; what is not told is missing.

    Raises:
        ValueError: As :func:`by_person`.
    """
    _, first, last = _tables(answers, list(items), later)
    both = ~(np.isnan(first) | np.isnan(last))
    n = both.sum(axis=0)
    moved = np.where(both, last - first, np.nan)
    counts = [(moved > SAME).sum(axis=0), (both & (np.abs(moved) <= SAME)).sum(axis=0)]
    counts.append(n - counts[0] - counts[1])
    shares = [(both & (one >= agrees)).sum(axis=0) / np.maximum(n, 1) for one in (first, last)]
    few, many = n < PAIRS, n < ENOUGH
    median = np.array([np.nan if hide else np.nanmedian(one) for one, hide in zip(moved.T, few, strict=True)])
    told = [pd.array(np.where(few, -1, one), dtype="Int64") for one in counts]
    for one in told:
        one[few] = pd.NA
    columns: list[Any] = [list(items), n, *told, median, *(np.where(many, np.nan, one) for one in shares)]
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True))).astype({"item": "str", "median": "float64"})


def _said_once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return answers of which each is one person's only one, or refuse them."""
    if rows["participant"].isna().any():
        message = "these answers don't say which are one person's; take frames() without anonymous=True"
        raise ValueError(message)
    if rows.duplicated(["moment", "item", "participant"]).any():
        message = "an item was asked twice at one moment; choose one step of it: answers[answers['step'] …]"
        raise ValueError(message)
    return rows


def _tables(answers: pd.DataFrame, items: list[str], later: str) -> tuple[pd.Index, Floats, Floats]:
    """Return the people, and their answers at both moments, of shape (people, items)."""
    rows = _said_once(answers[answers["item"].isin(items) & answers["moment"].isin(["before", later])])
    who, names = pd.factorize(rows["participant"], sort=True)
    what = pd.Index(items).get_indexer(pd.Index(rows["item"].astype("str")))
    when = (rows["moment"] == later).to_numpy().astype(np.int64)
    table = np.full((2, len(names), len(items)), np.nan)
    table[when, who, what] = rows["value"].to_numpy(dtype=np.float64)
    return pd.Index(names, name="participant"), table[0], table[1]
