"""What of a survey may stand in frames that everyone may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from kit.activities.told import Row
from kit.insight.small import PAIRS, may_tell


def rows_for_all(rows: Collection[Row], before: Collection[Row]) -> list[Row]:
    """Return the rows of one moment of a survey that may be told.

    Of a question that was asked before too, :data:`PAIRS` people must have answered it twice; of another one
    so many once. No answer has an organisation, except to which other one somebody can reach: of those the
    rows of an organisation of which fewer than three answered are left out.

    Args:
        rows: All rows of the moment, as in the frame *answers*.
        before: Those of the first moment; empty where this is the first.
    """
    now, first = _given(rows), _given(before)
    twice = {item for item, _ in first}
    people = Counter(item for item, who in now if item not in twice or (item, who) in first)
    ties = Counter((row["organisation"], row["item"]) for row in rows if row["value"] is not None)
    told = []
    for row in rows:
        home, item = row["organisation"], row["item"]
        if ":" in item:
            if home is not None and may_tell(ties[home, item]):
                told.append(row | {"at": None})
        elif people[item] >= PAIRS:
            told.append(row | {"at": None, "organisation": None})
    return told


def _given(rows: Collection[Row]) -> set[tuple[str, str]]:
    return {(row["item"], row["participant"]) for row in rows if row["value"] is not None}
