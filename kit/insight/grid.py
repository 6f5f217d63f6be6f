"""From what each person thinks to one place on a grid, and how far the organisations lie apart."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.insight.small import told_shares

CLASSES = "0ABCDE"
"""Classes of impact by their number: 0 is none, 1 to 5 are A to E."""
WEIGHTS = (0, 1, 3, 9, 27, 81)
"""What a class weighs: three times the one below."""
SERIOUS, WORST = 3, 5
"""The classes C and E: from where a risk comes first."""
DIFFER = 2.0
"""A spread of this many points or classes is worth a talk first."""

COLUMNS = ["card", "x", "x_low", "x_high", "y", "y_low", "y_high", "people", "organisations", "discuss"]


def impact(classes: Iterable[int]) -> int:
    """Return the one class of several criteria, by number.

    Each class weighs three times the one below; the mean weight over the criteria is turned back into the
    class whose weight is nearest, with geometric midpoints: ``round(log3(mean))``. The family of methods is
    RIVM's, for the national risk assessment; the midpoints are our own choice.

    Args:
        classes: The class of every criterion that was scored, 0 to 5. One that does not apply counts as 0;
            one that nobody scored is left out.

    Raises:
        ValueError: There is none, or one is no class.
    """
    given = list(classes)
    if not given or not all(0 <= one < len(WEIGHTS) for one in given):
        message = f"classes {given}; expected one or more from 0 to {len(WEIGHTS) - 1}"
        raise ValueError(message)
    mean = sum(WEIGHTS[one] for one in given) / len(given)
    if mean < 3**-0.5:
        return 0
    return 1 + min(4, max(0, round(math.log(mean, 3))))


def nearest_class(value: float) -> int:
    """Return the class of a median; halfway between two it is the higher, to be on the safe side."""
    return math.floor(value + 0.5)


def priority(likelihood: npt.ArrayLike, impact: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Return which risks come first: both are C or worse, or the impact is E, however unlikely it is.

    Our own rule; regional risk profiles draw such a line in their diagrams too.

    Args:
        likelihood: Classes by number, 1 to 5 for A to E.
        impact: Classes by number, 0 to 5; same shape.
    """
    x, y = np.asarray(likelihood), np.asarray(impact)
    return np.asarray(((x >= SERIOUS) & (y >= SERIOUS)) | (y >= WORST))


class Middle(msgspec.Struct, frozen=True):
    """One card on one axis.

    Attributes:
        middle: Median over the organisations.
        low: First quartile over the organisations.
        high: Third quartile over the organisations.
        voices: Each organisation's own median.
        people: How many people placed the card, by organisation.
    """

    middle: float
    low: float
    high: float
    voices: dict[Any, float]
    people: dict[Any, int]

    @property
    def spread(self) -> float:
        """The interquartile range over the organisations."""
        return self.high - self.low

    def differs(self, limit: float = DIFFER) -> bool:
        """Return whether the organisations lie so far apart that they should talk first."""
        return self.spread >= limit - 1e-9


def middle(values: npt.ArrayLike, groups: Sequence[Hashable]) -> Middle:
    """Return the middle of what people think, every organisation with an equal voice.

    An organisation's voice is the median of its people; the middle is the median of those voices, and the
    spread their interquartile range (quartiles by linear interpolation).

    Args:
        values: What each person thinks, shape (people,).
        groups: The organisation of each person, shape (people,).

    Raises:
        ValueError: Nobody thinks anything, or the shapes don't agree.
    """
    numbers = np.asarray(values, dtype=np.float64)
    if numbers.ndim != 1 or len(numbers) != len(groups) or not len(numbers):
        message = f"{numbers.shape} values of {len(groups)} people; expected one of each, and somebody"
        raise ValueError(message)
    members: dict[Hashable, list[float]] = {}
    for group, value in zip(groups, numbers.tolist(), strict=True):
        members.setdefault(group, []).append(value)
    voices = {group: float(np.median(one)) for group, one in members.items()}
    low, mid, high = np.quantile(list(voices.values()), [0.25, 0.5, 0.75]).tolist()
    return Middle(mid, low, high, voices, {group: len(one) for group, one in members.items()})


Box = tuple[float, float, float, float]
"""``(x from, x to, y from, y to)``, bounds included."""


def region(x: float, y: float, regions: Sequence[Sequence[Box]]) -> int | None:
    """Return the number of the first region that has a place in one of its boxes, or None."""
    for number, boxes in enumerate(regions):
        if any(left <= x <= right and bottom <= y <= top for left, right, bottom, top in boxes):
            return number
    return None


def newest(placements: pd.DataFrame, until: int | None = None) -> pd.DataFrame:
    """Return of every participant and card the last round in which they placed it.

    Args:
        placements: Rows of one grid from the frame *placements*.
        until: Look no further than this round.

    Raises:
        ValueError: The rows are of more than one grid, or don't say who placed what.
    """
    if placements["step"].nunique() > 1:
        message = f"placements of {placements['step'].nunique()} grids; choose one: rows[rows['step'] == 'x']"
        raise ValueError(message)
    if len(placements) and placements["participant"].isna().all():
        message = "these placements don't say which are one person's; take frames() without anonymous=True"
        raise ValueError(message)
    rows = placements if until is None else placements[placements["round"] <= until]
    return rows.sort_values("round", kind="stable").drop_duplicates(["participant", "card"], keep="last")


def positions(placements: pd.DataFrame, until: int | None = None, differ: float = DIFFER) -> pd.DataFrame:
    """Return where each card lies on the grid, as the room saw it.

    Who has no organisation in the frame (a table, or a small delegation in an anonymous step) is a voice of
    their own.

    Args:
        placements: Rows of one grid from the frame *placements*.
        until: After this round; left out, after the last.
        differ: Spread from which the organisations should talk first.

    Returns:
        One row per card: the median over organisations, its quartiles, how many people and organisations
        (or tables) placed it, and ``discuss``. ``positions(rows, 2).set_index("card")["x"]`` minus the same
        ``until`` 1 is the shift.

    Raises:
        ValueError: As :func:`newest`.
    """
    rows = newest(placements, until)
    voice = rows["organisation"].astype("str").where(rows["organisation"].notna(), rows["participant"])
    found = []
    for card, own in rows.groupby("card", sort=False):
        x, y = (middle(own[axis], list(voice[own.index])) for axis in ("x", "y"))
        ends = [x.middle, x.low, x.high, y.middle, y.low, y.high]
        found.append([card, *ends, len(own), len(x.voices), x.differs(differ) or y.differs(differ)])
    return pd.DataFrame(found, columns=COLUMNS)


def shift(placements: pd.DataFrame, before: int = 1, differ: float = DIFFER) -> pd.DataFrame:
    """Return how each card moved since a round, and whether the organisations came closer.

    Args:
        placements: Rows of one grid from the frame *placements*.
        before: The round from which to look; the last one is what it became.
        differ: Spread from which the organisations should talk first.

    Returns:
        One row per card that was placed by then: ``x`` and ``y`` at last, ``x_shift`` and ``y_shift``;
        ``x_closer`` and ``y_closer``, by how much the interquartile range over organisations shrank; and
        whether there was something to ``discuss`` before, and still is (``discuss_still``). Positions are
        medians of medians: nobody's move alone need move them.

    Raises:
        ValueError: As :func:`newest`.
    """
    was, now = (positions(placements, until, differ).set_index("card") for until in (before, None))
    now = now.loc[was.index]
    table: dict[str, Any] = {}
    for axis in ("x", "y"):
        spread = [one[f"{axis}_high"] - one[f"{axis}_low"] for one in (was, now)]
        table[axis] = now[axis]
        table[f"{axis}_shift"] = now[axis] - was[axis]
        table[f"{axis}_closer"] = spread[0] - spread[1]
    found = pd.DataFrame(table | {"discuss": was["discuss"], "discuss_still": now["discuss"]})
    return found.rename_axis("card").reset_index()


def by_organisation(
    placements: pd.DataFrame, until: int | None = None, *, open_vote: bool = False
) -> pd.DataFrame:
    """Return where each organisation places each card: the median of its people.

    A card of which one organisation has too few people gets no number of any of them: the middle over all
    organisations stands on the screens, and would give the small one away.

    Args:
        placements: Rows of one grid from the frame *placements*.
        until: After this round; left out, after the last.
        open_vote: That all would be told was announced before people placed the cards.

    Returns:
        One row per card and organisation that placed it: ``people``, and ``x`` and ``y``, NaN where they may
        not be told (:func:`kit.insight.small.told_shares`).

    Raises:
        ValueError: As :func:`newest`.
    """
    rows = newest(placements, until)
    known = rows[rows["organisation"].notna()]
    grouped = known.groupby(["card", "organisation"], sort=False, observed=True)
    found = grouped.agg(people=("participant", "size"), x=("x", "median"), y=("y", "median"))
    people = found["people"].unstack(fill_value=0)
    others = rows[rows["organisation"].isna()]["card"].value_counts().reindex(people.index, fill_value=0)
    voters = people.to_numpy().T
    none = told_shares(np.zeros(voters.shape), voters, open_vote=open_vote, others=others.to_numpy())
    told = pd.DataFrame(np.isfinite(none).T, index=people.index, columns=people.columns).stack()
    found.loc[~told.reindex(found.index).to_numpy(dtype=bool), ["x", "y"]] = np.nan
    return found.reset_index().astype({"organisation": "str"})


def by_criterion(placements: pd.DataFrame) -> pd.DataFrame:
    """Return the classes that people gave per criterion, one row each, from the column *scores*."""
    rows = placements.dropna(subset="scores")
    given = rows["scores"].map(lambda text: list(json.loads(text).items()))
    table = rows.drop(columns=["scores", "x", "y"]).assign(given=given).explode("given", ignore_index=True)
    pairs = pd.DataFrame(table.pop("given").tolist(), columns=["criterion", "class"], index=table.index)
    return table.join(pairs)
