"""From what stands in a file to the table of a case: pure functions from frame to frame."""

from __future__ import annotations

import math
from collections.abc import Collection

import pandas as pd

from kit.errors import InputError, nearest

KEY = ["area", "period", "kind"]


def with_period(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """Fill in a period where a file names none."""
    return rows.assign(period=rows["period"].where(rows["period"] != "", period))


def between(rows: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """Return the rows of some years, months included; an empty bound is no bound."""
    year = rows["period"].str[:4]
    return rows[(year >= first if first else year != "") & (year <= last if last else year != "")]


def of_kinds(rows: pd.DataFrame, kinds: Collection[str]) -> pd.DataFrame:
    """Return the rows of some kinds, or all without any.

    Raises:
        InputError: A kind is not there. The sentence names the nearest that is.
    """
    there = set(rows["kind"])
    for kind in kinds:
        if kind not in there:
            message = f"--kinds: there is no {kind!r} in this file; {nearest(kind, there)}"
            raise InputError(message)
    return rows[rows["kind"].isin(list(kinds))] if kinds else rows


def ambiguous(rows: pd.DataFrame) -> list[str]:
    """Return the kinds that two columns of one file share: only the number behind the name parts them."""
    counts = rows.groupby("kind")["label"].nunique()
    return sorted(str(kind) for kind in counts[counts > 1].index)


def unique(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row per area, period and kind: the same figure twice is kept once.

    Raises:
        InputError: There are two figures for one. The sentence names both lines.
    """
    first = rows.drop_duplicates([*KEY, "value"])
    clash = first[first.duplicated(KEY, keep=False)].sort_values([*KEY, "place"], kind="stable")
    if len(clash):
        one, other = clash.iloc[0], clash.iloc[1]
        message = (
            f"{one['place']}: {one['area']}, {one['period']}, {one['label']} has two figures: "
            f"{one['value']:g} here, and {other['value']:g} at {other['place']}; remove one of them"
        )
        raise InputError(message)
    return first


def table(rows: pd.DataFrame, kinds: Collection[str] = ()) -> pd.DataFrame:
    """Return ``area, period, kind, value`` in an order that stays the same; whole numbers are written whole.

    Args:
        rows: With the columns of a reading.
        kinds: Their order; those that are not in it come after.
    """
    order = {kind: n for n, kind in enumerate(["total", *kinds])}
    place = rows["kind"].map(lambda kind: order.get(kind, len(order)))
    sorted_rows = rows.assign(place=place).sort_values(["area", "period", "place", "kind"], kind="stable")
    return sorted_rows[[*KEY, "value"]].reset_index(drop=True)


def written(rows: pd.DataFrame) -> str:
    """Return a table as CSV; an empty value was not published."""
    cells = [_cell(value) for value in rows["value"]]
    text: str = rows.assign(value=cells).to_csv(index=False, lineterminator="\n")
    return text


def _cell(value: float) -> str:
    if math.isnan(value):
        return ""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
