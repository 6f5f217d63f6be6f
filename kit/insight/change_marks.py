"""The marks of a change: open before, filled after; and people up, the same and down in one bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from kit.insight.chart_parts import ASCENT, LINE, ChartPath, ChartText, fitted, n, wide

RADIUS = 6.0
END = 12.0
"""How far a number stands from the middle of its mark."""
LETTERS = 52.0
"""Room for ``100%`` beside a mark."""
STRIPE, BETWEEN = 3.0, 3.0

What = Literal["before", "after", "memory", "day", "margin", "up", "same", "down"]


class Key(msgspec.Struct, frozen=True):
    """What a mark stands for."""

    what: What
    word: str


def percent(share: float) -> str:
    """Return a share as it is written."""
    return f"{share * 100:.0f}%"


def _round(x: float, y: float, r: float) -> str:
    return f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 10{n(2 * r)} 0a{n(r)} {n(r)} 0 10{n(-2 * r)} 0"


def dot(x: float, y: float, r: float = RADIUS) -> ChartPath:
    """Return the open mark of before."""
    return ChartPath(_round(x, y, r), "dot")


def disc(x: float, y: float, r: float = RADIUS) -> ChartPath:
    """Return the filled mark of after."""
    return ChartPath(_round(x, y, r), "dot-end")


def rhomb(x: float, y: float) -> ChartPath:
    """Return the mark of what people remember."""
    return ChartPath(f"M{n(x)} {n(y - 9.5)}l9.5 9.5-9.5 9.5-9.5-9.5z", "diamond")


def square(x: float, y: float) -> ChartPath:
    """Return the mark of the end of the day."""
    return ChartPath(f"M{n(x - 6)} {n(y - 6)}h12v12h-12z", "bar-against")


def whisker(low: float, high: float, y: float) -> ChartPath:
    """Return an interval: a line with an end on either side."""
    return ChartPath(f"M{n(low)} {n(y - 5)}v10m0-5H{n(high)}m0-5v10", "zero")


def split(
    counts: tuple[int, int, int], left: float, right: float, top: float, thick: float
) -> list[ChartPath]:
    """Return people in one bar: up is filled, the same is open, down is striped."""
    total = sum(counts)
    if not total:
        return []
    paths, at = [], left
    for what, count in zip(("up", "same", "down"), counts, strict=True):
        end = at + (right - left) * count / total
        if count:
            paths.append(_part(what, at, max(end - 2, at + 2), top, thick))
        at = end
    return paths


def _part(what: str, left: float, right: float, top: float, thick: float) -> ChartPath:
    whole = f"M{n(left)} {n(top)}H{n(right)}v{n(thick)}H{n(left)}z"
    if what != "down":
        return ChartPath(whole, "bar" if what == "up" else "bar-against")
    stripes, x = "", left
    while x < right - 0.5:
        stripes += f"M{n(x)} {n(top)}h{n(min(STRIPE, right - x))}v{n(thick)}h{n(-min(STRIPE, right - x))}z"
        x += STRIPE + BETWEEN
    return ChartPath(stripes, "bar-under")


def legend(keys: Sequence[Key], width: float) -> tuple[float, list[ChartPath], list[ChartText]]:
    """Return what the marks stand for, in as many lines as it takes, and where it ends."""
    paths, texts, x, y = [], [], 0.0, 0.0
    for key in keys:
        sign = 18.0 if key.what in {"before", "after", "day"} else 26.0
        (word,) = fitted(key.word, width - sign - 2) or [""]
        takes = sign + wide(word) + 18
        if x and x + takes - 18 > width:
            x, y = 0.0, y + LINE + 4
        paths.append(_sample(key.what, x, y + ASCENT - 4))
        texts.append(ChartText(round(x + sign, 1), round(y + ASCENT + 1, 1), word, "axis"))
        x += takes
    return (y + LINE + 10 if keys else 0.0), paths, texts


def _sample(what: What, x: float, y: float) -> ChartPath:
    if what in {"up", "same", "down"}:
        return _part(what, x + 1, x + 20, y - 5, 11)
    if what == "margin":
        return whisker(x + 1, x + 20, y)
    marks = {"before": dot, "after": disc, "day": square, "memory": rhomb}
    return marks[what](x + (10 if what == "memory" else 7), y)
