"""Several workshops side by side: what changed in each, in all together, and which agreements were kept.

The frames are those of :class:`kit.collection.Workshops`: as of one workshop, with a column ``workshop``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
import pandas as pd

from kit.insight.change import Change, change, shown
from kit.insight.meta import Pooled, pooled
from kit.insight.moments import by_person
from kit.insight.scale import SAME
from kit.insight.small import PAIRS

CHANGES = {
    "workshop": "str",
    "n": "int64",
    "items": "int64",
    "shown": "str",
    "up": "Int64",
    "same": "Int64",
    "down": "Int64",
    "median": "float64",
    "mean": "float64",
    "low": "float64",
    "high": "float64",
    "counted": "bool",
}
KEPT = {
    "workshop": "str",
    "made": "int64",
    "owned": "int64",
    "complete": "int64",
    "done": "int64",
    "dropped": "int64",
    "asked": "int64",
    "yes": "Int64",
    "partly": "Int64",
    "no": "Int64",
}
OUTCOME = "B5"
"""The item that asks, weeks later, whether an agreement has been carried out: 2 is yes, 1 partly, 0 no."""


def changes(answers: pd.DataFrame, items: Collection[str], later: str = "after") -> pd.DataFrame:
    """Return what changed in each workshop, and no more of it than may be told of so many people.

    Below :data:`kit.insight.small.PAIRS` pairs nothing but their number, below
    :data:`kit.insight.change.ENOUGH` who went up and down and the median, from there on the mean as well.
    Where only some of the items were asked, these make the score.

    Args:
        answers: The frame *answers* of several workshops.
        items: The items of one scale, such as ``["A1", "A2", …]``.
        later: The later moment: ``after`` or ``followup``.

    Returns:
        One row per workshop that asked any of them at both moments, in the order of the frame: ``n`` pairs,
        ``items`` asked, what is ``shown`` (``nothing``, ``counts`` or ``numbers``), people ``up``, ``same``
        and ``down``, the ``median`` of their changes, the ``mean`` with its 95 % interval, and whether it is
        ``counted`` in :func:`together`. What is not told is missing.

    Raises:
        ValueError: The rows don't say who answered.
    """
    rows = []
    for workshop, asked, found in _of_each(answers, list(items), later):
        what = shown(found.n)
        row: dict[str, Any] = {"workshop": workshop, "n": found.n, "items": asked, "shown": what}
        if what != "nothing":
            row |= {"up": found.up, "same": found.same, "down": found.down, "median": found.median}
        if what == "numbers":
            row |= {"mean": found.mean, "low": found.low, "high": found.high}
        rows.append(row | {"counted": _counts(found)})
    return _frame(rows, CHANGES)


def together(answers: pd.DataFrame, items: Collection[str], later: str = "after") -> Pooled:
    """Return the mean change over workshops: :func:`kit.insight.meta.pooled` of those with enough pairs.

    A workshop in which everybody moved alike tells no spread and so has no weight; it is left out. The mean
    hangs on no control group: what all workshops share besides the workshop itself is in it too.

    Args:
        answers: As :func:`changes`.
        items: As :func:`changes`.
        later: As :func:`changes`.

    Returns:
        The mean, its interval, and where another workshop is expected. ``weights`` are those of the rows of
        :func:`changes` that are ``counted``, in that order.
    """
    found = [one for _, _, one in _of_each(answers, list(items), later) if _counts(one)]
    return pooled([one.mean for one in found], [one.sd**2 / one.n for one in found])


def kept(agreements: pd.DataFrame, answers: pd.DataFrame | None = None, item: str = OUTCOME) -> pd.DataFrame:
    """Return what became of the agreements of each workshop, as the register and the people say.

    The register knows what somebody noted down in it; the people, asked weeks later, know what happened.
    Neither says how much an agreement was worth.

    Args:
        agreements: The frame *agreements* of several workshops.
        answers: The frame *answers* of the same; None where nobody was asked.
        item: The question whether an agreement was carried out.

    Returns:
        One row per workshop in one of the frames: how many agreements were ``made``, are ``owned`` (their
        owner said yes), are ``complete`` (a lead and a day too), were looked back on as ``done`` or
        ``dropped``; and of the people ``asked`` at the follow-up, how many say ``yes``, ``partly`` and
        ``no``, missing for fewer than :data:`kit.insight.small.PAIRS`.
    """
    status, said = agreements["status"].astype("str"), agreements["answered_at"].notna()
    complete = agreements["complete"].fillna(False).astype("bool")
    owned = complete | (status == "confirmed") | (status.isin(["done", "dropped"]) & said)
    marks = pd.DataFrame({"owned": owned, "complete": complete})
    marks["made"], marks["done"], marks["dropped"] = 1, status == "done", status == "dropped"
    counts = marks.groupby(agreements["workshop"].astype("str"), sort=False).sum()
    spoken = _spoken(answers, item) if answers is not None else pd.DataFrame(columns=["asked"])
    names = dict.fromkeys([*counts.index, *spoken.index])
    rows = []
    for workshop in names:
        row: dict[str, Any] = {"workshop": workshop, "asked": 0}
        row |= {str(name): int(counts[name].get(workshop, 0)) for name in counts}
        if workshop in spoken.index:
            row |= {str(name): value for name, value in spoken.loc[workshop].items()}
        rows.append(row)
    return _frame(rows, KEPT)


def _counts(found: Change) -> bool:
    return found.n >= PAIRS and found.sd > SAME


def _of_each(answers: pd.DataFrame, items: list[str], later: str) -> Iterator[tuple[str, int, Change]]:
    """Yield each workshop that asked at both moments, how many of the items it asked, and what changed."""
    rows = answers[answers["item"].isin(items) & answers["moment"].isin(["before", later])]
    # Of several follow-ups the last answer counts.
    key = ["workshop", "moment", "item", "participant"]
    known = rows["participant"].notna()
    if not known.all():
        message = "these answers don't say which are one person's; take frames() without anonymous=True"
        raise ValueError(message)
    rows = rows.sort_values("at", kind="stable").drop_duplicates(key, keep="last")
    found = dict(iter(rows.groupby(rows["workshop"].astype("str"))))
    for workshop in pd.unique(answers["workshop"].astype("str")):
        its = found.get(workshop, rows.iloc[:0])
        moments = its.groupby("moment", observed=True)["item"].unique()
        if len(moments) < 2:
            continue
        asked = [one for one in items if all(one in at for at in moments)]
        if not asked:
            continue
        people = by_person(its, asked, later)
        yield str(workshop), len(asked), change(people["before"], people["after"], resamples=0)


def _spoken(answers: pd.DataFrame, item: str) -> pd.DataFrame:
    """Return for each workshop how many people answered an item weeks later, and what, if enough did."""
    rows = answers[(answers["item"] == item) & (answers["moment"] == "followup") & answers["value"].notna()]
    rows = rows.sort_values("at", kind="stable")
    named = rows["participant"].notna()
    rows = pd.concat([rows[named].drop_duplicates(["workshop", "participant"], keep="last"), rows[~named]])
    found = pd.DataFrame({"asked": 1, "workshop": rows["workshop"].astype("str")})
    for name, value in (("yes", 2), ("partly", 1), ("no", 0)):
        found[name] = (rows["value"] == value).astype("Int64")
    counts = found.groupby("workshop", sort=False).sum()
    counts.loc[counts["asked"] < PAIRS, ["yes", "partly", "no"]] = pd.NA
    return counts


def _frame(rows: list[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame.from_records(rows, columns=list(columns))
    for name, dtype in columns.items():
        if dtype == "int64":
            frame[name] = frame[name].fillna(0)
    return frame.astype(columns)


def names_of(table: pd.DataFrame, names: pd.Series) -> list[str]:
    """Return the name of the workshop in each row; its id where it has none."""
    known = {str(key): str(value) for key, value in names.items()}
    return [known.get(one, one) for one in np.asarray(table["workshop"], dtype=object)]
